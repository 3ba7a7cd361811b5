using ACip.Workflows.HumanTasks;

namespace ACip.Tests.Unit.HumanTasks;

public sealed class DecisionReasonsTests
{
    [Theory]
    [InlineData("why", null, true)]
    [InlineData(null, "which register?", true)]
    [InlineData("", "which register?", true)]
    [InlineData(null, " ", false)]
    [InlineData(" ", null, false)]
    [InlineData(null, null, false)]
    public void Sending_back_says_why_for_the_whole_or_for_each_item(string? reason, string? ofItem, bool says) =>
        Assert.Equal(says, new Decision(false, reason, ofItem is null ? null : new Dictionary<string, string> { ["B1"] = ofItem }).SaysWhy);
}
