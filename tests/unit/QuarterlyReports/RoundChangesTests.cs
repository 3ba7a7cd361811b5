using System.Text;
using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>What a second round has changed, from the sending back to the file.</summary>
public sealed class RoundChangesTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly FormItem[] Items =
    [
        new("B3", FormItemKind.Percentage, "Share of declarations", "%"),
        new("B5", FormItemKind.Number, "Officers trained", "officers"),
        new("B6", FormItemKind.Number, "Seminars"),
        new("B8", FormItemKind.Number, "=Revenue"),
    ];

    private static readonly ReportRecord SentBack = ReportRecord.NotDue(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Calendars.Of("MX"))[0],
        1
    ) with
    {
        State = ReportState.Returned,
        Entries = new Dictionary<string, ReportEntry>
        {
            ["B3"] = Entry("B3", 45),
            ["B5"] = Entry("B5", 12),
            ["B6"] = Entry("B6", 2),
        },
        Submissions =
        [
            new ReportSubmission(
                1,
                new PersonId("p-1"),
                At,
                new EntrySource("mail:1"),
                null,
                new ReviewDecision(
                    false,
                    new PersonId("p-9"),
                    At,
                    null,
                    new Dictionary<string, string>
                    {
                        ["B3"] = "of what?",
                        ["B6"] = "really two?",
                        ["B8"] = "missing",
                    }
                )
            ),
        ],
    };

    [Fact]
    public void Each_item_that_was_questioned_or_answered_anew_stands_with_both_values()
    {
        ReportRecord after = ReportAnswer
            .Apply(
                SentBack,
                Items,
                new ParsedReply(null, [Figure("B3", 37.5m), Figure("B5", 13), Figure("B6", 2)], []),
                new PersonId("p-1"),
                new Arrival(At.AddDays(1), 1),
                new EntrySource("mail:2")
            )
            .After;
        Assert.Equal(
            [
                ("B3", "of what?", (decimal?)45m, (decimal?)37.5m, RoundChangeKind.Changed),
                ("B5", null, 12m, 13m, RoundChangeKind.Changed),
                ("B6", "really two?", 2m, 2m, RoundChangeKind.SaidAgain),
                ("B8", "missing", null, null, RoundChangeKind.NotAnswered),
            ],
            RoundChanges.Of(after, Items).Select(one => (one.Item, one.Asked, one.Was?.Value, one.Now?.Value, one.Kind))
        );
        string[] lines = Encoding.UTF8.GetString(RoundChangesCsv.Write(RoundChanges.Of(after, Items), Items, Language.En)).Split("\r\n");
        Assert.Equal("\"B3\",\"Share of declarations\",\"of what?\",\"45 %\",\"37.5 %\",\"changed\"", lines[1]);
        Assert.StartsWith("\"B8\",\"'=Revenue\"", lines[4]); // no formula
    }

    [Fact]
    public void In_the_first_round_nothing_has_changed() => Assert.Empty(RoundChanges.Of(SentBack with { Submissions = [] }, Items));

    private static ReplyFigure Figure(string code, decimal value) =>
        new(code, value, null, null, null, null, new Dictionary<string, decimal>(), $"{code}: {value}");

    private static ReportEntry Entry(string code, decimal value) =>
        new(
            code,
            value,
            null,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("p-1"),
            At,
            new EntrySource("mail:1"),
            ""
        );
}
