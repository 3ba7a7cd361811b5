using static ACip.Tests.Bench.All.Goal;

namespace ACip.Tests.Bench.All;

/// <summary>Every line of the table, in its order.</summary>
internal static class Rows
{
    private const string Bare = "its storage calls, bare",
        Changes = "its events and its mails",
        Microsofts = "Microsoft's engine",
        Empty = "an empty page, same process";

    public static IReadOnlyList<Row> All { get; } =
    [
        new("round-trip", "one orchestration with one activity", "ms", Bare, RatioAtMost(2)),
        new("at-once-100", "100 orchestrations started at once", "a second", Bare, RatioAtLeast(0.7)),
        new("at-once-1000", "1,000 started at once", "a second", Bare, null, Mode.Short),
        new("idle-year", "a year with nothing to do, 100 waiting", "ms", null),
        new("engine-round-trip", "the same orchestration on both engines", "ms", Microsofts, RatioAtMost(1)),
        new("engine-turns", "calls of it: two turns", "calls", Microsofts, AtMostOf(3)),
        new("engine-reply", "calls of an answer that ends a question", "calls", Microsofts, RatioAtMost(1)),
        new("reply-calls", "calls of a reply by mail, read and answered", "calls", null),
        new("plan-quarter-calls-25", "calls of a plan-quarter, 25 administrations", "calls", Changes, AtMostOf(60), Mode.Short),
        new("house-calls", "calls of the house itself, a day", "calls", null, null, Mode.Short),
        new("growth-250", "a plan-quarter's calls, 250 beside 25", "calls", "25 administrations", new Goal(true, 0.9, 1.1), Mode.Short),
        new("growth-1000", "a plan-quarter's calls, 1,000 beside 25", "calls", "25 administrations", new Goal(true, 0.9, 1.1), Mode.Long),
        new("programme-year-calls", "calls of an administration's year", "calls", Changes, null, Mode.Short),
        new("simulated-years", "the years of the simulated programme", "s", Bare, RatioAtMost(3), Mode.Short),
        new("donor-report-25", "donor report, 25 × 4 quarters, all formats, kept", "s", "its files put away, bare", AtMostOf(3)),
        new("donor-report-memory", "its peak of memory", "MiB", null),
        new("donor-report-growth-250", "peak for 250 beside 25", "MiB", "25 administrations", RatioAtMost(1.5), Mode.Short),
        new("donor-report-growth-1000", "peak for 1,000 beside 25", "MiB", "25 administrations", RatioAtMost(1.5), Mode.Long),
        new("survey-rows", "survey answers taken in and scored", "million a second", "DuckDB, sums alone", RatioAtLeast(1)),
        new("replies", "replies read, words, commands and figures", "a second", "npm's parser, words alone", RatioAtLeast(1), Mode.Short),
        new("dashboard-25", "dashboard, 25 × 3 years, signed in", "ms", Empty, RatioAtMost(3)),
        new("dashboard-25-throughput", "the same, four at once", "a second", Empty),
        new("dashboard-25-calls", "calls of the dashboard of 25", "calls", null, AtMostOf(6)),
        new("dashboard-250", "dashboard of 250 beside that of 25", "ms", "25 administrations", RatioAtMost(1.1), Mode.Short),
        new("dashboard-250-calls", "calls of the dashboard of 250", "calls", null, AtMostOf(6), Mode.Short),
        new("cold-start", "cold start, until the first answer", "ms", "an empty worker, same host", RatioAtMost(1.5)),
        new("pure-reply", "a reply's figures read", "µs", "its lines, split"),
        new("pure-chain", "an event hashed into its chain", "µs", "SHA-256 of its bytes"),
        new("pure-canonical", "canonical JSON of forty events", "µs", "System.Text.Json"),
        new("pure-text", "a text with a count, in the reader's language", "µs", "dictionary and string.Format"),
    ];
}
