using ACip.Tests.Unit.Time;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;
using static ACip.Tests.Unit.QuarterlyReports.QuestionsTests;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>What was said of an item in earlier periods.</summary>
public sealed class ObservationHistoryTests
{
    private static readonly IReadOnlyList<ReportingPeriod> Periods = PeriodSchedule.Build(
        Calendars.Quarters,
        Day("2026-01-01"),
        Day("2027-12-31"),
        Of("MX")
    );

    [Fact]
    public void A_milestone_is_reached_from_the_first_report_of_it_until_one_says_otherwise()
    {
        Observation first = Reached(1, true),
            second = Reached(2, true),
            no = Reached(3, false),
            anew = Reached(4, true);
        Assert.Null(new ObservationHistory([first]).ReachedBefore("M1", Periods[1]));
        Assert.Equal(first, new ObservationHistory([second, first]).ReachedBefore("M1", Periods[3]));
        Assert.Null(new ObservationHistory([first, second, no]).ReachedBefore("M1", Periods[4]));
        Assert.Equal(anew, new ObservationHistory([first, no, anew]).ReachedBefore("M1", Periods[5]));
        Assert.Equal(first, new ObservationHistory([first, Given("M1", Periods[2], null)]).ReachedBefore("M1", Periods[5]));
    }

    [Fact]
    public void The_day_that_a_later_report_adds_is_kept_and_the_first_day_stays()
    {
        Observation first = Reached(1, true),
            dated = Reached(2, true) with { Date = Day("2026-05-04") },
            again = Reached(3, true) with { Date = Day("2026-08-01") };
        Assert.Equal(
            first with
            {
                Date = Day("2026-05-04"),
            },
            new ObservationHistory([first, dated, again]).ReachedBefore("M1", Periods[5])
        );
        Assert.Equal(dated, new ObservationHistory([dated, again]).ReachedBefore("M1", Periods[5]));
    }

    [Fact]
    public void The_last_that_said_anything_is_what_was_last_said()
    {
        Observation value = Given("B1", Periods[0], 5),
            words = Given("B1", Periods[1], null) with { Narrative = "Some." },
            status = Given("B1", Periods[2], null) with { Status = ItemStatus.OnTrack },
            blank = Given("B1", Periods[3], null) with { Narrative = " ", MissingReason = "The register was moved." };
        Assert.Equal(status, Last(value, words, status, blank));
        Assert.Equal(words, Last(value, words, blank));
        Assert.Equal(value, Last(value, blank));
        Assert.Null(Last(blank));

        static Observation? Last(params Observation[] said) => new ObservationHistory(said).LastBefore("B1", Periods[5]);
    }

    [Fact]
    public void Values_are_those_before_in_order_without_gaps()
    {
        Observation[] said =
        [
            Given("B1", Periods[2], 3),
            Given("B1", Periods[0], 1),
            Given("B1", Periods[1], null),
            Given("B1", Periods[3], 4),
        ];
        Assert.Equal([1, 3], new ObservationHistory(said).ValuesBefore("B1", Periods[3]));
        Assert.Equal([3], new ObservationHistory(said).ValuesBefore("B1", Periods[3], Periods[2].Start));
        Assert.Empty(new ObservationHistory(said).ValuesBefore("B2", Periods[3]));
    }

    private static Observation Reached(int period, bool reached) => Given("M1", Periods[period], null) with { Reached = reached };
}
