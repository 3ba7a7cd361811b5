using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks.Settings;

/// <summary>Reads and changes what officers decide about the cycle. The rows are read often and seldom changed, so they are cached for a
/// minute.</summary>
public sealed class CycleSettingsService(ProgrammeTable table) : IDisposable
{
    private const string PolicyPrefix = "reminder-policy|";
    private const string CalendarPrefix = "working-calendar|";

    private const int MostQuietDays = 400;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim reading = new(1, 1);
    private CycleSettings? known;
    private long readAtTick;

    public async Task<CycleSettings> ReadAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            // machine time: the programme's clock may stand still, or leap
            if (known is null || TimeProvider.System.GetElapsedTime(readAtTick) >= KeptFor)
            {
                IReadOnlyList<Row<AdministrationCalendar>> calendars = await table.ListAsync<AdministrationCalendar>(
                    StreamId.Programme,
                    CalendarPrefix,
                    cancellation
                );
                known = new CycleSettings(
                    [.. (await PoliciesAsync(cancellation)).Select(row => row.Value)],
                    calendars.ToDictionary(row => row.Key[CalendarPrefix.Length..], row => row.Value)
                );
                readAtTick = TimeProvider.System.GetTimestamp();
            }

            return known;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Saves a new version of the reminder policy. Running tasks keep the version that they began with.</summary>
    /// <param name="policy">Its version is given here; what it carries is ignored.</param>
    /// <param name="asRead">The policy that the officer has read, by its <see cref="ContentTag"/>.</param>
    public Task<CommandResult> SavePolicyAsync(
        ReminderPolicy policy,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        SaveAsync(
            async () =>
            {
                if (policy.Problem is { } problem)
                {
                    return (null, new CommandResult.Refused(problem, "The reminder policy cannot be used as it is."));
                }

                ReminderPolicy stands = await PolicyAsync(cancellation);
                if (!asRead.Fits(ContentTag.Of(stands)))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                int version = stands.Version + 1;
                string key = PolicyPrefix + version.ToString("D4", CultureInfo.InvariantCulture);
                return (
                    new UnitOfWork(StreamId.Programme)
                        .Add(key, policy with { Version = version })
                        .Record(new AuditEntry(AuditKind.ProgrammeChanged, key, by)),
                    Saved
                );
            },
            cancellation
        );

    /// <summary>The reminder policy as stored now, past the cache.</summary>
    public async Task<ReminderPolicy> PolicyAsync(CancellationToken cancellation) =>
        (await PoliciesAsync(cancellation)).LastOrDefault()?.Value ?? ReminderPolicy.Standard;

    /// <summary>Saves holidays and periods. Periods of approved plans do not change, because they are dated rows of the plan.</summary>
    /// <param name="administration">Null: the Secretariat's.</param>
    public Task<CommandResult> SaveCalendarAsync(
        AdministrationId? administration,
        AdministrationCalendar calendar,
        PersonId by,
        CancellationToken cancellation
    ) => SaveCalendarAsync(administration, calendar, AsRead.Anything, by, cancellation);

    /// <param name="asRead">The calendar that the officer has read, by its <see cref="ContentTag"/>.</param>
    public Task<CommandResult> SaveCalendarAsync(
        AdministrationId? administration,
        AdministrationCalendar calendar,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    ) =>
        SaveAsync(
            async () =>
            {
                if (Problem(calendar) is { } problem)
                {
                    return (null, problem);
                }

                if (calendar.Periods is { } rule && PeriodProblems.In(rule) is [var first, ..])
                {
                    return (null, new CommandResult.Refused(first.Rule, first.Text.En));
                }

                string key = CalendarPrefix + (administration?.Value ?? CycleSettings.SecretariatKey);
                Row<AdministrationCalendar>? row = await table.FindAsync<AdministrationCalendar>(StreamId.Programme, key, cancellation);
                string stands = ContentTag.Of(row?.Value ?? AdministrationCalendar.None);
                if (!asRead.Fits(stands))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                if (ContentTag.Of(calendar) == stands)
                {
                    return (null, Saved);
                }

                return (
                    new UnitOfWork(StreamId.Programme).Put(key, row, calendar).Record(new AuditEntry(AuditKind.ProgrammeChanged, key, by)),
                    Saved
                );
            },
            cancellation
        );

    /// <summary>What is wrong with the days of a calendar; its periods are another matter.</summary>
    public static CommandResult.Refused? Problem(AdministrationCalendar calendar) =>
        calendar.QuietDays.Count > MostQuietDays || calendar.QuietDays.Distinct().Count() != calendar.QuietDays.Count
            ? new CommandResult.Refused("quiet-days", $"At most {MostQuietDays} quiet days, each given once.")
            : null;

    /// <summary>The calendar as stored now, past the cache.</summary>
    public async Task<AdministrationCalendar> CalendarAsync(AdministrationId? administration, CancellationToken cancellation) =>
        (
            await table.FindAsync<AdministrationCalendar>(
                StreamId.Programme,
                CalendarPrefix + (administration?.Value ?? CycleSettings.SecretariatKey),
                cancellation
            )
        )?.Value
        ?? AdministrationCalendar.None;

    public void Dispose() => reading.Dispose();

    /// <summary>Wakes nothing: each workflow reads the settings when it next wakes.</summary>
    private static CommandResult Saved { get; } = new CommandResult.Recorded(null);

    private async Task<CommandResult> SaveAsync(Func<Task<(UnitOfWork?, CommandResult)>> decide, CancellationToken cancellation)
    {
        CommandResult result = await table.DecideAsync(decide, cancellation);
        known = null;
        return result;
    }

    private Task<IReadOnlyList<Row<ReminderPolicy>>> PoliciesAsync(CancellationToken cancellation) =>
        table.ListAsync<ReminderPolicy>(StreamId.Programme, PolicyPrefix, cancellation);
}
