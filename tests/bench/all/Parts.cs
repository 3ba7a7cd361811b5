namespace ACip.Tests.Bench.All;

internal static class Parts
{
    private static readonly (string, string) Platform = ("bench/platform", "ACip.Tests.Bench.Platform"),
        Engines = ("parity", "ACip.Tests.Parity"),
        Cycle = ("bench/cycle", "ACip.Tests.Bench.Cycle"),
        DonorReports = ("bench/donor-reports", "ACip.Tests.Bench.DonorReports"),
        Surveys = ("bench/surveys", "ACip.Tests.Bench.Surveys"),
        Replies = ("bench/replies", "ACip.Tests.Bench.Replies"),
        Pages = ("bench/pages", "ACip.Tests.Bench.Pages"),
        Pure = ("bench/pure", "ACip.Tests.Bench.Pure");

    public static IReadOnlyList<Part> All { get; } =
    [
        new("engine", Platform)
        {
            Smoke = ["engine", "20"],
            Short = ["engine", "200"],
            Long = ["engine", "1000"],
        },
        new("both engines", Engines)
        {
            Smoke = ["5"],
            Short = ["50"],
            Long = ["200"],
        },
        new("a quarter's calls", Cycle) { Smoke = ["calls", "1"], Short = ["calls", "25"] },
        new("growth", Cycle) { Short = ["25", "250"], Long = ["25", "250", "1000"] },
        new("years", Cycle) { Short = ["year", "25", "1"], Long = ["year", "25", "5"] },
        new("donor report", DonorReports) { Smoke = ["archive", "2"], Short = ["archive", "25"] },
        new("donor report, growth", DonorReports) { Short = ["archive", "25", "250"], Long = ["archive", "25", "250", "1000"] },
        new("surveys", Surveys)
        {
            Smoke = ["20000"],
            Short = ["1000000"],
            Long = ["5000000"],
        },
        new("replies", Replies) { Short = ["speed"] },
        new("pages", Pages) { Smoke = ["dashboard", "1"], Short = ["dashboard", "25", "250"] },
        new("cold start", Pages) { Smoke = ["cold", "1"], Short = ["cold", "3"] },
        new("pure functions", Pure)
        {
            Smoke = ["dry"],
            Short = ["short"],
            Long = ["long"],
            Times = 1,
            LongTimes = 1,
        },
    ];
}
