using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.ActionPlans;

public sealed class DraftMergeTests
{
    private static readonly ActionPlan Origin = ProgrammeSeed.Load().Plans[0];

    [Fact]
    public void Each_takes_what_the_other_alone_has_changed()
    {
        DraftMerge merge = DraftMerge.Of(Origin, Origin with { Title = "Mine" }, Origin with { Risks = [] });
        Assert.Empty(merge.Disputed);
        Assert.Equal("Mine", merge.Merged.Title);
        Assert.Empty(merge.Merged.Risks);
    }

    [Fact]
    public void What_both_changed_alike_is_no_dispute_and_what_both_changed_otherwise_is()
    {
        ActionPlan present = Origin with { Title = "Mine", Risks = [] },
            other = Origin with { Title = "Yours", Risks = [] };
        DraftMerge merge = DraftMerge.Of(Origin, present, other);
        Assert.Equal([DraftSections.Header], merge.Disputed);
        Assert.Equal("Mine", merge.Merged.Title);
    }

    [Fact]
    public void A_section_that_is_written_back_as_it_was_read_changes_nothing() =>
        Assert.All(
            DraftSections.All,
            section =>
                Assert.Equal(
                    PlanDocument.Hash(Origin),
                    PlanDocument.Hash(DraftSections.With(Origin, section, DraftSections.Of(Origin, section)).Plan!)
                )
        );

    [Fact]
    public void A_section_that_is_none_is_refused_with_its_place()
    {
        using var wrong = System.Text.Json.JsonDocument.Parse("""[{"code": "K1"}]""");
        Assert.StartsWith("$.risks", DraftSections.With(Origin, "risks", wrong.RootElement).At, StringComparison.Ordinal);
        using var foreign = System.Text.Json.JsonDocument.Parse("""{"version": 9}""");
        Assert.Null(DraftSections.With(Origin, DraftSections.Header, foreign.RootElement).Plan);
    }
}
