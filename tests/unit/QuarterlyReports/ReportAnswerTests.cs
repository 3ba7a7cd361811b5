using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed class ReportAnswerTests
{
    private static readonly ReportingPeriod Period = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 3, 31),
        Calendars.Of("MX")
    )[0];

    private static readonly FormItem[] Items =
    [
        new("A1", FormItemKind.Number, "Declarations"),
        new("A2", FormItemKind.Percentage, "Share"),
        new("A3", FormItemKind.Number, "Cases", Sensitive: true),
        new("N1", FormItemKind.Narrative, "Progress"),
    ];

    private static readonly ReportRecord Open = ReportRecord.NotDue(new PlanId("mx-2026"), new AdministrationId("MX"), Period, 1) with
    {
        State = ReportState.Open,
    };

    [Fact]
    public void Complete_figures_hand_in_by_themselves_and_a_narrative_is_not_needed_for_that() =>
        Assert.Equal(ReportAnswerKind.Submitted, Answer(Open, null, ("A1", 3), ("A2", 4)).Kind);

    [Fact]
    public void A_gap_is_asked_about_once_and_then_counts_as_it_stands()
    {
        ReportAnswerResult first = Answer(Open, new Command.Submit(), ("A1", 3));
        Assert.Equal((ReportAnswerKind.Saved, ReportState.Open), (first.Kind, first.After.State));
        Assert.Equal(["A2", "A3"], first.Unanswered);

        ReportAnswerResult second = Answer(first.After, new Command.Submit());
        Assert.Equal((ReportAnswerKind.Submitted, ReportState.Submitted), (second.Kind, second.After.State));
    }

    [Fact]
    public void Nothing_at_all_is_never_handed_in()
    {
        ReportAnswerResult first = Answer(Open, new Command.Submit());
        Assert.Equal(ReportAnswerKind.Saved, Answer(first.After, new Command.Submit()).Kind);
    }

    [Fact]
    public void What_was_accepted_while_the_rest_came_back_stays_as_it_was()
    {
        ReportRecord submitted = Answer(Open, null, ("A1", 3), ("A2", 4)).After;
        ReportRecord returned = submitted with { State = ReportState.Returned, AcceptedItems = ["A1"] };

        ReportAnswerResult again = Answer(returned, null, ("A1", 99), ("A2", 5));

        Assert.Equal(ReportAnswerKind.Submitted, again.Kind);
        Assert.Equal((3m, 5m), (again.After.Entries["A1"].Value, again.After.Entries["A2"].Value));
    }

    [Fact]
    public void Evidence_outlives_a_correction_of_the_figure()
    {
        ReportRecord given = Answer(Open, null, ("A1", 3)).After;
        given = given with { Entries = given.Entries.ToDictionary(one => one.Key, one => one.Value with { EvidenceSha256 = ["ab"] }) };

        Assert.Equal(["ab"], Answer(given, null, ("A1", 4)).After.Entries["A1"].EvidenceSha256);
    }

    [Fact]
    public void What_an_officer_enters_is_marked_so()
    {
        ReportRecord after = ReportAnswer
            .Apply(
                Open,
                Items,
                Reading(new Command.Submit(), ("A1", 3), ("A2", 4)),
                new PersonId("officer-1"),
                Period.Opens,
                new EntrySource("officer:page-1")
            )
            .After;

        Assert.All(after.Entries.Values, entry => Assert.True(entry.IsOnBehalf));
        Assert.True(after.Submissions[0].IsOnBehalf);
    }

    [Theory]
    [InlineData(ReportState.Locked)]
    [InlineData(ReportState.Missed)]
    [InlineData(ReportState.Waived)]
    public void What_has_ended_takes_nothing(ReportState state) =>
        Assert.Equal(ReportAnswerKind.Closed, Answer(Open with { State = state }, new Command.Submit(), ("A1", 3)).Kind);

    private static ReportAnswerResult Answer(ReportRecord report, Command? command, params (string Code, decimal Value)[] figures) =>
        ReportAnswer.Apply(
            report,
            Items,
            Reading(command, figures),
            new PersonId("coordinator-mx"),
            Period.Opens,
            new EntrySource("mail:1")
        );

    private static ParsedReply Reading(Command? command, params (string Code, decimal Value)[] figures) =>
        new(
            command,
            [
                .. figures.Select(one => new ReplyFigure(
                    one.Code,
                    one.Value,
                    null,
                    null,
                    null,
                    null,
                    new Dictionary<string, decimal>(),
                    $"{one.Code}: {one.Value}"
                )),
            ],
            []
        );
}
