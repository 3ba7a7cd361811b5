using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Unit.HumanTasks;

/// <summary>Who says the same again hears the same again; other words were not kept, and their writer is told.</summary>
public sealed class DecisionTests
{
    private static readonly PersonId One = new("approver-one"), Two = new("approver-two");

    [Fact]
    public void The_same_words_by_the_same_person_are_the_same_decision()
    {
        Assert.True(new Decision(true).IsAgain(One, One, true, null));
        Assert.True(new Decision(true, "").IsAgain(One, One, true, null));
        Assert.True(new Decision(false, "Why?", Reasons(("B1", "x"), ("A1", "y"))).IsAgain(One, One, false, "Why?", Reasons(("A1", "y"), ("B1", "x"))));
    }

    [Fact]
    public void Another_person_verdict_reason_or_item_is_another_decision()
    {
        Assert.False(new Decision(true).IsAgain(Two, One, true, null));
        Assert.False(new Decision(true).IsAgain(One, One, false, null));
        Assert.False(new Decision(false, "Why?").IsAgain(One, One, false, "Once more."));
        Assert.False(new Decision(false, null, Reasons(("A1", "x"))).IsAgain(One, One, false, null, Reasons(("A1", "y"))));
        Assert.False(new Decision(false).IsAgain(One, One, false, null, Reasons(("A1", "y"))));
    }

    private static Dictionary<string, string> Reasons(params (string Code, string Why)[] all) => all.ToDictionary(one => one.Code, one => one.Why);
}
