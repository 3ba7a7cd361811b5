using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>Reports with one indicator, to say what its figure must be.</summary>
public static class SmallReports
{
    /// <summary>For each administration its values, quarter by quarter; null for a value that is missing.</summary>
    public static DonorSnapshot Of(
        FrameworkIndicator framework,
        params (string Administration, string Region, decimal?[] Values)[] given
    ) => Of(framework, 1m, given);

    public static DonorSnapshot Of(
        FrameworkIndicator framework,
        decimal factor,
        params (string Administration, string Region, decimal?[] Values)[] given
    )
    {
        SnapshotHead head = SampleSnapshots.Head(DonorTemplate.Neutral, 1, 1);
        head = head with
        {
            Administrations =
            [
                .. given.Select(one =>
                    head.Administrations[0] with
                    {
                        Id = new AdministrationId(one.Administration),
                        Name = one.Administration,
                        WcoRegion = one.Region,
                    }
                ),
            ],
            Agreement = head.Agreement with { Framework = head.Agreement.Framework with { Indicators = [framework] } },
            Earlier = [],
        };
        return new DonorSnapshot(head, [.. given.Select(one => Plan(framework, factor, one.Administration, one.Values))]);
    }

    public static FrameworkIndicator Framework(
        Aggregation rule,
        Measure measure = Measure.Unit,
        int minimumCell = 0,
        string unit = "persons"
    ) =>
        new(
            "1111.1",
            "1111",
            "What is counted",
            measure,
            unit,
            true,
            rule,
            0,
            2023,
            [new FrameworkTarget(new DateOnly(2025, 12, 31), 100)],
            "Registers",
            "Quarterly",
            "Coordinators",
            minimumCell
        );

    public static PlanExtract Plan(FrameworkIndicator framework, decimal factor, string administration, decimal?[] values)
    {
        PlanExtract plan = SamplePlans.Of(administration, 1, 4);
        return plan with
        {
            Indicators =
            [
                plan.Indicators[0] with
                {
                    Unit = framework.Unit,
                    Measure = framework.Measure,
                    DonorLink = new DonorLink(new AgreementId("sample-1"), framework.Code, factor),
                },
            ],
            Observations = [.. values.Select((value, quarter) => Observed(plan, quarter, value))],
            Restatements = [],
        };
    }

    public static AcceptedObservation Observed(PlanExtract plan, int quarter, decimal? value, params (string Key, decimal Value)[] groups)
    {
        string id = $"{plan.Plan}-B1-{quarter}";
        return new AcceptedObservation(
            new Observation(
                id,
                plan.Plan,
                1,
                "B1",
                plan.Periods[quarter].Key,
                value,
                null,
                null,
                value is null ? "No register" : null,
                groups.ToDictionary(one => one.Key, one => one.Value),
                [SampleSnapshots.Hash(id)],
                new PersonId("p-1"),
                new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero),
                new EntrySource("mail:1")
            ),
            new PersonId("p-2"),
            new DateTimeOffset(2025, 5, 1, 0, 0, 0, TimeSpan.Zero),
            $"a-{id}"
        );
    }

    /// <summary>An observation with something else in it.</summary>
    public static AcceptedObservation But(this AcceptedObservation accepted, Func<Observation, Observation> change) =>
        accepted with
        {
            Observation = change(accepted.Observation),
        };

    /// <summary>All plans, or those of one administration, with something else in them.</summary>
    public static DonorSnapshot Planned(
        this DonorSnapshot snapshot,
        Func<PlanExtract, PlanExtract> change,
        string? administration = null
    ) =>
        snapshot with
        {
            Plans =
            [
                .. snapshot.Plans.Select(plan =>
                    administration is null || plan.Administration.Value == administration ? change(plan) : plan
                ),
            ],
        };

    /// <summary>All indicators of a plan with something else in them.</summary>
    public static PlanExtract Measuring(this PlanExtract plan, Func<Indicator, Indicator> change) =>
        plan with
        {
            Indicators = [.. plan.Indicators.Select(change)],
        };

    /// <summary>A second indicator of the plan, B2, for the same indicator of the donor.</summary>
    public static PlanExtract WithSecond(this PlanExtract plan, params AcceptedObservation[] second) =>
        plan with
        {
            Indicators = [.. plan.Indicators, plan.Indicators[0] with { Code = "B2" }],
            Observations =
            [
                .. plan.Observations,
                .. second.Select(one => one.But(given => given with { Id = $"{given.Id}-second", Item = "B2" })),
            ],
        };

    public static DonorSnapshot Headed(this DonorSnapshot snapshot, Func<SnapshotHead, SnapshotHead> change) =>
        snapshot with
        {
            Head = change(snapshot.Head),
        };

    public static IndicatorFigure Figured(this DonorSnapshot snapshot) => Assert.Single(FigureCalculator.Of(snapshot).Indicators);
}
