using System.Globalization;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;

namespace ACip.Tests.Unit.ActionPlans;

public sealed class PlanRecordTests
{
    private static readonly PlanRecord Revised = new(
        new PlanId("gh-2026"),
        new AdministrationId("GH"),
        "",
        new(2026, 1, 1),
        new(2028, 12, 31),
        PlanState.Active,
        2,
        "b",
        [],
        [],
        4,
        default
    )
    {
        Versions = [new(1, "a", new(2026, 1, 1), default), new(2, "b", new(2027, 4, 1), default, "The register changed.")],
    };

    [Theory]
    [InlineData("2026-01-01", 1)]
    [InlineData("2027-01-01", 1)] // opens after the approval of version 2, and is measured by version 1 all the same
    [InlineData("2027-04-01", 2)]
    [InlineData("2028-10-01", 2)]
    public void A_period_is_measured_by_the_version_in_force_on_its_first_day(string start, int expected) =>
        Assert.Equal(expected, Revised.VersionFor(DateOnly.Parse(start, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_plan_under_revision_is_drafted_and_stays_under_revision()
    {
        PlanRecord open = Revised with
        {
            State = PlanState.UnderRevision,
            Revision = new PlanRevision(1, "Why", new(2027, 7, 1), new PersonId("officer"), default),
        };
        Assert.True(open.TakesDraft);
        PlanRecord submitted = open.WithDraftStage(PlanState.Submitted);
        Assert.Equal((PlanState.UnderRevision, PlanState.Submitted), (submitted.State, submitted.DraftStage));
    }

    [Fact]
    public void A_file_from_before_revisions_were_kept_is_read()
    {
        PlanRecord old = Json.Read<PlanRecord>(
            """{"id":"gh-2026","administration":"GH","title":"","start":"2026-01-01","end":"2028-12-31","state":"Active","version":1,"sha256":"a","rounds":[],"periods":[],"reportsStarted":0,"draftingFrom":"2025-11-01T00:00:00+00:00"}"""
        );
        Assert.Equal(1, old.VersionFor(new(2026, 1, 1)));
    }
}
