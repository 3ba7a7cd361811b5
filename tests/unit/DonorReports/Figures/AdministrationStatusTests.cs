using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>What came from an administration in the donor's period: reports, values, their evidence, gaps that were explained, and
/// benchmarks.</summary>
public sealed class AdministrationStatusTests
{
    private static readonly DonorSnapshot Plain = Of(Framework(Aggregation.Sum), ("XA", "ESA", [10, 20, null, null]));
    private static readonly PlanExtract Plan = Plain.Plans.Single();

    [Fact]
    public void Values_are_counted_those_with_evidence_and_gaps_that_were_explained()
    {
        AdministrationStatus status = Given(
            Observed(Plan, 0, 10),
            Observed(Plan, 1, 20),
            Observed(Plan, 1, 30).But(one => one with { EvidenceSha256 = [] }),
            Observed(Plan, 2, null),
            Observed(Plan, 3, null).But(one => one with { MissingReason = null })
        );
        Assert.Equal((3, 2, 1), (status.Values, status.WithEvidence, status.Missing));
        Assert.Equal((new AdministrationId("XA"), "ESA"), (status.Administration, status.Region));
    }

    [Fact]
    public void Gaps_of_several_periods_are_several() =>
        Assert.Equal(3, Given(Observed(Plan, 0, null), Observed(Plan, 1, null), Observed(Plan, 2, null)).Missing);

    [Fact]
    public void What_is_of_no_linked_indicator_or_of_another_period_is_not_counted()
    {
        AdministrationStatus status = Given(
            Observed(Plan, 0, 10).But(one => one with { Item = "B9" }),
            Observed(Plan, 0, 10).But(one => one with { Period = new("20240101-20240331") })
        );
        Assert.Equal((0, 0, 0), (status.Values, status.WithEvidence, status.Missing));
    }

    [Fact]
    public void Its_periods_are_those_that_end_in_the_donors()
    {
        AdministrationStatus status = Status(
            Plain.Headed(head => head with { Period = new DonorPeriod(new DateOnly(2025, 2, 1), new DateOnly(2025, 9, 30), "to autumn") })
        );
        Assert.Equal(Plan.Periods.Take(3), status.Periods);
        Assert.Equal(Plan.Periods.Take(1), status.Straddling);
    }

    [Fact]
    public void Reports_that_were_accepted_count_also_once_they_are_locked()
    {
        ReportState[] states = [ReportState.Accepted, ReportState.Locked, ReportState.Missed, ReportState.Returned];
        PeriodExtract[] periods = [.. Plan.Periods.Zip(states, (period, state) => period with { State = state })];
        AdministrationStatus status = Status(Plain.Planned(plan => plan with { Periods = periods }));
        Assert.Equal((2, 4), (status.Accepted, status.Periods.Count));
        periods = [.. Plan.Periods.Select(period => period with { State = ReportState.Submitted })];
        Assert.Equal(0, Status(Plain.Planned(plan => plan with { Periods = periods })).Accepted);
    }

    [Fact]
    public void Benchmarks_are_due_up_to_the_last_day_and_what_is_reached_earlier_does_not_count_yet()
    {
        Benchmark[] benchmarks = [Due("M1", 2025, 6, 30), Due("M2", 2025, 12, 31), Due("M3", 2026, 1, 1), Due("M4", 2025, 1, 1)];
        AdministrationStatus status = Status(
            Plain.Planned(plan => plan with { Benchmarks = benchmarks, Reached = ["M2", "M3", "M4"], Observations = [Reached("M1", true)] })
        );
        Assert.Equal((2, 3), (status.BenchmarksReached, status.BenchmarksDue));
    }

    [Theory]
    [InlineData("M1:yes", 1)]
    [InlineData("M1:no", 0)]
    [InlineData("M1:yes M1:yes M2:yes", 2)] // one answer or two: reached once
    [InlineData("M1:no M2:yes M3:yes", 1)] // M3 is not due
    public void In_a_snapshot_from_before_the_answers_of_the_period_say_what_is_reached(string said, int reached)
    {
        Benchmark[] benchmarks = [Due("M1", 2025, 6, 30), Due("M2", 2025, 12, 31), Due("M3", 2026, 1, 1)];
        AcceptedObservation[] answers = [.. said.Split(' ').Select(one => one.Split(':')).Select(one => Reached(one[0], one[1] == "yes"))];
        AdministrationStatus status = Status(
            Plain.Planned(plan => plan with { Benchmarks = benchmarks, Reached = null, Observations = answers })
        );
        Assert.Equal((reached, 2), (status.BenchmarksReached, status.BenchmarksDue));
    }

    [Fact]
    public void All_its_plans_count_together()
    {
        PlanExtract first = Plan with { Benchmarks = [Due("M1", 2025, 6, 30)], Reached = ["M1"], Periods = [.. Plan.Periods.Take(2)] },
            next =
                first with
                {
                    Plan = new PlanId("xa-2"),
                    Periods = [.. Plan.Periods.Skip(2)],
                    Observations = [Observed(Plan, 2, 5), Observed(Plan, 3, null)],
                };
        AdministrationStatus status = Status(Plain with { Plans = [first, next] });
        Assert.Equal((3, 3, 1), (status.Values, status.WithEvidence, status.Missing));
        Assert.Equal((2, 2), (status.BenchmarksReached, status.BenchmarksDue));
        Assert.Equal(Plan.Periods, status.Periods);
    }

    private static AdministrationStatus Given(params AcceptedObservation[] given) =>
        Status(Plain.Planned(plan => plan with { Observations = given }));

    private static AdministrationStatus Status(DonorSnapshot snapshot) => Assert.Single(FigureCalculator.Of(snapshot).Administrations);

    private static Benchmark Due(string code, int year, int month, int day) =>
        new(code, "R1", "A code of conduct is in force.", new DateOnly(year, month, day), "Gazette", []);

    private static AcceptedObservation Reached(string item, bool reached) =>
        Observed(Plan, 0, null).But(one => one with { Item = item, Reached = reached, MissingReason = null });
}
