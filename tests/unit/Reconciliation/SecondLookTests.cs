using ACip.Workflows.Reconciliation.Restored;

namespace ACip.Tests.Unit.Reconciliation;

/// <summary>A programme goes on while it is checked for what a restore has lost: only what is lost at a second look, too, is.</summary>
public sealed class SecondLookTests
{
    private static readonly RestoredStorage First = new(
        DateTimeOffset.UnixEpoch,
        [new("plan-gh-2026", 4, 6, "aa"), new("inbox", 2, 2, "bb")],
        [new("task:a", "Answered", "ana", true), new("task:b", "Answered", "ben", false)],
        ["mail-1", "mail-2"],
        ["donor-reports/annex"]
    );

    [Fact]
    public void What_came_in_between_the_looks_is_not_lost()
    {
        RestoredStorage again = First with
        {
            Events = [new("plan-gh-2026", 5, 6, "aa")],
            Decisions = [First.Decisions[1], new("task:c", "Expired", null, true)],
            Mails = ["mail-2", "mail-3"],
        };
        RestoredStorage still = First.StillIn(again);

        Assert.Equal([new("plan-gh-2026", 5, 6, "aa")], still.Events);
        Assert.Equal([First.Decisions[1]], still.Decisions);
        Assert.Equal(["mail-2"], still.Mails);
        Assert.True(still.IsLoss);
        Assert.False(First.StillIn(new RestoredStorage(First.At, [], [], [], First.Files)).IsLoss);
    }
}
