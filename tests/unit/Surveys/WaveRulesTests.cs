using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Unit.Surveys;

public sealed class WaveRulesTests
{
    private static readonly PersonId Coordinator = new("coordinator");
    private static readonly DateTimeOffset Expires = new(2026, 6, 30, 21, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly LastDay = new(2026, 4, 1);

    [Theory]
    [InlineData(WaveState.Prepared, false, false)]
    [InlineData(WaveState.Collecting, false, true)]
    [InlineData(WaveState.Collecting, true, false)] // asked to close: no answers any more, and not to be closed twice
    [InlineData(WaveState.Closed, false, false)]
    [InlineData(WaveState.InReview, false, false)]
    [InlineData(WaveState.Published, false, false)]
    [InlineData(WaveState.Withheld, false, false)]
    public void Only_while_it_takes_answers_can_an_officer_close_it(WaveState state, bool closeAsked, bool takes)
    {
        SurveyWaveRecord wave = Waves.Usual with { State = state, CloseAsked = closeAsked };
        Assert.Equal(takes, WaveRules.TakesAnswers(wave));
        Assert.Equal(takes ? null : "survey-not-collecting", WaveRules.RefuseClosing(wave)?.Rule);
    }

    [Theory]
    [InlineData(0, false, false)] // the last day counts
    [InlineData(1, false, true)]
    [InlineData(-20, false, false)]
    [InlineData(-20, true, true)]
    public void It_closes_after_its_last_day_or_when_asked(int daysAfter, bool closeAsked, bool closes) =>
        Assert.Equal(closes, WaveRules.HasToClose(Waves.Usual with { CloseAsked = closeAsked }, LastDay.AddDays(daysAfter)));

    [Theory]
    [InlineData(WaveState.Prepared, false)]
    [InlineData(WaveState.Collecting, false)]
    [InlineData(WaveState.Closed, false)]
    [InlineData(WaveState.InReview, true)]
    [InlineData(WaveState.Published, true)] // a new choice replaces the earlier one
    [InlineData(WaveState.Withheld, true)]
    public void Scores_are_decided_on_once_they_are_there(WaveState state, bool may) =>
        Assert.Same(may ? null : WaveRules.NotInReview, WaveRules.RefusePublishing(With(state), Review(TaskState.Open), Expires));

    [Theory]
    [InlineData(TaskState.Open, 0, true)]
    [InlineData(TaskState.Open, 1, false)]
    [InlineData(TaskState.Answered, 0, true)]
    [InlineData(TaskState.Answered, 1, false)]
    [InlineData(TaskState.Expired, -1, false)]
    [InlineData(TaskState.Cancelled, -1, false)]
    [InlineData(null, -1, false)] // nobody was asked yet
    public void The_time_to_decide_is_that_of_its_task(TaskState? state, int secondsAfter, bool may)
    {
        CommandResult.Refused? refused = WaveRules.RefusePublishing(
            With(WaveState.InReview),
            state is { } known ? Review(known) : null,
            Expires.AddSeconds(secondsAfter)
        );
        Assert.Equal(may ? null : "survey-not-in-review", refused?.Rule);
        Assert.Equal(may ? null : "The time to decide is over.", refused?.Why);
    }

    [Theory]
    [InlineData(PublishedTo.Nobody, WaveState.Withheld)]
    [InlineData(PublishedTo.Programme, WaveState.Published)]
    [InlineData(PublishedTo.Donors, WaveState.Published)]
    [InlineData(PublishedTo.Public, WaveState.Published)]
    public void A_choice_is_recorded_with_each_key_factor_once_and_in_order(PublishedTo to, WaveState state)
    {
        SurveyWaveRecord after = WaveRules.Decided(With(WaveState.InReview), to, [7, 2, 7], Coordinator, Expires, EntrySource.Link);
        Assert.Equal(state, after.State);
        Assert.Equal([2, 7], after.Published!.Withheld);
        Assert.Equal(
            (to, Coordinator, Expires, EntrySource.Link),
            (after.Published.To, after.Published.By, after.Published.At, after.Published.Source)
        );
    }

    [Theory]
    [InlineData(TaskState.Open, false)]
    [InlineData(TaskState.Answered, false)]
    [InlineData(TaskState.Expired, true)]
    [InlineData(TaskState.Cancelled, true)]
    [InlineData(null, false)]
    public void Who_says_nothing_publishes_nothing(TaskState? state, bool withheld) =>
        Assert.Equal(withheld, WaveRules.IsWithheldInSilence(state is { } known ? Review(known) : null));

    private static SurveyWaveRecord With(WaveState state) => Waves.Usual with { State = state };

    private static HumanTaskRecord Review(TaskState state)
    {
        DateTimeOffset asked = Expires.AddDays(-81);
        HumanTaskRecord task = HumanTaskRecord.Ask(
            SurveyTaskKinds.ReviewOf(Waves.Usual.Id).Task,
            SurveyTaskKinds.ReviewSurvey,
            TaskSubject.From(Waves.Usual.Id.Value),
            1,
            Waves.Usual.Administration,
            [Coordinator],
            asked,
            asked.AddDays(21),
            Expires
        );
        return task with { State = state };
    }
}
