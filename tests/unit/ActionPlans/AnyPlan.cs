using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>Plans as nobody would write them but everybody must keep: valid records with hostile texts, gaps and figures.</summary>
internal static class AnyPlan
{
    private static readonly DateOnly First = new(2026, 1, 1);

    // csharpier-ignore
    private static readonly string[] Texts =
    [
        "Share of declarations", "L’éthique « douanière »", "¿Cuántas denuncias?", "  spaces around  ", "two\nlines", "tab\there", "=1+1",
        "+SUM(A1)", "@cmd", "-5", "'quoted", "\"quoted\"", "<b>&amp;</b>", "_x0041_ literal", "1,5", "007", "TRUE", "2026-01-01",
        "العربية ‏", "日本語", "🛃 customs", "a;b|c", "100%", "e\u0301", "\u00a0",
    ];

    public static Arbitrary<ActionPlan> Arbitrary { get; } =
        Gen.Choose(0, int.MaxValue - 1).Select(seed => Of(new System.Random(seed))).ToArbitrary();

    public static ActionPlan Of(System.Random random)
    {
        int results = random.Next(0, 7);
        string Result() => $"R{random.Next(1, 9)}";
        return new ActionPlan(
            new PlanId("gh-2026"),
            new AdministrationId("GH"),
            random.Next(1, 9),
            Text(random),
            First,
            First.AddYears(3).AddDays(-1),
            Many(random, results, n => new PlanResult($"R{n}", Any<ResultLevel>(random), Maybe(random, Result), Text(random))),
            Many(random, random.Next(0, 6), n => Indicator(random, $"A{n}", Result())),
            Many(
                random,
                random.Next(0, 4),
                n => new Benchmark($"M{n}", Result(), Text(random), Day(random), Text(random), Numbers(random))
            ),
            Many(
                random,
                random.Next(0, 4),
                n => new PlannedActivity(
                    $"T{n}",
                    Result(),
                    Text(random),
                    Day(random),
                    Day(random),
                    Maybe(random, () => Text(random)),
                    Maybe(random, () => Text(random))
                )
            ),
            Many(
                random,
                random.Next(0, 4),
                n => new Risk($"K{n}", Text(random), random.Next(1, 6), random.Next(1, 6), Text(random), Text(random))
            ),
            Maybe(random, () => Fictional.Notice)
        )
        {
            Language = Language.All[random.Next(Language.All.Count)],
        };
    }

    private static Indicator Indicator(System.Random random, string code, string result)
    {
        int revision = random.Next(1, 4);
        return new Indicator(
            code,
            revision,
            result,
            Text(random),
            Any<Measure>(random),
            Text(random),
            random.Next(2) == 0,
            Any<Aggregation>(random),
            Text(random),
            Text(random),
            Frequency.All[random.Next(3)],
            Text(random),
            random.Next(3) == 0 ? [new Dimension("sex", ["women", "men"]), new Dimension("office", ["north", "south", "sea port"])] : [],
            Numbers(random),
            new Markers(
                Some<Principle>(random),
                random.Next(2) == 0 ? ["8.2", "15"] : [],
                Some<Synergy>(random),
                Some<CrossCuttingTheme>(random),
                Maybe(random, () => Text(random))
            ),
            random.Next(4) == 0,
            new Baseline(
                Maybe(random) ? Figure(random) : null,
                Maybe(random, () => Text(random)),
                Maybe(random) ? Day(random) : null,
                Maybe(random, () => Text(random)),
                Maybe(random, () => Text(random))
            )
                is var baseline
            && baseline.Value is not null
                ? baseline with
                {
                    Counts = Maybe(random, () => Counts(random)),
                }
                : baseline,
            Many(
                random,
                random.Next(0, 5),
                _ =>
                    Maybe(random)
                        ? new Target(Day(random), Figure(random), Maybe(random, () => Text(random)))
                        {
                            Counts = Maybe(random, () => Counts(random)),
                        }
                        : new Target(Day(random), null, Maybe(random, () => Text(random)))
            ),
            Maybe(random) ? new DonorLink(new AgreementId("norad-acip-2026"), "3.a", Figure(random)) : null,
            Any<Disclosure>(random),
            revision > 1 ? new IndicatorChange(Text(random), Day(random), Maybe(random) ? Figure(random) : null) : null
        )
        {
            Covers = Maybe(random) ? Any<FigureSpan>(random) : null,
            Ratio = Maybe(random, () => new RatioNames(Text(random), Text(random))),
        };
    }

    private static Ratio Counts(System.Random random) => new(random.Next(0, 90), random.Next(1, 900));

    private static List<T> Many<T>(System.Random random, int count, Func<int, T> make) => [.. Enumerable.Range(1, count).Select(make)];

    private static T Any<T>(System.Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static List<T> Some<T>(System.Random random)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(_ => Maybe(random))];

    private static List<int> Numbers(System.Random random) => [.. Enumerable.Range(1, 10).Where(_ => random.Next(4) == 0)];

    private static string Text(System.Random random) =>
        Texts[random.Next(Texts.Length)] + (random.Next(3) == 0 ? Texts[random.Next(Texts.Length)] : "");

    private static DateOnly Day(System.Random random) => First.AddDays(random.Next(-2000, 4000));

    /// <summary>Up to 15 significant digits: what a spreadsheet keeps.</summary>
    private static decimal Figure(System.Random random) =>
        random.Next(4) switch
        {
            0 => random.Next(0, 1000),
            1 => random.Next(0, 100_000) / 100m,
            2 => random.NextInt64(0, 999_999_999_999_999),
            _ => random.NextInt64(0, 999_999_999) / 1_000_000m,
        };

    private static bool Maybe(System.Random random) => random.Next(2) == 0;

    private static T? Maybe<T>(System.Random random, Func<T> make)
        where T : class => Maybe(random) ? make() : null;
}
