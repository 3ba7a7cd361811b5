using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.DonorReports;

public sealed class PublicationRulesTests
{
    private static readonly PersonId By = new("approver-one");
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DonorReportVersion Issued = new(2, Now, "norad/2026/v02", "s", "m", 3);

    [Fact]
    public void What_was_issued_is_published_with_the_version_that_everybody_then_reads()
    {
        DonorPublication open = Decide(null, PublicationAct.Publish, Issued, null).After!;
        Assert.Equal(
            (PublicationState.Published, 2, "norad/2026/v02", "m"),
            (open.State, open.Version!.Value, open.Folder, open.ManifestSha256)
        );
        Assert.Equal(new PeriodKey("20260101-20261231"), open.Period);
    }

    [Theory]
    [InlineData(null, PublicationAct.Publish, null, "not-issued")]
    [InlineData(PublicationState.Withheld, PublicationAct.Publish, null, "publication-withheld")]
    [InlineData(PublicationState.Published, PublicationAct.Withdraw, " ", "reason-to-withhold")]
    [InlineData(null, PublicationAct.Withhold, "", "reason-to-withhold")]
    [InlineData(null, PublicationAct.Withdraw, "A mistake.", "nothing-published")]
    public void It_is_refused(PublicationState? was, PublicationAct act, string? reason, string rule) =>
        Assert.Equal(rule, Decide(Was(was), act, null, reason).Refusal!.Rule);

    [Theory]
    [InlineData(null, PublicationAct.Withhold, PublicationState.Withheld)]
    [InlineData(PublicationState.Published, PublicationAct.Withhold, PublicationState.Withheld)]
    [InlineData(PublicationState.Published, PublicationAct.Withdraw, PublicationState.Withdrawn)]
    [InlineData(PublicationState.Withheld, PublicationAct.Withdraw, PublicationState.Withdrawn)]
    public void What_is_not_open_names_no_files(PublicationState? was, PublicationAct act, PublicationState expected)
    {
        DonorPublication after = Decide(Was(was), act, Issued, "A source could be recognised.").After!;
        Assert.Equal((expected, null, "A source could be recognised."), (after.State, after.Folder, after.Reason));
    }

    private static DonorPublication? Was(PublicationState? state) =>
        state is { } known ? new DonorPublication(known, By, Now) { Folder = known == PublicationState.Published ? "f" : null } : null;

    private static (DonorPublication? After, Workflows.HumanTasks.CommandResult.Refused? Refusal) Decide(
        DonorPublication? was,
        PublicationAct act,
        DonorReportVersion? version,
        string? reason
    ) => PublicationRules.Decide(was, act, version is null ? null : (new PeriodKey("20260101-20261231"), version), reason, By, Now);
}
