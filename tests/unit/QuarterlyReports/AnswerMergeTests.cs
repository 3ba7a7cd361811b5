using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>What of an earlier answer stands beside a later one.</summary>
public sealed class AnswerMergeTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ana = new("p-1");
    private static readonly EntrySource Mail = new("mail:2");

    private static readonly ReportRecord First = ReportRecord.NotDue(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Calendars.Of("MX"))[0],
        1
    ) with
    {
        State = ReportState.Open,
    };

    private static readonly ReportRecord Second = First with
    {
        State = ReportState.Returned,
        Submissions =
        [
            new ReportSubmission(
                1,
                Ana,
                At,
                new EntrySource("mail:1"),
                null,
                new ReviewDecision(false, new PersonId("p-9"), At, null, new Dictionary<string, string>())
            ),
        ],
    };

    [Fact]
    public void The_first_round_keeps_no_answer_of_a_round_before() =>
        Assert.Empty(AnswerMerge.Of(First, Entry(5), Answer(6), Ana, At, Mail).SentBack);

    [Fact]
    public void A_round_keeps_the_answer_with_which_it_began_however_often_it_is_changed_then()
    {
        ReportEntry once = AnswerMerge.Of(Second, Entry(5), Answer(6), Ana, At, Mail),
            twice = AnswerMerge.Of(Second, once, Answer(7), Ana, At, Mail);
        Assert.Equal((2, 5m), (Assert.Single(twice.SentBack).Round, twice.SentBack[0].Answer!.Value!.Value));
        Assert.Equal(7, twice.Value);
    }

    [Fact]
    public void A_round_knows_that_there_was_no_answer_where_it_began() =>
        Assert.Null(Assert.Single(AnswerMerge.Of(Second, null, Answer(6), Ana, At, Mail).SentBack).Answer);

    [Fact]
    public void Each_round_adds_to_what_is_kept_of_the_others()
    {
        ReportEntry of = Entry(5) with { SentBack = [new SentBackAnswer(1, null)] };
        Assert.Equal([1, 2], AnswerMerge.Of(Second, of, Answer(6), Ana, At, Mail).SentBack.Select(one => one.Round));
    }

    [Theory]
    [InlineData(null, ItemStatus.UnderWay, "of May", true)] // only a day is said anew
    [InlineData(ItemStatus.UnderWay, ItemStatus.UnderWay, "of May", true)] // the same status again
    [InlineData(ItemStatus.Delayed, ItemStatus.Delayed, null, false)] // another one: neither its day nor its sentence is of it
    public void The_sentence_of_a_status_stands_as_long_as_the_status(ItemStatus? said, ItemStatus status, string? sentence, bool dated)
    {
        ReportEntry was = Entry(null) with { Status = ItemStatus.UnderWay, Narrative = "of May", Date = new DateOnly(2026, 5, 1) };
        ReportEntry now = AnswerMerge.Of(was, Answer(null) with { Status = said }, Ana, At, Mail);
        Assert.Equal((status, sentence, dated), (now.Status, now.Narrative, now.Date is not null));
    }

    [Fact]
    public void What_is_said_anew_takes_the_place_of_what_was_said()
    {
        ReportEntry was = Entry(null) with { Reached = false, Narrative = "not yet", Date = new DateOnly(2026, 5, 1) };
        ReportEntry now = AnswerMerge.Of(
            was,
            Answer(null) with
            {
                Reached = true,
                Narrative = "since today",
                Date = new DateOnly(2026, 6, 2),
            },
            Ana,
            At,
            Mail
        );
        Assert.Equal((true, "since today", new DateOnly(2026, 6, 2)), (now.Reached, now.Narrative, now.Date));
    }

    [Fact]
    public void A_benchmark_that_was_reached_stays_so_where_only_a_sentence_is_added() =>
        Assert.True(
            AnswerMerge.Of(Entry(null) with { Reached = true }, Answer(null) with { Narrative = "It was." }, Ana, At, Mail).Reached
        );

    [Fact]
    public void A_benchmark_that_is_not_reached_has_no_day() =>
        Assert.Null(
            AnswerMerge
                .Of(
                    Entry(null) with
                    {
                        Reached = true,
                        Date = new DateOnly(2026, 5, 1),
                    },
                    Answer(null) with
                    {
                        Reached = false,
                    },
                    Ana,
                    At,
                    Mail
                )
                .Date
        );

    [Fact]
    public void The_counts_of_a_share_stand_until_a_share_is_given_anew()
    {
        var was = new Ratio(45, 100);
        var now = new Ratio(50, 100);
        ReportEntry entry = Entry(45) with { Counts = GivenCounts.Of(was) };
        Assert.Equal(was, AnswerMerge.Of(entry, Answer(null) with { Narrative = "of all posts" }, Ana, At, Mail).Counts!.Total);
        Assert.Equal(now, AnswerMerge.Of(entry, Answer(50) with { Counts = GivenCounts.Of(now) }, Ana, At, Mail).Counts!.Total);
        Assert.Equal(now, AnswerMerge.Of(entry, Answer(null) with { Counts = GivenCounts.Of(now) }, Ana, At, Mail).Counts!.Total);
        Assert.Null(AnswerMerge.Of(entry, Answer(46), Ana, At, Mail).Counts);
    }

    private static ReplyFigure Answer(decimal? value) =>
        new("B3", value, null, null, null, null, new Dictionary<string, decimal>(), $"B3: {value}");

    private static ReportEntry Entry(decimal? value) =>
        new("B3", value, null, null, null, null, new Dictionary<string, decimal>(), [], Ana, At, new EntrySource("mail:1"), "");
}
