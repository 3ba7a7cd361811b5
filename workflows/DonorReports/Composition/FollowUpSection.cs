using ACip.Workflows.Documents;
using ACip.Workflows.Recommendations;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>What monitoring visits and audits recommend and is not closed yet.</summary>
internal static class FollowUpSection
{
    /// <returns>None where nothing is open.</returns>
    public static IEnumerable<DocumentSection> Of(CompositionContext report)
    {
        if (report.Head.Recommendations is not { Count: > 0 } open)
        {
            return [];
        }

        return
        [
            new DocumentSection(
                "recommendations",
                1,
                report.Say(Texts.OpenRecommendations),
                [
                    new Table(
                        report.Say(Texts.OpenRecommendations),
                        [
                            new Column(report.Say(Texts.Administration), 3),
                            new Column(report.Say(Texts.RecommendedBy), 3),
                            new Column(report.Say(Texts.RecommendedWhat), 6),
                            new Column(report.Say(Texts.RecommendedUntil), 2),
                        ],
                        [
                            .. open.Select(one =>
                                (IReadOnlyList<Cell>)
                                    [
                                        report.Name(one.Administration),
                                        report.Pair(report.Say(RecommendationWords.Of(one.Source)), report.Day(one.Found)),
                                        PrintableText.Short(one.Wanted, 400),
                                        report.Day(one.Due),
                                    ]
                            ),
                        ]
                    ),
                ]
            ),
        ];
    }
}
