using ACip.Workflows.ActionPlans.Lifecycle;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>A plan's workflow sleeps without an alarm while its next step is far, and gets one in time.</summary>
public sealed class ParkedPlanTests
{
    private static readonly DateTimeOffset Opens = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The reconciliation looks into each plan at least so often.</summary>
    private const int BetweenLooks = 28;

    [Theory]
    [InlineData("2026-05-01", true)]
    [InlineData("2026-05-31", true)]
    [InlineData("2026-06-02", false)]
    [InlineData("2026-06-30", false)]
    public void What_is_further_than_thirty_days_away_sets_no_alarm(string since, bool parked) =>
        Assert.Equal(parked, PlanLifecycleRules.IsParked(PlanStep.WaitUntil(Opens), Day(since)));

    [Theory]
    [InlineData("2026-04-02", "2026-05-30", false)] // it is too early: an alarm would be cut into pieces
    [InlineData("2026-04-02", "2026-06-02", true)]
    [InlineData("2026-06-02", "2026-06-09", false)] // it was woken, and has its alarm
    public void It_is_woken_once_when_its_time_has_come_near(string since, string now, bool woken) =>
        Assert.Equal(woken, PlanLifecycleRules.IsParked(PlanStep.WaitUntil(Opens), Day(since)) && !PlanLifecycleRules.IsParked(PlanStep.WaitUntil(Opens), Day(now)));

    [Fact]
    public void However_the_looks_fall_one_of_them_is_in_time()
    {
        for (int first = 0; first < BetweenLooks; first++)
        {
            DateTimeOffset since = Opens.AddDays(-85);
            IEnumerable<DateTimeOffset> looks = Enumerable.Range(0, 4).Select(look => since.AddDays(first + (look * BetweenLooks))).Where(look => look < Opens);
            Assert.Contains(looks, look => !PlanLifecycleRules.IsParked(PlanStep.WaitUntil(Opens), look));
        }
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T05:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
}
