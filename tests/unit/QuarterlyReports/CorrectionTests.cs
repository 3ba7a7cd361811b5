using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed class CorrectionTests
{
    private static readonly ReportingPeriod Period = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 3, 31),
        Calendars.Of("MX")
    )[0];

    private static readonly FormItem[] Items =
    [
        new("B2", FormItemKind.Number, "Officers trained", "officers", ["women", "men"]),
        new("M1", FormItemKind.YesNo, "A code is in force"),
    ];

    private static readonly ReportRecord Open = ReportRecord.NotDue(new PlanId("mx-2026"), new AdministrationId("MX"), Period, 1) with
    {
        State = ReportState.Open,
    };

    [Fact]
    public void A_corrected_total_leaves_the_groups_and_tells_what_it_was()
    {
        ReportRecord given = Answer(Open, "B2: 200 (women 80, men 90)").After;
        ReportAnswerResult corrected = Answer(given, "B2: 170");

        ReportEntry now = corrected.After.Entries["B2"];
        Assert.Equal((170m, 80m, 90m), (now.Value, now.Groups["women"], now.Groups["men"]));
        CorrectedItem one = Assert.Single(corrected.Corrections);
        Assert.Equal((200m, 170m), (one.Was.Value, one.Now.Value));
        Assert.Equal("200 officers (women: 80, men: 90)", SaidWords.Of(one.Was, Items[0], Language.En));
        Assert.Equal("170 officers (femmes: 80, hommes: 90)", SaidWords.Of(one.Now, Items[0], Language.Fr));
    }

    [Fact]
    public void A_corrected_group_leaves_the_total_and_the_other_groups()
    {
        ReportRecord given = Answer(Open, "B2: 170 (women 80, men 90)").After;
        ReportEntry now = Answer(given, "B2 women: 100").After.Entries["B2"];
        Assert.Equal((170m, 100m, 90m), (now.Value, now.Groups["women"], now.Groups["men"]));
    }

    [Fact]
    public void A_reason_takes_the_place_of_all_of_it() =>
        Assert.Empty(Answer(Answer(Open, "B2: 170 (women 80, men 90)").After, "B2: n/a the register is lost").After.Entries["B2"].Groups);

    [Fact]
    public void A_page_says_all_of_it_so_that_a_group_can_be_taken_away()
    {
        ReportRecord given = Answer(Open, "B2: 170 (women 80, men 90)").After;
        var whole = new ReplyFigure("B2", 170, null, null, null, null, new Dictionary<string, decimal> { ["men"] = 90 }, "")
        {
            IsWhole = true,
        };
        Assert.Equal(["men"], Apply(given, whole).After.Entries["B2"].Groups.Keys);
    }

    [Fact]
    public void The_same_again_is_no_correction_and_the_first_answer_is_none()
    {
        ReportAnswerResult first = Answer(Open, "M1: yes 2026-02-03");
        Assert.Empty(first.Corrections);
        Assert.Empty(Answer(first.After, "M1: yes").Corrections); // the day stays
        Assert.Equal("yes, since 3 February 2026", SaidWords.Of(SaidAnswer.Of(first.After.Entries["M1"]), Items[1], Language.En));
        Assert.Equal("no", SaidWords.Of(Assert.Single(Answer(first.After, "M1: no").Corrections).Now, Items[1], Language.Es));
    }

    [Fact]
    public void After_a_return_one_questioned_item_answered_does_not_hand_the_rest_in()
    {
        ReportRecord submitted = Answer(Open, "B2: 170\nM1: yes").After;
        Assert.Equal(ReportState.Submitted, submitted.State);
        var decision = new ReviewDecision(
            false,
            new PersonId("approver"),
            Period.Due,
            null,
            new Dictionary<string, string> { ["B2"] = "Since when?", ["M1"] = "Where is it?" }
        );
        ReportRecord returned = submitted with
        {
            State = ReportState.Returned,
            Submissions = [submitted.Submissions[0] with { Decision = decision }],
        };

        ReportAnswerResult one = Answer(returned, "B2: 160");
        Assert.Equal(ReportAnswerKind.Saved, one.Kind);
        Assert.Equal(ReportAnswerKind.Submitted, Answer(one.After, "M1: no").Kind);
        Assert.Equal(ReportAnswerKind.Submitted, Answer(one.After, "SUBMIT").Kind);
    }

    private static ReportAnswerResult Answer(ReportRecord report, string text)
    {
        ParsedReply reading = ReplyReader.Read(ReplyText.Of(text, null), Items, Language.En);
        return ReportAnswer.Apply(report, Items, reading, new PersonId("p"), Period.Due, new EntrySource("mail:x"));
    }

    private static ReportAnswerResult Apply(ReportRecord report, ReplyFigure figure) =>
        ReportAnswer.Apply(report, Items, new ParsedReply(null, [figure], []), new PersonId("p"), Period.Due, new EntrySource("page:x"));
}
