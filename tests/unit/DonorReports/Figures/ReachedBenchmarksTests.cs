using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>A benchmark that was reached is not asked again: whether it stands as reached is told by its last answer, however
/// old.</summary>
public sealed class ReachedBenchmarksTests
{
    private static readonly PlanId Plan = new("jo-2026");

    private static readonly string[] Quarters = ["20260101-20260331", "20260401-20260630", "20260701-20260930", "20270101-20270331"];

    [Theory]
    [InlineData("M1:2:yes", "2027-12-31", "M1")] // reached in a year that an earlier report has told of
    [InlineData("M1:1:yes M1:3:no", "2026-12-31", "")] // taken back since
    [InlineData("M1:1:yes M1:3:no", "2026-06-30", "M1")] // as it stood then
    [InlineData("M1:1:no M1:2:yes", "2026-12-31", "M1")]
    [InlineData("M1:4:yes", "2026-12-31", "")] // later
    [InlineData("M1:1:yes M2:1:no M3:2:yes", "2026-12-31", "M1 M3")]
    [InlineData("M1:1:-", "2026-12-31", "")] // a figure, and no answer to the question
    public void What_stands_at_the_end_of_the_period_is_what_was_said_last(string said, string end, string reached)
    {
        var history = new AcceptedHistory(
            StreamId.Of(Plan),
            [new AcceptedFigures(new PersonId("approver-one"), DateTimeOffset.UnixEpoch, [.. said.Split(' ').Select(Answer)])],
            []
        );

        Assert.Equal(reached, string.Join(' ', history.ReachedBy(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture))));
    }

    private static Observation Answer(string said)
    {
        string[] parts = said.Split(':');
        string period = Quarters[int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) - 1];
        return new Observation(
            $"{Plan}:{period}:{parts[0]}:1",
            Plan,
            1,
            parts[0],
            new PeriodKey(period),
            null,
            parts[2] switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("coordinator"),
            DateTimeOffset.UnixEpoch,
            new EntrySource("mail:1")
        );
    }
}
