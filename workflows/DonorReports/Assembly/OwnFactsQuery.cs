using ACip.Workflows.DonorReports.RegisterImports;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Whose report it is, and of whom.</summary>
internal sealed record ReportScope(
    DonorReportRecord Report,
    ProgrammeRegister Register,
    ReportTemplate Template,
    GrantAgreement Agreement,
    Administration[] Funded,
    DateTimeOffset Now
)
{
    public Language Language => Agreement.Schedule.Languages[0];
}

/// <summary>What the report and its programme say besides the plans.</summary>
internal sealed record OwnFacts(
    SecretariatTexts? Texts,
    IReadOnlyList<ReportAnnex> Annexes,
    IReadOnlyList<DeliveredEvent> Deliveries,
    IReadOnlyList<CipsScore> Scores,
    IReadOnlyList<FinancialPeriod> Books,
    IReadOnlyList<OpenRecommendation> Open
);

/// <summary>Reads what a donor report says besides the plans: texts, annexes, events, scores, accounts, open recommendations. What cannot
/// be read is named and left out.</summary>
public sealed class OwnFactsQuery(
    ProgrammeTable table,
    RegisterStore registers,
    PublishedScoresQuery published,
    FinanceService finance,
    RecommendationService recommendations
)
{
    internal async Task<OwnFacts> ReadAsync(
        ReportScope scope,
        List<DeliveredEvent> events,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        DonorReportRecord report = scope.Report;
        (bool written, SecretariatTexts? texts) = await DonorReportRows.TextsAsync(table, report, cancellation);
        (IReadOnlyList<ReportAnnex> annexes, IReadOnlyList<string> lost) = await DonorReportRows.AnnexesAsync(table, report, cancellation);
        broken.AddRange([
            .. written && texts is null ? [$"{report.Stream}: {DonorReportRows.TextsKey(report.Period)}"] : Array.Empty<string>(),
            .. lost.Select(key => $"{report.Stream}: {key}"),
        ]);
        return new OwnFacts(
            texts,
            annexes,
            await DeliveriesAsync(report, scope.Funded, events, broken, cancellation),
            await CipsAsync(report, scope.Register, broken, cancellation),
            await BrokenFacts.ReadAsync(
                () => finance.ListAsync(scope.Agreement.Id, cancellation),
                [],
                $"{StreamId.Programme}: finance",
                broken
            ),
            await OpenAsync(scope.Funded, report, broken, cancellation)
        );
    }

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

    /// <summary>Events from the register and from accepted reports of administrations that the donor funds. An event in both counts
    /// once.</summary>
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

    /// <summary>Waves up to the year in which the donor period ends: of the programme, of groups, and of the administrations that the
    /// donor funds. If no finished score of the programme was imported, it is pooled from those administrations and from others whose
    /// scores are public.</summary>
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
