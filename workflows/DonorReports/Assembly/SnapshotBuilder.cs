using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.GivenTemplates;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.DonorReports.Registers;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys;
using ACip.Workflows.Surveys.Waves;
using ACip.Workflows.Time;
using Microsoft.Extensions.Options;
using AuditHead = ACip.Workflows.DonorReports.Snapshots.AuditHead;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Collects from the facts what a donor report may say: accepted figures and texts, linked indicators, registers, and every gap
/// with its reason.</summary>
public sealed class SnapshotBuilder(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    RegisterStore registers,
    PublishedScores published,
    MultilateralFactsQuery multilateral,
    DonorReportArchive archive,
    IOptions<MailOptions> options,
    FinanceService finance,
    RecommendationService recommendations,
    TimeProvider clock
)
{
    private static readonly Publisher ProgrammeItself = new("XI-EXAMPLE-ACIP", Texts.PublisherName.En) { Names = Texts.PublisherName };

    /// <summary>True where nothing more can come: every report of the period is accepted, or will not be.</summary>
    public async Task<bool> IsCompleteAsync(DonorReportRecord report, CancellationToken cancellation)
    {
        bool any = false;
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        foreach (PlanListing listing in Plans(register, report))
        {
            // what cannot be read is waited for until the cut-off, and then named as a gap
            PlanRecord? plan = (await table.FindReadableAsync<PlanRecord>(StreamId.Of(listing.Id), PlanRows.File, cancellation)).Row?.Value;
            foreach (ReportingPeriod period in plan?.Periods.Where(p => report.DonorPeriod.Holds(p.End)) ?? [])
            {
                any = true;
                ReportRecord? one = (
                    await table.FindReadableAsync<ReportRecord>(StreamId.Of(listing.Id), ReportRows.Key(period.Key), cancellation)
                )
                    .Row
                    ?.Value;
                if (one is null || one.State is ReportState.NotDue or ReportState.Open or ReportState.Submitted or ReportState.Returned)
                {
                    return false;
                }
            }
        }

        return any; // without any period nothing has come yet, and something may until the cut-off
    }

    /// <summary>Reads plan after plan onto the disk, and then says what the report as a whole is.</summary>
    /// <returns>The snapshot, its plans read from the spool, one at a time; and the rows that it had to do without.</returns>
    internal async Task<(DonorSnapshot Snapshot, IReadOnlyList<string> Broken)> BuildAsync(
        DonorReportRecord report,
        PlanSpool spool,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        ReportTemplate template = TemplateOf(register, register.Agreements[report.Agreement].Schedule.Template);
        GrantAgreement agreement = TemplateScope.Of(register.Agreements[report.Agreement], template);
        Administration[] funded =
        [
            .. agreement
                .Administrations.Where(register.Administrations.ContainsKey)
                .Select(id => register.Administrations[id])
                .OrderBy(a => a.Id.Value, StringComparer.Ordinal),
        ];
        var told = new EarlierReports(table, archive);
        List<string> broken = [],
            general = [.. register.Unreadable.Select(key => $"{StreamId.Programme}: {key}")];
        IReadOnlyList<DonorReportRecord> earlier = await told.BeforeAsync(report, general, cancellation);
        DateTimeOffset? since = earlier.Append(report).Select(one => one.LatestIssued?.AssembledAt).Max();
        var extraction = new PlanExtraction(table, versions, agreement, report.DonorPeriod, since);
        var gaps = new List<CoverageGap>();
        var heads = new List<AuditHead>();
        var events = new List<DeliveredEvent>();
        foreach (Administration administration in funded)
        {
            PlanListing[] listings = [.. Plans(register, report).Where(plan => plan.Administration == administration.Id)];
            if (listings.Length == 0)
            {
                gaps.Add(new CoverageGap(administration.Id, null, null, GapReason.NoPlan));
            }

            foreach (PlanListing listing in listings)
            {
                ExtractedPlan plan = await ExtractAsync(extraction, listing, administration, cancellation);
                broken.AddRange(plan.Broken);
                gaps.AddRange(plan.Gaps);
                events.AddRange(plan.Events);
                heads.AddRange(plan.Audit is { } head ? [head] : []);
                if (plan.Extract is { } extract)
                {
                    spool.Add(extract);
                }
            }
        }

        MultilateralFacts common = await BrokenFacts.ReadAsync(
            () => multilateral.ReadAsync(cancellation),
            MultilateralFacts.None,
            $"{StreamId.Programme}: multilateral",
            general
        );
        events.AddRange(common.Delivered);
        foreach (StreamId stream in (StreamId[])[report.Stream, StreamId.Programme, .. common.Streams(report.DonorPeriod)])
        {
            (bool stands, Row<Audit.AuditHead>? head) = await table.FindReadableAsync<Audit.AuditHead>(
                stream,
                AuditRows.Head,
                cancellation
            );
            heads.AddRange(head?.Value is { } last ? [new AuditHead(stream.Value, last.Sequence, last.Hash)] : []);
            general.AddRange(stands && head is null ? [$"{stream}: {AuditRows.Head}"] : []);
        }

        (bool written, SecretariatTexts? texts) = await DonorReportRows.TextsAsync(table, report, cancellation);
        (IReadOnlyList<ReportAnnex> annexes, IReadOnlyList<string> lost) = await DonorReportRows.AnnexesAsync(table, report, cancellation);
        general.AddRange([
            .. written && texts is null ? [$"{report.Stream}: {DonorReportRows.TextsKey(report.Period)}"] : Array.Empty<string>(),
            .. lost.Select(key => $"{report.Stream}: {key}"),
        ]);
        IReadOnlyList<DeliveredEvent> deliveries = await DeliveriesAsync(report, funded, events, general, cancellation);
        IReadOnlyList<CipsScore> scores = await CipsAsync(report, register, general, cancellation);
        IReadOnlyList<EarlierFigure> figures = await BrokenFacts.ReadAsync(
            () => told.FiguresAsync(earlier, agreement.Schedule.Languages[0], cancellation),
            [],
            $"{report.Stream}: earlier reports",
            general
        );
        string? activity = await BrokenFacts.ReadAsync(
            () => told.ActivityAsync(earlier.Append(report), agreement.Schedule.Languages[0], cancellation),
            null,
            $"{report.Stream}: earlier activity",
            general
        );
        IReadOnlyList<FinancialPeriod> books = await BrokenFacts.ReadAsync(
            () => finance.ListAsync(agreement.Id, cancellation),
            [],
            $"{StreamId.Programme}: finance",
            general
        );
        var snapshot = new DonorSnapshot(
            new SnapshotHead
            {
                Fictional = register.Fictional,
                AsOf = now,
                Agreement = agreement,
                Template = ShippedTemplates.Find(template.Name) is null ? template : null,
                Framework = new FrameworkEdition(agreement.Framework.Edition, agreement.Framework.ApprovedOn),
                Donor = register.Donors[agreement.Donor],
                Publisher = ProgrammeItself,
                Period = report.DonorPeriod,
                Final = report.IsFinal ? true : null,
                Administrations = funded,
                KeyFactors = KeyFactors.All,
                Earlier = figures,
                Gaps = gaps,
                Unreadable = general.Count > 0 ? general : null,
                Narratives = texts?.Narratives ?? [],
                Outcomes = texts?.Outcomes is { Count: > 0 } outcomes ? outcomes : null,
                Deviations = TemplateScope.Of(texts?.Deviations ?? [], register.Agreements[report.Agreement], template),
                Risks = texts?.Risks ?? [],
                Deliveries = deliveries,
                Multilateral = common.Extract(report.DonorPeriod, register),
                Cips = scores,
                Translations = texts?.Translations is { Count: > 0 } translations ? translations : null,
                Preferred = texts?.Preferred is { Count: > 0 } preferred ? preferred : null,
                Annexes = [.. annexes.Select(annex => annex.File)],
                Recommendations = await OpenAsync(funded, report, general, cancellation) is { Count: > 0 } open ? open : null,
                Finance = FinancialStatement.Of(books, agreement, report.Start, report.End),
                AuditHeads = heads,
                ActivityIdentifier = activity,
                PublishedAt = $"{options.Value.PublicUrl}/{PublicationService.PathOf(agreement.Id)}",
            },
            spool.Plans
        );
        return (snapshot, [.. broken, .. general]);
    }

    /// <summary>One that cannot be read now is waited for: by another the donor would get what it did not agree to.</summary>
    private static ReportTemplate TemplateOf(ProgrammeRegister register, DonorTemplate name) =>
        register.FindTemplate(name) ?? throw new InvalidOperationException($"There is no template {name}.");

    /// <summary>Of administrations that the donor funds.</summary>
    private Task<IReadOnlyList<OpenRecommendation>> OpenAsync(
        IReadOnlyList<Administration> funded,
        DonorReportRecord report,
        List<string> broken,
        CancellationToken cancellation
    ) =>
        BrokenFacts.ReadAsync<IReadOnlyList<OpenRecommendation>>(
            async () =>
                [
                    .. from one in await recommendations.ListAsync(null, cancellation)
                    where one.Closed is null && one.Found <= report.End && funded.Any(home => home.Id == one.Administration)
                    select new OpenRecommendation(one.Administration, one.Id, one.Source, one.Found, one.Wanted, one.Due),
                ],
            [],
            $"{StreamId.Programme}: recommendations",
            broken
        );

    /// <summary>One plan's facts that do not hold together must not keep a donor from hearing of all others. Storage that does not answer
    /// is another matter, and is tried again.</summary>
    private static async Task<ExtractedPlan> ExtractAsync(
        PlanExtraction extraction,
        PlanListing listing,
        Administration administration,
        CancellationToken cancellation
    )
    {
        try
        {
            return await extraction.ExtractAsync(listing, administration, cancellation);
        }
        catch (Exception broken) when (BrokenFacts.Tells(broken))
        {
            return ExtractedPlan.Unreadable(listing, broken.GetType().Name);
        }
    }

    private static IEnumerable<PlanListing> Plans(ProgrammeRegister register, DonorReportRecord report) =>
        register
            .Plans.Values.Where(plan =>
                register.Agreements[report.Agreement].Administrations.Contains(plan.Administration)
                && plan.Start <= report.End
                && plan.End >= report.Start
            )
            .OrderBy(plan => plan.Administration.Value, StringComparer.Ordinal)
            .ThenBy(plan => plan.Id.Value, StringComparer.Ordinal);

    /// <summary>The register's rows and those of accepted reports, of administrations that the donor funds; a row that stands in both
    /// counts once.</summary>
    private async Task<IReadOnlyList<DeliveredEvent>> DeliveriesAsync(
        DonorReportRecord report,
        IEnumerable<Administration> funded,
        IEnumerable<DeliveredEvent> reported,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        HashSet<AdministrationId?> seen = [null, .. funded.Select(administration => (AdministrationId?)administration.Id)];
        return
        [
            .. (await BrokenFacts.ReadAsync(() => registers.DeliveriesAsync(cancellation), [], NameOf(RegisterKind.Deliveries), broken))
                .Concat(reported)
                .Where(row => seen.Contains(row.Administration) && report.DonorPeriod.Holds(row.End))
                .DistinctBy(row => (row.Kind, row.Title, row.Start, row.End, row.Administration)),
        ];
    }

    /// <summary>
    /// Waves up to the year in which the donor period ends: of the programme, of groups, and of the administrations that the donor funds.
    /// Where no finished score of the programme was
    /// imported, its score is pooled of those administrations and of the others whose scores everybody may see.
    /// </summary>
    private async Task<IReadOnlyList<CipsScore>> CipsAsync(
        DonorReportRecord report,
        ProgrammeRegister register,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        string last = report.End.Year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
        HashSet<string> others =
        [
            .. register
                .Administrations.Keys.Except(register.Agreements[report.Agreement].Administrations)
                .Select(administration => administration.Value),
        ];
        CipsScore[] imported =
        [
            .. (await BrokenFacts.ReadAsync(() => registers.CipsAsync(cancellation), [], NameOf(RegisterKind.Cips), broken)).Where(
                IsInTime
            ),
        ];
        CipsScore[] measured =
        [
            .. (
                await BrokenFacts.ReadAsync(
                    () =>
                        published.ReadAsync(
                            administration => others.Contains(administration.Value) ? PublishedTo.Public : PublishedTo.Donors,
                            cancellation
                        ),
                    [],
                    $"{StreamId.Programme}: surveys",
                    broken
                )
            ).Where(IsInTime),
        ];
        bool alone = measured.All(score => score.Owner is null || !others.Contains(score.Owner));
        HashSet<string> finished = [.. imported.Where(score => score.Owner is null).Select(score => score.Group)];
        return
        [
            .. imported.Concat(measured).Where(score => score.Owner is null || !others.Contains(score.Owner)),
            .. ProgrammePool
                .Of(measured)
                .Where(score => !finished.Contains(score.Group))
                .Select(score => score with { OfAgreement = alone }),
        ];

        bool IsInTime(CipsScore score) => string.CompareOrdinal(score.Wave, 0, last, 0, 4) <= 0;
    }

    private static string NameOf(RegisterKind kind) => $"{StreamId.Programme}: {RegisterStore.Key(kind)}";
}
