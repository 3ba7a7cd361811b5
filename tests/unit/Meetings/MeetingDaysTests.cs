using ACip.Workflows.Meetings;

namespace ACip.Tests.Unit.Meetings;

public sealed class MeetingDaysTests
{
    private static readonly DateOnly Called = new(2026, 3, 2);

    [Theory]
    [InlineData(100, 86, 70)] // two weeks before; answers a month before
    [InlineData(30, 16, 16)]
    [InlineData(21, 7, 7)]
    [InlineData(15, 7, 7)]
    [InlineData(10, 7, 7)] // nobody was invited to it
    [InlineData(5, 4, 4)]
    [InlineData(2, 1, 1)]
    [InlineData(1, 1, 1)]
    public void However_short_the_notice_people_are_invited_before_the_packs_go_out(int starts, int briefing, int answers)
    {
        MeetingRecord meeting = Of(starts, Called);
        Assert.Equal(
            (Called.AddDays(briefing), Called.AddDays(answers)),
            (MeetingDays.BriefingOn(meeting), MeetingDays.AnswersDue(meeting))
        );
    }

    [Fact]
    public void A_meeting_that_was_called_before_the_day_was_kept_goes_on_as_it_began() =>
        Assert.Equal(
            (Called.AddDays(6), Called.AddDays(-10)),
            (MeetingDays.BriefingOn(Of(20, null)), MeetingDays.AnswersDue(Of(20, null)))
        );

    [Fact]
    public void Minutes_are_asked_for_the_day_after_due_in_three_weeks_and_wanted_for_some_months()
    {
        MeetingRecord meeting = Of(100, Called) with { Start = new DateOnly(2026, 6, 10), End = new DateOnly(2026, 6, 12) };
        Assert.Equal(new DateOnly(2026, 6, 13), MeetingDays.MinutesAskedOn(meeting));
        Assert.Equal(new DateOnly(2026, 7, 3), MeetingDays.MinutesDue(meeting));
        Assert.Equal(new DateOnly(2026, 10, 10), MeetingDays.MinutesExpire(meeting));
    }

    [Fact]
    public void What_became_of_an_action_point_is_asked_until_two_months_after_it_was_due() =>
        Assert.Equal(new DateOnly(2026, 11, 29), MeetingDays.PointExpires(new DateOnly(2026, 9, 30)));

    private static MeetingRecord Of(int starts, DateOnly? called) =>
        new(
            new MeetingRef(2026),
            "Annual meeting",
            Called.AddDays(starts),
            Called.AddDays(starts + 2),
            "Brussels",
            "Results.",
            MeetingState.Called
        )
        {
            CalledOn = called,
        };
}
