using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Of the multilateral component, what is not counted by event: initiatives, instruments, good practices, the meeting, who came
/// and left.</summary>
internal static class MultilateralSections
{
    public static IEnumerable<Block> Of(CompositionContext report, MultilateralExtract extract)
    {
        Block?[] blocks =
        [
            Events(report, extract),
            Initiatives(report, extract),
            Uptakes(report, extract),
            Meetings(report, extract),
            Practices(report, extract),
            Life(report, extract),
        ];
        return
        [
            .. blocks.OfType<Block>(),
            .. extract.Topics.Count > 0
                ? new[]
                {
                    new Paragraph(
                        report.Say(
                            Texts.CommunitiesTalkedAbout(topics: extract.Topics.Count, posts: extract.Topics.Sum(topic => topic.Posts))
                        )
                    ),
                }
                : [],
            .. extract.Uncac.Count > 0
                ? new[]
                {
                    new Paragraph(
                        report.Say(
                            Texts.WorkServes(
                                articles: TextArgument.List(extract.Uncac.Select(article => Writing.Plain(article))),
                                targets: TextArgument.List(extract.Sdg16)
                            )
                        )
                    ),
                }
                : [],
        ];
    }

    private static Table? Events(CompositionContext report, MultilateralExtract extract) =>
        extract.Events.Count == 0
            ? null
            : new Table(
                report.Say(Texts.EventsOneByOne),
                [
                    new Column(report.Say(Texts.What), 9),
                    new Column(report.Say(Texts.Kind), 6),
                    new Column(report.Say(Texts.Days), 6),
                    new Column(report.Say(Texts.Invited), 4, Number: true),
                    new Column(report.Say(Texts.SaidWhoCame), 4, Number: true),
                    new Column(report.Say(Texts.Useful1To5), 4, Number: true),
                ],
                [
                    .. extract.Events.Select(one =>
                        (IReadOnlyList<Cell>)
                            [
                                one.Title,
                                report.Say(Terms.Of(one.Kind)),
                                one.Start == one.End ? report.Day(one.End) : $"{report.Day(one.Start)} – {report.Day(one.End)}",
                                report.Count(one.Invited),
                                report.Count(one.Said),
                                report.Amount(one.Useful),
                            ]
                    ),
                ]
            );

    private static Table? Initiatives(CompositionContext report, MultilateralExtract extract) =>
        extract.Initiatives.Count == 0
            ? null
            : new Table(
                report.Say(Texts.RegionalAndInternationalInitiatives),
                [
                    new Column(report.Say(Texts.Initiative), 7),
                    new Column(report.Say(Texts.Result), 9),
                    new Column(report.Say(Texts.Baseline), 4, Number: true),
                    new Column(report.Say(Texts.Target), 4, Number: true),
                    new Column(report.Say(Texts.Actual), 4, Number: true),
                ],
                [
                    .. extract.Initiatives.Select(one =>
                        (IReadOnlyList<Cell>)
                            [
                                $"{one.Title} ({report.Say(Terms.Of(one.Reach))})",
                                $"{one.Code} {one.Statement} ({one.Unit})",
                                report.Amount(one.Baseline),
                                report.Amount(one.Target),
                                report.Amount(one.Value),
                            ]
                    ),
                ]
            );

    private static Table? Uptakes(CompositionContext report, MultilateralExtract extract) =>
        extract.Uptakes.Count == 0
            ? null
            : new Table(
                report.Say(Texts.UptakeOfInstrumentsAndTools),
                [
                    new Column(report.Say(Texts.What), 9),
                    new Column(report.Say(Texts.Kind), 6),
                    new Column(report.Say(Texts.Version), 4),
                    new Column(report.Say(Texts.Administrations), 5, Number: true),
                    new Column(report.Say(Texts.Women), 4, Number: true),
                    new Column(report.Say(Texts.Men), 4, Number: true),
                    new Column(report.Say(Texts.NotStated), 4, Number: true),
                ],
                [
                    .. extract.Uptakes.Select(one =>
                        (IReadOnlyList<Cell>)
                            [
                                one.Title,
                                report.Say(Terms.Of(one.Kind)),
                                one.Version,
                                report.Count(one.Administrations),
                                report.Count(one.Women),
                                report.Count(one.Men),
                                report.Count(one.NotStated),
                            ]
                    ),
                ]
            );

    private static Table? Meetings(CompositionContext report, MultilateralExtract extract) =>
        extract.Meetings.Count == 0
            ? null
            : new Table(
                report.Say(Texts.AnnualCoordinatorsMeeting),
                [
                    new Column(report.Say(Texts.What), 9),
                    new Column(report.Say(Texts.Days), 6),
                    new Column(report.Say(Texts.Administrations), 5, Number: true),
                    new Column(report.Say(Texts.ActionPoints), 5, Number: true),
                    new Column(report.Say(Texts.OfThemDone), 5, Number: true),
                ],
                [
                    .. extract.Meetings.Select(one =>
                        (IReadOnlyList<Cell>)
                            [
                                one.Title,
                                $"{report.Day(one.Start)} – {report.Day(one.End)}",
                                report.Count(one.Administrations),
                                report.Count(one.Points),
                                report.Count(one.Done),
                            ]
                    ),
                ]
            );

    private static Table? Practices(CompositionContext report, MultilateralExtract extract) =>
        extract.Practices.Count == 0
            ? null
            : new Table(
                report.Say(Texts.GoodPracticesShared),
                [new Column(report.Say(Texts.Administration), 6), new Column(report.Say(Texts.What), 12)],
                [.. extract.Practices.Select(one => (IReadOnlyList<Cell>)[NameOf(report, one.Administration, one.Name), one.Title])]
            );

    private static Table? Life(CompositionContext report, MultilateralExtract extract) =>
        extract.Life.Count == 0
            ? null
            : new Table(
                report.Say(Texts.MembersDonorsCameLeft),
                [new Column(report.Say(Texts.Day), 5), new Column(report.Say(Texts.Change), 6), new Column(report.Say(Texts.Who), 9)],
                [
                    .. extract.Life.Select(one =>
                        (IReadOnlyList<Cell>)
                            [
                                report.Day(one.On),
                                report.Say(Terms.Of(one.What)),
                                one.Administration is { } home ? NameOf(report, home, one.Name) : one.Name,
                            ]
                    ),
                ]
            );

    /// <summary>Of administrations that others pay for, too.</summary>
    private static string NameOf(CompositionContext report, AdministrationId home, string name) =>
        CountryNames.Of(home, name).In(report.Language);
}
