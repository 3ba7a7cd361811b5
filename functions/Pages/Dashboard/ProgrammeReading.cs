using System.Collections.Concurrent;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What overviews say that is of no plan.</summary>
/// <param name="Register">As of which it was read: what donors are told by then follows from it.</param>
/// <param name="Today">Day of UTC on which it was read.</param>
internal sealed record ReadProgramme(
    ProgrammeRegister Register,
    DateOnly Today,
    IReadOnlyList<ReadDonorReport> DonorReports,
    IReadOnlyList<PlacedTask> Elsewhere,
    IReadOnlyList<StuckWork> Stuck
);

/// <param name="Signing">Null where nobody is asked to sign it.</param>
internal sealed record ReadDonorReport(DonorReportRecord Report, HumanTaskRecord? Signing);

/// <summary>Reads what overviews say of the programme beside its plans.</summary>
/// <remarks>Events, meetings, members, surveys, agreements each have streams of their own: a commit of this process to any stream but a
/// plan's has it read again.</remarks>
public sealed class ProgrammeReading : IStorageCache
{
    private const int AtOnce = 12;

    private readonly ProgrammeTable table;
    private readonly WaitingTasks waiting;
    private readonly PublishedScoresQuery published;
    private readonly TimeProvider clock;
    private readonly KeptReading<ReadProgramme> programme;
    private readonly KeptReading<IReadOnlyList<CipsMovement>> movements;

    public ProgrammeReading(ProgrammeTable table, WaitingTasks waiting, PublishedScoresQuery published, TimeProvider clock)
    {
        (this.table, this.waiting, this.published, this.clock) = (table, waiting, published, clock);
        (programme, movements) = (new(clock), new(clock));
        table.Notices.Listen(stream =>
        {
            if (!stream.IsOfPlan)
            {
                programme.Moved();
                movements.Moved();
            }
        });
    }

    void IStorageCache.Forget()
    {
        programme.Forget();
        movements.Forget();
    }

    /// <summary>As it was read last; null where it must be read.</summary>
    internal Seen<ReadProgramme>? Kept(ProgrammeRegister register) => programme.Fresh() is { } seen && IsOf(seen, register) ? seen : null;

    private bool IsOf(Seen<ReadProgramme> seen, ProgrammeRegister register) =>
        ReferenceEquals(seen.Value.Register, register) && seen.Value.Today == Today;

    internal bool MayStand => programme.MayStand;

    /// <inheritdoc cref="KeptReading{T}.Confirm"/>
    internal Seen<ReadProgramme>? Confirm(ProgrammeRegister register, WriterMarksSeen look, DateTimeOffset at) =>
        programme.Confirm(look, at) is { } seen && IsOf(seen, register) ? seen : null;

    /// <summary>As it stands now.</summary>
    /// <param name="before">Who else had written before; null: nobody looked.</param>
    internal Task<Seen<ReadProgramme>> ReadAsync(
        ProgrammeRegister register,
        CancellationToken cancellation,
        WriterMarksSeen? before = null
    ) => programme.LookAsync(_ => ReadAsync(register, cancellation), before);

    private async Task<ReadProgramme> ReadAsync(ProgrammeRegister register, CancellationToken cancellation)
    {
        DateOnly today = Today;
        Task<IReadOnlyList<PlacedTask>> elsewhere = waiting.ElsewhereAsync(cancellation);
        Task<ReconciliationState> state = ReconciliationState.ReadAsync(table, cancellation);
        IReadOnlyList<ReadDonorReport> reports = await DonorReportsAsync(register, today, cancellation);
        return new ReadProgramme(register, today, reports, await elsewhere, Stuck(await state));
    }

    /// <summary>How scores moved that surveys published for the programme; kept where they are.</summary>
    internal async Task<Seen<IReadOnlyList<CipsMovement>>> MovementsAsync(CancellationToken cancellation)
    {
        if (movements.Fresh() is { } fresh)
        {
            return fresh;
        }

        DateTimeOffset at = clock.GetUtcNow();
        WriterMarksSeen look = await table.Writers.LookAsync(cancellation);
        return movements.Confirm(look, at)
            ?? await movements.LookAsync(
                async _ =>
                {
                    IReadOnlyList<CipsScore> scores = await published.ReadAsync(PublishedTo.Programme, cancellation);
                    return [.. CipsMovement.Latest([.. ProgrammePool.Of(scores), .. scores])];
                },
                look
            );
    }

    private DateOnly Today => clock.UtcToday();

    private static IReadOnlyList<StuckWork> Stuck(ReconciliationState state) =>
        [
            .. state
                .Findings.Where(one => !one.Repaired)
                .OrderBy(one => one.At)
                .ThenBy(one => one.Subject, StringComparer.Ordinal)
                .Select(one => new StuckWork(one.Subject, one.Rule, one.What, one.At)),
        ];

    private async Task<IReadOnlyList<ReadDonorReport>> DonorReportsAsync(
        ProgrammeRegister register,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var found = new ConcurrentBag<ReadDonorReport>();
        await Parallel.ForEachAsync(
            register.Agreements.Values.SelectMany(agreement => DonorSchedule.Periods(agreement)).Where(period => period.Start <= today),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (id, token) =>
            {
                if ((await DonorReportRows.FindAsync(table, id.Agreement, id.Period, token))?.Value is { } report)
                {
                    found.Add(new ReadDonorReport(report, await SigningAsync(report, token)));
                }
            }
        );
        return [.. found.OrderBy(one => one.Report.Agreement.Value, StringComparer.Ordinal).ThenBy(one => one.Report.Period)];
    }

    private async Task<HumanTaskRecord?> SigningAsync(DonorReportRecord report, CancellationToken cancellation) =>
        report is { State: DonorReportState.InReview }
        && (await CurrentTask.CurrentAsync(table, new TaskRef(report.Stream, report.SigningTask), cancellation)).Row
            is { Value: { State: TaskState.Open } open }
            ? open
            : null;
}
