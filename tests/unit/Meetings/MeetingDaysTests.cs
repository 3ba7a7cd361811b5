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
        Assert.Equal((Called.AddDays(briefing), Called.AddDays(answers)), (meeting.BriefingOn, meeting.AnswersDue));
    }

    [Fact]
    public void A_meeting_that_was_called_before_the_day_was_kept_goes_on_as_it_began() =>
        Assert.Equal((Called.AddDays(6), Called.AddDays(-10)), (Of(20, null).BriefingOn, Of(20, null).AnswersDue));

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
