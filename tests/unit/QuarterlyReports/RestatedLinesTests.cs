using ACip.Tests.Unit.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>What the line of a restatement does not mention stays, as in a reply.</summary>
public sealed class RestatedLinesTests
{
    private static readonly ActionPlan Plan = PlanChanges.Dimensions(RuleCases.Right, new Dimension("sex", ["women", "men"]));
    private static readonly string Code = Plan.Indicators[0].Code;
    private static readonly PeriodKey Quarter = new("20260101-20260331");
    private static readonly PersonId By = new("officer-one");

    [Fact]
    public void A_group_keeps_the_total_the_other_group_and_the_words()
    {
        ReportEntry now = Restated(Line(null, ("women", 40)), Accepted(95)).Items[0].Now;

        Assert.Equal(95, now.Value);
        Assert.Equal("counted at the border", now.Narrative);
        Assert.Equal(["men 50", "women 40"], now.Groups.Select(group => $"{group.Key} {group.Value}").Order());
        Assert.Equal(["file"], now.EvidenceSha256);
        Assert.Equal(By, now.By);
    }

    [Fact]
    public void A_total_keeps_the_groups()
    {
        ReportEntry now = Restated(Line(96), Accepted(95)).Items[0].Now;

        Assert.Equal(96, now.Value);
        Assert.Equal(["men 50", "women 45"], now.Groups.Select(group => $"{group.Key} {group.Value}").Order());
    }

    [Fact]
    public void What_is_said_as_a_whole_or_why_there_is_no_value_replaces_everything()
    {
        ReportEntry whole = Restated(Line(96) with { IsWhole = true }, Accepted(95)).Items[0].Now;
        ReportEntry missing = Restated(Line(null) with { MissingReason = "counted by nobody" }, Accepted(95)).Items[0].Now;

        Assert.All([whole, missing], now => Assert.Empty(now.Groups));
        Assert.All([whole, missing], now => Assert.Null(now.Narrative));
        Assert.All([whole, missing], now => Assert.Empty(now.EvidenceSha256));
        Assert.Null(missing.Value);
    }

    [Fact]
    public void A_group_without_a_total_to_stand_beside_is_refused()
    {
        Observation gap = Accepted(null) with { MissingReason = "not counted", Groups = new Dictionary<string, decimal>() };

        Assert.Equal("groups-without-total", RestatementRules.Refuse(Restated(Line(null, ("women", 40))))?.Rule);
        Assert.Equal("groups-without-total", RestatementRules.Refuse(Restated(Line(null, ("women", 40)), gap))?.Rule);
        Assert.Null(RestatementRules.Refuse(Restated(Line(95, ("women", 40)), gap)));
        Assert.Null(RestatementRules.Refuse(Restated(Line(null, ("women", 40)), Accepted(95))));
    }

    private static ReportRestatement Restated(ReplyFigure line, params Observation[] accepted) =>
        RestatementRules.Of(
            new RestatementRef(Plan.Id, Quarter, 1),
            [line],
            accepted,
            Plan,
            new("counted twice", By, DateTimeOffset.UnixEpoch, new EntrySource("page:1"))
        );

    private static ReplyFigure Line(decimal? value, params (string Name, decimal Value)[] groups) =>
        new(Code, value, null, null, null, null, groups.ToDictionary(group => group.Name, group => group.Value), "");

    private static Observation Accepted(decimal? value) =>
        new(
            "was",
            Plan.Id,
            1,
            Code,
            Quarter,
            value,
            null,
            "counted at the border",
            null,
            new Dictionary<string, decimal> { ["sex:women"] = 45, ["sex:men"] = 50 },
            ["file"],
            new PersonId("coordinator"),
            DateTimeOffset.UnixEpoch,
            new EntrySource("mail:1")
        );
}
