using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed class ReopenedEvidenceTests
{
    [Theory]
    [InlineData("a", "a", false)] // as it was accepted
    [InlineData("a", "a b", true)] // a file came, and nothing else
    [InlineData("", "b", true)]
    public void A_file_that_came_alone_is_accepted_with_what_it_proves(string before, string after, bool replaces)
    {
        IReadOnlyList<Observation> accepted = AcceptedObservations.Instead([Observed("1", before)], [Observed("2", after)]);

        Assert.Equal(replaces ? ["1"] : [], accepted.Select(one => one.Restates));
    }

    private static Observation Observed(string id, string files) =>
        new(
            id,
            new PlanId("gh-2026"),
            1,
            "B3",
            new PeriodKey("20260101-20260331"),
            45,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            files.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new PersonId("ama"),
            DateTimeOffset.UnixEpoch,
            new EntrySource("mail:1")
        );
}
