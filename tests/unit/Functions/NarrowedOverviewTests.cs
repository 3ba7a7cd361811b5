using ACip.Functions.Pages.Dashboard;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Functions;

/// <summary>What the dashboard counts where its address names a region, a donor or words.</summary>
public sealed class NarrowedOverviewTests
{
    private static readonly AdministrationRow Here = Row("AF", inTime: 2, late: 1),
        There = Row("GH", inTime: 1, late: 3);

    private static readonly ProgrammeRegister Nobody = new(
        false,
        new Dictionary<AdministrationId, Administration>(),
        new Dictionary<DonorId, Donor>(),
        new Dictionary<AgreementId, GrantAgreement>(),
        new Dictionary<PersonId, Person>(),
        new Dictionary<PlanId, PlanListing>()
    );

    private static readonly ProgrammeFacts Facts = new(
        new ProgrammeOverview(
            false,
            default,
            new Punctuality(7, 3),
            [Here, There],
            [Task("of-plan", null, StreamOf("af-2026")), Task("of-home", "AF", null), Task("of-another", "GH", StreamOf("gh-2026"))],
            [],
            []
        )
        {
            Stuck = [new("af-2026/20260101-20260331", "report-not-started", "", default), new("norad", "instance-failed", "", default)],
        },
        []
    );

    [Fact]
    public void Totals_are_of_what_is_left()
    {
        ProgrammeOverview left = NarrowedOverview.Of(Facts, [Here], Nobody);

        Assert.Equal([Here], left.Administrations);
        Assert.Equal(new Punctuality(3, 2), left.OnTime);
        Assert.Equal(["of-plan", "of-home"], left.Waiting.Select(task => task.Id.Value));
        Assert.Equal(["af-2026/20260101-20260331"], left.Stuck.Select(stuck => stuck.Subject));
    }

    [Fact]
    public void Where_all_is_left_all_that_is_of_administrations_is_counted()
    {
        ProgrammeOverview left = NarrowedOverview.Of(Facts, [There, Here], Nobody);

        Assert.Equal(Facts.Overview.OnTime, left.OnTime);
        Assert.Equal(Facts.Overview.Waiting, left.Waiting);
    }

    [Fact]
    public void Where_nothing_is_left_nothing_is_counted()
    {
        ProgrammeOverview left = NarrowedOverview.Of(Facts, [], Nobody);

        Assert.Equal(new Punctuality(0, 0), left.OnTime);
        Assert.Empty(left.Waiting);
        Assert.All(left.KeyFactors, factor => Assert.Equal(0, factor.Indicators));
    }

    private static StreamId StreamOf(string plan) => StreamId.Of(new PlanId(plan));

    private static AdministrationRow Row(string id, int inTime, int late)
    {
        ReportCell Cell(bool onTime) =>
            new(new PeriodKey("20260101-20260331"), default, default, default, ReportState.Locked, false, onTime);
        ReportCell[] reports =
        [
            .. Enumerable.Repeat(Cell(true), inTime),
            .. Enumerable.Repeat(Cell(false), late),
            Cell(true) with
            {
                OnTime = null,
            },
        ];
        var plan = new PlanRow(new PlanId($"{id.ToLowerInvariant()}-2026"), "", PlanState.Active, 1, default, default, reports);
        return new AdministrationRow(new AdministrationId(id), id, "WCA", new DonorId("norad"), [plan]);
    }

    private static WaitingTask Task(string id, string? home, StreamId? stream) =>
        new(new TaskId(id), new TaskKind("SubmitReport"), Text.Same(id), "", null, [], default, default, false, "/")
        {
            Home = home is null ? null : new AdministrationId(home),
            Ref = stream is { } of ? new TaskRef(of, new TaskId(id)) : null,
        };
}
