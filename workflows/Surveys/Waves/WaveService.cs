using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>What officers and administrations decide about surveys.</summary>
public sealed class WaveService(ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock)
{
    /// <returns>The survey to begin; null where none was prepared.</returns>
    public async Task<(CommandResult Result, WaveId? Begin)> PrepareAsync(NewWave wave, PersonId by, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var administration = new AdministrationId(wave.Administration.ToUpperInvariant());
        if (!register.Administrations.ContainsKey(administration))
        {
            return (new CommandResult.Refused("no-such-administration", "There is no such administration."), null);
        }

        if (WaveRules.OpeningProblem(wave, clock.UtcToday()) is var (rule, why))
        {
            return (new CommandResult.Refused(rule, why), null);
        }

        WaveId id = WaveId.Of(administration, wave.Label);
        var record = new SurveyWaveRecord(
            id,
            administration,
            wave.Label,
            wave.Questionnaire,
            wave.Frame,
            wave.Opens,
            wave.Closes,
            WaveState.Prepared,
            by
        );
        bool stands = await table.DecideAsync(
            async () =>
            {
                if (await WaveRows.FindAsync(table, id, cancellation) is not null)
                {
                    return ((UnitOfWork?)null, true);
                }

                return (
                    new UnitOfWork(id.Stream).Add(WaveRows.File, record).Record(new AuditEntry(AuditKind.SurveyPrepared, id.Value, by)),
                    false
                );
            },
            cancellation
        );
        // whoever prepared it may have been interrupted before it was listed: by the listing it is found
        SurveyWaveRecord there = stands ? (await WaveRows.FindAsync(table, id, cancellation))!.Value : record;
        bool listed = await ListAsync(there, cancellation);
        return listed && Wanted(there) == Wanted(record)
            ? (new CommandResult.Recorded(null), id)
            : (new CommandResult.Refused("survey-twice", "There is such a survey already."), null);
    }

    /// <summary>What was asked for, whatever has become of it.</summary>
    private static string Wanted(SurveyWaveRecord wave) =>
        ContentTag.Of(
            new
            {
                wave.Questionnaire,
                wave.Frame,
                wave.Opens,
                wave.Closes,
            }
        );

    /// <summary>Closes a survey early.</summary>
    public Task<CommandResult> CloseAsync(WaveId id, PersonId by, AsRead asRead, CancellationToken cancellation) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await WaveRows.FindAsync(table, id, cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-survey", "There is no such survey."));
                }

                if (!asRead.Fits(row))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                return WaveRules.RefuseClosing(row.Value) is { } refused
                    ? (null, refused)
                    : (
                        new UnitOfWork(id.Stream)
                            .Replace(row, row.Value with { CloseAsked = true })
                            .Record(new AuditEntry(AuditKind.SurveyClosed, id.Value, by, "before its day")),
                        new CommandResult.Recorded(id.InstanceId)
                    );
            },
            cancellation
        );

    /// <summary>Records how far the administration publishes its scores. Until the task ends, a new choice replaces the earlier
    /// one.</summary>
    /// <param name="also">Adds what must be committed together with it, such as an acknowledgement.</param>
    public Task<CommandResult> PublishAsync(
        WaveId id,
        PublishedTo to,
        IReadOnlyList<int> withheld,
        PersonId by,
        EntrySource source,
        Func<UnitOfWork, Task>? also,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await WaveRows.FindAsync(table, id, cancellation) is not { } row)
                {
                    return (null, WaveRules.NotInReview);
                }

                DateTimeOffset now = clock.GetUtcNow();
                TaskRef task = SurveyTaskKinds.ReviewOf(id);
                HumanTaskRecord? review = (await TaskRows.FindAsync(table, task, cancellation))?.Value;
                if (WaveRules.RefusePublishing(row.Value, review, now) is { } refused)
                {
                    return (null, refused);
                }

                SurveyWaveRecord after = WaveRules.Decided(row.Value, to, withheld, by, now, source);
                var unit = new UnitOfWork(id.Stream);
                unit.Replace(row, after);
                unit.Record(
                    new AuditEntry(
                        after.State == WaveState.Withheld ? AuditKind.SurveyWithheld : AuditKind.SurveyPublished,
                        id.Value,
                        by,
                        $"{to}{(withheld.Count == 0 ? "" : $", without {string.Join(", ", after.Published!.Withheld)}")}"
                    )
                );
                await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
                if (also is not null)
                {
                    await also(unit);
                }

                return (unit, new CommandResult.Recorded(task.InstanceId));
            },
            cancellation
        );

    /// <summary>Records in the audit trail that all codes were read.</summary>
    public Task<bool> RecordCodesAsync(WaveId id, PersonId by, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                UnitOfWork? unit = await WaveRows.FindAsync(table, id, cancellation) is null
                    ? null
                    : new UnitOfWork(id.Stream).Record(new AuditEntry(AuditKind.SurveyCodesTaken, id.Value, by));
                return (unit, unit is not null);
            },
            cancellation
        );

    /// <summary>Surveys of an administration, or all, the newest first.</summary>
    public async Task<IReadOnlyList<WaveListing>> ListAsync(AdministrationId? administration, CancellationToken cancellation) =>
        [
            .. (await WaveRows.ListAsync(table, cancellation))
                .Where(wave => administration is null || wave.Administration == administration)
                .OrderByDescending(wave => wave.Label, StringComparer.Ordinal)
                .ThenBy(wave => wave.Id.Value, StringComparer.Ordinal),
        ];

    public Task<Row<SurveyWaveRecord>?> FindAsync(WaveId id, CancellationToken cancellation) => WaveRows.FindAsync(table, id, cancellation);

    private Task<bool> ListAsync(SurveyWaveRecord wave, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                string key = WaveRows.ListingKey(wave.Id);
                return await table.FindAsync<WaveListing>(StreamId.Programme, key, cancellation) is null
                    ? (new UnitOfWork(StreamId.Programme).Add(key, new WaveListing(wave.Id, wave.Administration, wave.Label)), true)
                    : ((UnitOfWork?)null, false);
            },
            cancellation
        );
}
