using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.RegisterImports;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.DonorReports.Assembly;

public sealed class DonorReportAssemblyActivities(
    ProgrammeTable table,
    SnapshotBuilder builder,
    DonorReportArchive archive,
    RegisterStore registers,
    DonorReportMails mails,
    MailPost post,
    TimeProvider clock
)
{
    /// <summary>Takes the snapshot, renders every language and format, and stores everything in the version's folder.</summary>
    /// <remarks>Two reports are not made: one for a donor period in which no plan's period ends and no event was held (it ends as
    /// NothingToReport, on record), and a further version of an issued report in which no figure differs.</remarks>
    [Function(nameof(AssembleDonorReport))]
    public async Task AssembleDonorReport([ActivityTrigger] DonorReportRef id, CancellationToken cancellation)
    {
        if (await BeginAsync(id, cancellation) is not { } report)
        {
            return;
        }

        using var space = new ReportWorkspace();
        using var spool = new PlanSpool(space.PathOf("plans"));
        (DonorSnapshot snapshot, IReadOnlyList<string> broken) = await builder.BuildAsync(report, spool, cancellation);
        if (broken.Count == 0 && snapshot.Head.Deliveries.Count == 0 && snapshot.Plans.All(plan => plan.Periods.Count == 0))
        {
            await EndWithNothingAsync(report, cancellation);
            return;
        }

        string? note = report.ChangeNote;
        if (report.LatestIssued is { } issued)
        {
            DonorSnapshot replaced = await ReplacedAsync(issued, space, cancellation);
            IReadOnlyList<ToldValue> told = FigureCalculator.Told(replaced);
            snapshot = snapshot with { Head = snapshot.Head with { Told = told.Count > 0 ? told : null } };
            IReadOnlyList<FigureChange> changes = FigureChanges.Between(FigureCalculator.Of(replaced), FigureCalculator.Of(snapshot));
            if (changes.Count == 0 && note is null)
            {
                await StayAsIssuedAsync(report, issued, cancellation);
                return;
            }

            note = string.Join(
                " ",
                new[] { note, changes.Count > 0 ? $"Changed: {FigureChanges.Describe(changes)}." : null }.OfType<string>()
            );
            snapshot = snapshot with
            {
                Head = snapshot.Head with
                {
                    Supersedes = new Supersession($"{report.Agreement}/{report.Period}/v{issued.Number:D2}", note),
                },
            };
        }

        await AddVersionAsync(report, snapshot, note, broken, space, cancellation);
    }

    /// <summary>From now on no texts and annexes are taken: one that came in between the snapshot and the version would be told as
    /// recorded, and be in neither.</summary>
    /// <returns>Null where there is nothing to assemble any more.</returns>
    private Task<DonorReportRecord?> BeginAsync(DonorReportRef id, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                Row<DonorReportRecord> row = (await DonorReportRows.FindAsync(table, id.Agreement, id.Period, cancellation))!;
                if (row.Value is not { State: DonorReportState.Assembling, MakingSince: null })
                {
                    return ((UnitOfWork?)null, row.Value.State == DonorReportState.Assembling ? row.Value : null);
                }

                DonorReportRecord begun = row.Value with { MakingSince = clock.GetUtcNow() };
                return (new UnitOfWork(begun.Stream).Replace(row, begun), begun);
            },
            cancellation
        );

    private Task EndWithNothingAsync(DonorReportRecord report, CancellationToken cancellation) =>
        ChangeAsync(
            report,
            after => after with { State = DonorReportState.NothingToReport },
            new AuditEntry(
                AuditKind.DonorReportNothingToReport,
                report.Period.Value,
                null,
                "no reporting period of a plan ends in this donor period, and no event was held"
            ),
            cancellation
        );

    private Task StayAsIssuedAsync(DonorReportRecord report, DonorReportVersion issued, CancellationToken cancellation) =>
        ChangeAsync(
            report,
            after => after with { State = DonorReportState.Issued },
            new AuditEntry(
                AuditKind.DonorReportUnchanged,
                report.Period.Value,
                null,
                $"no figure of version {issued.Number} changes",
                issued.ManifestSha256
            ),
            cancellation
        );

    private async Task<DonorSnapshot> ReplacedAsync(DonorReportVersion issued, ReportWorkspace space, CancellationToken cancellation)
    {
        await archive.FetchAsync($"{issued.Folder}/{DonorReportArchive.Snapshot}", space.PathOf("issued"), cancellation);
        return SnapshotDocument.Open(() => File.OpenRead(space.PathOf("issued")));
    }

    private async Task AddVersionAsync(
        DonorReportRecord report,
        DonorSnapshot snapshot,
        string? note,
        IReadOnlyList<string> broken,
        ReportWorkspace space,
        CancellationToken cancellation
    )
    {
        int number = report.Versions.Count + 1;
        FigureSet figures = FigureCalculator.Of(snapshot);
        KeptReport kept = await archive.KeepAsync(report.FolderOf(number), snapshot, cancellation);
        var version = new DonorReportVersion(
            number,
            kept.Head.AsOf,
            report.FolderOf(number),
            kept.SnapshotSha256,
            kept.ManifestSha256,
            kept.Head.Agreement.Framework.Indicators.Count
        )
        {
            ChangeNote = note,
            Supersedes = report.LatestIssued?.Number,
            Open = Checklist.Of(kept.Head, figures) is { Count: > 0 } open ? open : null,
            Changes = await ChangesAsync(report, figures, space, cancellation),
            Authors = await AuthorsAsync(report, cancellation),
            OpenInBooks = kept.Head.Finance?.Open is { Count: > 0 } unsettled ? unsettled : null,
        };
        await ChangeAsync(
            report,
            after => after with { State = DonorReportState.Draft, Versions = [.. after.Versions, version] },
            new AuditEntry(
                AuditKind.DonorReportAssembled,
                report.Period.Value,
                null,
                broken.Count == 0 ? $"version {number}" : $"version {number}, without {broken.Count} unreadable records",
                kept.ManifestSha256
            ),
            cancellation,
            number,
            broken
        );
    }

    /// <summary>Changes since the previous version, which may have been sent back and never issued.</summary>
    private async Task<string?> ChangesAsync(
        DonorReportRecord report,
        FigureSet figures,
        ReportWorkspace space,
        CancellationToken cancellation
    )
    {
        string path = space.PathOf("before");
        if (
            report.Latest is not { } before
            || !await archive.FetchAsync($"{before.Folder}/{DonorReportArchive.Snapshot}", path, cancellation)
        )
        {
            return null;
        }

        FigureSet were = FigureCalculator.Of(SnapshotDocument.Open(() => File.OpenRead(path)));
        return FigureChanges.Between(were, figures) is { Count: > 0 } changes ? FigureChanges.Describe(changes) : null;
    }

    /// <summary>Everybody who contributed something that no other person has decided on.</summary>
    private async Task<IReadOnlyList<PersonId>> AuthorsAsync(DonorReportRecord report, CancellationToken cancellation)
    {
        IEnumerable<PersonId> texts = (await DonorReportRows.TextsAsync(table, report, cancellation)).Texts?.Authors ?? [];
        IEnumerable<PersonId> annexes = (await DonorReportRows.AnnexesAsync(table, report, cancellation)).Annexes.Select(annex => annex.By);
        PersonId? deliveries = await ImporterAsync(RegisterKind.Deliveries, cancellation),
            scores = await ImporterAsync(RegisterKind.Cips, cancellation);
        IReadOnlyList<(string Key, Row<AuditEvent>? Row)> trail = await table.ListReadableAsync<AuditEvent>(
            StreamId.Programme,
            AuditRows.Prefix,
            cancellation
        );
        PersonId? framework = trail
            .LastOrDefault(link => link.Row?.Value is { By: not null } told && told.Subject == ProgrammeRows.Key(report.Agreement))
            .Row?.Value.By;
        IEnumerable<PersonId> books = trail
            .Select(link => link.Row?.Value)
            .Where(told => told?.By is not null && FinanceService.IsAbout(report.Agreement, told))
            .Select(told => told!.By!.Value);
        return
        [
            .. texts
                .Concat(annexes)
                .Concat(books)
                .Concat(new[] { report.RevisedBy, deliveries, scores, framework }.OfType<PersonId>())
                .Distinct()
                .OrderBy(person => person.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Nobody if the register cannot be read, because then nothing of it is in the report.</summary>
    private Task<PersonId?> ImporterAsync(RegisterKind kind, CancellationToken cancellation) =>
        BrokenFacts.ReadAsync(async () => (await registers.StateAsync(kind, cancellation))?.By, null, "", []);

    /// <summary>Changes the report as it was read. If somebody has assembled it meanwhile, nothing is left to do.</summary>
    /// <param name="broken">Rows that it had to do without: the officers are told.</param>
    private async Task ChangeAsync(
        DonorReportRecord was,
        Func<DonorReportRecord, DonorReportRecord> change,
        AuditEntry why,
        CancellationToken cancellation,
        int version = 0,
        IReadOnlyList<string>? broken = null
    )
    {
        IReadOnlyList<string> told = await table.DecideAsync<IReadOnlyList<string>>(
            async () =>
            {
                Row<DonorReportRecord> row = (await DonorReportRows.FindAsync(table, was.Agreement, was.Period, cancellation))!;
                if (row.Value.State != DonorReportState.Assembling || row.Value.Versions.Count != was.Versions.Count)
                {
                    return (null, []);
                }

                UnitOfWork unit = new UnitOfWork(was.Stream).Replace(row, change(row.Value) with { MakingSince = null }).Record(why);
                return (unit, broken is { Count: > 0 } ? await mails.TellUnreadableAsync(unit, was, version, broken, cancellation) : []);
            },
            cancellation
        );
        await post.SendAsync(was.Stream, told, cancellation); // what is not sent now, the outbox check sends
    }
}
