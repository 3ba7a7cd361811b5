using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Languages;
using ACip.Workflows.Surveys;

namespace ACip.Workflows.DonorReports.Composition;

internal static class ComponentSections
{
    /// <summary>Counts of all events in the donor period, whoever paid for them: the multilateral component serves everybody.</summary>
    public static DocumentSection Multilateral(CompositionContext report)
    {
        DeliveredEvent[] held = [.. report.Head.Deliveries.Where(row => report.Head.Period.Holds(row.End))];
        List<Block> blocks = [.. report.Written(NarrativePart.Multilateral, sayIfNone: false)];
        if (held.Length == 0)
        {
            // what the Secretariat, or a register, says is work: no sentence beside it says that there was none
            if (blocks.Count == 0 && report.Head.Multilateral is null)
            {
                blocks.Add(new Paragraph(report.Say(Texts.NoDeliveries)));
            }

            blocks.AddRange(More(report));
            return new DocumentSection("multilateral", 1, report.Say(Texts.Multilateral), blocks);
        }

        IReadOnlyList<HeldKind> kinds =
        [
            .. held.GroupBy(row => row.Kind).OrderBy(kind => kind.Key).Select(kind => HeldKind.Of(report, kind)),
        ];
        blocks.Add(Counts(report, kinds));
        blocks.AddRange(Participants(report, kinds));
        blocks.AddRange(More(report));
        return new DocumentSection("multilateral", 1, report.Say(Texts.Multilateral), blocks);
    }

    private static Table Counts(CompositionContext report, IReadOnlyList<HeldKind> kinds) =>
        new(
            report.Say(Texts.Multilateral),
            [
                new Column(report.Say(Texts.Kind), 8),
                new Column(report.Say(Texts.Events), 4, Number: true),
                new Column(report.Say(Texts.Administrations), 6, Number: true),
                new Column(report.Say(Texts.Women), 4, Number: true),
                new Column(report.Say(Texts.Men), 4, Number: true),
                new Column(report.Say(Texts.NotStated), 4, Number: true),
                new Column(report.Say(Texts.Participants), 5, Number: true),
            ],
            [
                .. kinds.Select(kind =>
                    (IReadOnlyList<Cell>)
                        [
                            kind.Name,
                            report.Count(kind.Events),
                            report.Count(kind.Administrations),
                            report.Count(kind.Women),
                            report.Count(kind.Men),
                            report.Count(kind.NotStated),
                            report.Count(kind.All),
                        ]
                ),
            ]
        );

    private static IEnumerable<Block> Participants(CompositionContext report, IReadOnlyList<HeldKind> kinds)
    {
        StackedBar[] bars =
        [
            .. kinds.Where(kind => kind.All > 0).Select(kind => new StackedBar(kind.Name, [kind.Women, kind.Men, kind.NotStated])),
        ];
        if (bars.Length == 0)
        {
            return [];
        }

        string[] series = [report.Say(Texts.Women), report.Say(Texts.Men), report.Say(Texts.NotStated)];
        string inWords = report.Parts(
            bars.Select(bar =>
                report.Pair(bar.Label, report.List(series.Select((name, place) => $"{name} {report.Number(bar.Values[place])}")))
            )
        );
        return report.Drawn(new StackedChart(report.Say(Texts.Participants), inWords + ".", "", series, bars));
    }

    /// <summary>All events of a kind.</summary>
    private sealed record HeldKind(string Name, int Events, int Administrations, int Women, int Men, int NotStated)
    {
        public int All => Women + Men + NotStated;

        public static HeldKind Of(CompositionContext report, IGrouping<DeliveryKind, DeliveredEvent> kind) =>
            new(
                report.Say(Terms.Of(kind.Key)),
                kind.Select(row => (row.Title, row.Start, row.End)).Distinct().Count(),
                kind.Where(row => row.Administration is not null).Select(row => row.Administration).Distinct().Count(),
                kind.Sum(row => row.Women),
                kind.Sum(row => row.Men),
                kind.Sum(row => row.NotStated)
            );
    }

    private static IEnumerable<Block> More(CompositionContext report) =>
        report.Head.Multilateral is { } extract ? MultilateralSections.Of(report, extract) : [];

    /// <summary>The last two waves of each, side by side; whose scores they are stands above them.</summary>
    public static DocumentSection Cips(CompositionContext report)
    {
        if (report.Head.Cips.Count == 0)
        {
            return new DocumentSection("cips", 1, report.Say(Texts.Cips), [new Paragraph(report.Say(Texts.NoCips))]);
        }

        HashSet<string> funded = [.. report.Head.Administrations.Select(one => one.Id.Value)];
        CipsScore[] told = [.. report.Head.Cips.Where(score => score.Owner is null || funded.Contains(score.Owner))];
        IGrouping<(string? Owner, string Group), CipsMovement>[] groups =
        [
            .. CipsMovement.Latest(told).GroupBy(movement => (movement.Now.Owner, movement.Now.Group)),
        ];
        List<Block> blocks =
        [
            new Paragraph(
                $"{report.Say(Texts.CipsReading)} {report.Say(Texts.CipsFew(fewest: report.Number(CipsMovement.FewestRespondents)))}"
            ),
            .. told.Any(score => score is { Owner: null, OfAgreement: false })
                ? new[] { new Paragraph(report.Say(Texts.CipsProgrammeWide)) }
                : [],
            .. told.Max(score => score.Administrations) is { } pooled
                ? new[]
                {
                    new Paragraph(
                        report.Say(
                            Texts.CipsPooled(
                                administrations: report.Number(pooled),
                                fewest: report.Number(ProgrammePool.FewestAdministrations)
                            )
                        )
                    ),
                }
                : [],
            .. groups.Select(group => ScoreTable(report, group, WavesOf(group))),
        ];
        foreach (IGrouping<(string? Owner, string Group), CipsMovement> group in groups)
        {
            blocks.AddRange(
                report.Drawn(
                    new IntervalChart(
                        Titled(report, group.First().Now),
                        report.Parts(
                            group
                                .GroupBy(movement => movement.Direction)
                                .OrderBy(same => same.Key)
                                .Select(same =>
                                    report.Pair(
                                        report.Say(Named(same.Key)),
                                        report.List(same.Select(movement => Writing.Plain(movement.Now.KeyFactor)))
                                    )
                                )
                        ) + ".",
                        "",
                        [.. WavesOf(group).Select(wave => new IntervalSeries(wave, [.. group.Select(movement => Point(movement, wave))]))]
                    )
                )
            );
        }

        return new DocumentSection("cips", 1, report.Say(Texts.Cips), blocks);
    }

    private static string[] WavesOf(IEnumerable<CipsMovement> group) =>
        [
            .. group
                .SelectMany(movement => (string?[])[movement.Before?.Wave, movement.Now.Wave])
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>An administration by its name, several by whether they are the agreement's or the programme's, a group as it is
    /// called.</summary>
    private static string Titled(CompositionContext report, CipsScore whose) =>
        report.Pair(
            report.Say(Texts.Cips),
            $"{(whose.Owner is { } owner ? report.Name(new Identifiers.AdministrationId(owner)) : report.Say(FigureTables.Together(whose)))}, {Respondents(report, whose.Group)}"
        );

    private static Table ScoreTable(
        CompositionContext report,
        IGrouping<(string? Owner, string Group), CipsMovement> group,
        string[] waves
    ) =>
        new(
            Titled(report, group.First().Now),
            [
                new Column(report.Say(Texts.KeyFactor), 8),
                .. waves.Select(wave => new Column(wave, 4, Number: true)),
                new Column(report.Say(Texts.Respondents), 4, Number: true),
                new Column(report.Say(Texts.Movement), 5),
            ],
            [
                .. group.Select(movement =>
                    (IReadOnlyList<Cell>)
                        [
                            KeyFactor(report, movement.Now.KeyFactor),
                            .. waves.Length > 1 ? new[] { Score(report, movement.Before) } : [],
                            Score(report, movement.Now),
                            report.Count(movement.Now.N),
                            Moved(report, movement),
                        ]
                ),
            ]
        );

    /// <summary>In words, with how far and how certain where that is known.</summary>
    private static string Moved(CompositionContext report, CipsMovement movement) =>
        movement.Difference is { } difference
            ? report.Pair(
                report.Say(Named(movement.Direction)),
                $"{Writing.Number(difference.Value, report.Language, 1)} ({Writing.Number(difference.Low, report.Language, 1)} … {Writing.Number(difference.High, report.Language, 1)})"
            )
            : report.Say(Named(movement.Direction));

    private static IntervalPoint Point(CipsMovement movement, string wave)
    {
        CipsScore? score = movement.Now.Wave == wave ? movement.Now : movement.Before;
        string label = Writing.Plain(movement.Now.KeyFactor);
        return score is { } known && known.N >= CipsMovement.FewestRespondents
            ? new(label, known.Mean, known.Low, known.High)
            : new(label, null, null, null);
    }

    private static Cell Score(CompositionContext report, CipsScore? score) =>
        score switch
        {
            null => report.Say(Texts.NotSayable),
            { N: < CipsMovement.FewestRespondents } => new Cell(report.Say(Texts.Suppressed), Notes: [report.Note(Texts.SuppressedNote)]),
            _ => new Cell(WithInterval(report, score), score.Mean),
        };

    /// <summary>The three with as many decimals as the finest of them.</summary>
    private static string WithInterval(CompositionContext report, CipsScore score)
    {
        int decimals = new[] { score.Mean, score.Low, score.High }.Max(number =>
            Math.Max(1, (int)Snapshots.SnapshotJson.Canonical(number).Scale)
        );
        string Number(decimal number) => Writing.Number(number, report.Language, decimals);
        return $"{Number(score.Mean)} ({Number(score.Low)}–{Number(score.High)})";
    }

    private static string Respondents(CompositionContext report, string group) =>
        Terms.Respondents(group) is { } known ? report.Say(known) : group;

    private static string KeyFactor(CompositionContext report, int number) =>
        $"{Writing.Plain(number)} {report.Head.KeyFactors.FirstOrDefault(factor => factor.Number == number)?.Name.In(report.Language)}".TrimEnd();

    private static Text Named(CipsDirection direction) =>
        direction switch
        {
            CipsDirection.Up => Texts.Up,
            CipsDirection.Down => Texts.Down,
            CipsDirection.First => Texts.First,
            CipsDirection.Withheld => Texts.Suppressed,
            _ => Texts.Unclear,
        };
}
