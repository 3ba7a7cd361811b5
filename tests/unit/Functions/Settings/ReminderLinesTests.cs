using System.Text.Json.Nodes;
using ACip.Functions.Pages.Settings;
using ACip.Workflows.HumanTasks;

namespace ACip.Tests.Unit.Functions.Settings;

public sealed class ReminderLinesTests
{
    [Fact]
    public void A_policy_is_typed_as_it_is_shown()
    {
        ReminderPolicy shown = ReminderPolicy.Standard with
        {
            Steps = [.. ReminderPolicy.Standard.Steps, new("quiet", ReminderAnchor.Due, 12, [Audience.HeadOfCustoms], Channel.Page)],
        };
        (ReminderPolicy? read, EntrySaved? problem) = ReminderLines.Read(ReminderLines.Of(shown));
        Assert.Null(problem);
        Assert.Equal((shown.SendFrom, shown.SendUntil), (read!.SendFrom, read.SendUntil));
        Assert.Equal(
            shown.Steps.Select(step => (step.Code, step.Anchor, step.WorkingDays, string.Join(',', step.To), step.Channel)),
            read.Steps.Select(step => (step.Code, step.Anchor, step.WorkingDays, string.Join(',', step.To), step.Channel))
        );
        Assert.Null(read.Problem);
    }

    [Theory]
    [InlineData("asked")]
    [InlineData("asked: Opens: Coordinator")]
    [InlineData("asked: Sometime +3: Coordinator")]
    [InlineData("asked: 1 +3: Coordinator")]
    [InlineData("asked: Opens three: Coordinator")]
    [InlineData("asked: Opens +3: Nobody")]
    [InlineData("asked: Opens +3: Coordinator: page")]
    public void A_line_that_cannot_be_read_is_named(string line)
    {
        JsonObject item = ReminderLines.Of(ReminderPolicy.Standard);
        item["steps"] = "fine: Due -3: Coordinator\n" + line;
        (ReminderPolicy? read, EntrySaved? problem) = ReminderLines.Read(item);
        Assert.Null(read);
        Assert.Equal($"steps: {line}", Assert.Single(problem!.Problems).Path);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("25:00")]
    [InlineData("")]
    public void An_hour_is_one(string typed)
    {
        JsonObject item = ReminderLines.Of(ReminderPolicy.Standard);
        item["sendUntil"] = typed;
        Assert.Equal("sendUntil", Assert.Single(ReminderLines.Read(item).Problem!.Problems).Path);
    }
}
