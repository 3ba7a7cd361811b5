using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Workflows.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Local.Cli.Simulation;

/// <summary>Moves the clock day by day; each day everybody reads what has come and does what is due, in an order that depends on the seed
/// alone.</summary>
/// <remarks>
/// The actors forget nothing that matters when the process is killed: what each person does follows from the mail and the seed, and doing
/// it twice changes nothing: a reply is the same mail again, and nobody decides where nothing waits. A resumed run therefore reads every
/// mail again.
/// </remarks>
internal sealed class SimulatedYears(LocalPlatform platform, SimulationPlan run) : IDisposable
{
    private readonly PlayedPlatform played = new(platform);
    private readonly PriorityQueue<Deed, (DateTimeOffset, string)> deeds = new();
    private DateTimeOffset today = run.Begins;
    private Secretariat? secretariat;
    private ReportingOfficer? officer;
    private Coordinators? coordinators;
    private SeveralHands? hands;
    private long read;

    /// <summary>Texts that coordinators sent and the programme took as an answer, by file name.</summary>
    public SortedDictionary<string, string> Replies { get; } = new(StringComparer.Ordinal);

    public List<string> Problems { get; } = [];

    /// <summary>All that anybody has received, in the order of reading.</summary>
    public List<LocalMessage> Mails { get; } = [];

    /// <inheritdoc cref="PlayedPlatform.Handover"/>
    public Handover? Handover
    {
        get => played.Handover;
        set => played.Handover = value;
    }

    public Actors Actors { get; } = new(run.Seed, run.Flawless);

    public async Task PlayAsync()
    {
        await BeginAsync();
        await PlayUntilAsync(run.Ends);
    }

    public async Task BeginAsync()
    {
        await SampleLoading.LoadAsync(played.Platform, run.Administrations, SimulationPlan.Start);
        await played.Platform.Busy.QuietAsync();
        ProgrammeRegister register = await platform.Services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        secretariat = new Secretariat(played, Actors, register);
        officer = new ReportingOfficer(played, register);
        foreach (Deed deed in officer.Deeds(played.Platform.Clock.GetUtcNow()))
        {
            deeds.Enqueue(deed, (deed.At, deed.Name));
        }

        coordinators = new Coordinators(played, Actors, register, Replies);
        hands = run.Together ? new SeveralHands(played, Actors, register) : null;
        foreach (Deed deed in hands?.Deeds(run.Years) ?? [])
        {
            deeds.Enqueue(deed, (deed.At, deed.Name));
        }
    }

    public async Task PlayUntilAsync(DateTimeOffset end)
    {
        using var progress = new Progress("simulating", run.Begins, run.Ends);
        DateTimeOffset now = played.Platform.Clock.GetUtcNow();
        while (today.AddDays(1) <= now)
        {
            today = today.AddDays(1); // lived through before the run was broken off
        }

        for (; today <= end; today = today.AddDays(1))
        {
            await PlayDayAsync();
            progress.At(today);
        }
    }

    /// <summary>After an outage: another platform on the same storage. What people would have done meanwhile, they do on its first
    /// day.</summary>
    public void GoOn(LocalPlatform other, DateTimeOffset day)
    {
        played.MoveTo(other);
        read = 0;
        today = day;
    }

    public void Dispose()
    {
        secretariat?.Dispose();
        officer?.Dispose();
        hands?.Dispose();
    }

    private async Task PlayDayAsync()
    {
        LocalPlatform platform = played.Platform;
        await platform.AdvanceToAsync(today);
        do
        {
            foreach (
                LocalMessage mail in platform
                    .Mail.List(after: read)
                    .OrderBy(m => m.Recipient.Email, StringComparer.Ordinal)
                    .ThenBy(m => m.MessageId, StringComparer.Ordinal)
                    .ToArray()
            )
            {
                read = Math.Max(read, mail.Number);
                Mails.Add(mail);
                foreach (Deed deed in Read(mail))
                {
                    deeds.Enqueue(deed, (deed.At, deed.Name));
                }
            }

            while (deeds.TryPeek(out _, out var when) && when.Item1 <= today)
            {
                Deed deed = deeds.Dequeue();
                if (await deed.DoAsync() is { } problem)
                {
                    Problems.Add($"{today:yyyy-MM-dd} {deed.Name}: {problem}");
                }

                await platform.Busy.QuietAsync();
            }
        } while (platform.Mail.Newest > read);
    }

    private IEnumerable<Deed> Read(LocalMessage mail) =>
        [.. coordinators!.Read(mail, DayOf(mail)), .. secretariat!.Read(mail, DayOf(mail)), .. hands?.Read(mail, DayOf(mail)) ?? []];

    /// <summary>The morning on which it is read. A mail that faults have held up for an hour is still read that morning.</summary>
    private DateTimeOffset DayOf(LocalMessage mail) =>
        run.Begins.AddDays(Math.Ceiling((mail.AcceptedAt.AddHours(-1) - run.Begins).TotalDays));
}

/// <summary>Something that somebody will do.</summary>
/// <param name="DoAsync">Returns what went wrong, or null.</param>
internal sealed record Deed(DateTimeOffset At, string Name, Func<Task<string?>> DoAsync);
