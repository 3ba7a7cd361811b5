using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>What the sample administrations reported in the year.</summary>
public static class SamplePlans
{
    public static PlanExtract Of(string administration, int indicators, int periods)
    {
        int seed = administration.Sum(letter => letter * 7) % 97;
        var plan = new PlanId($"{administration.ToLowerInvariant()}-1");
        PeriodExtract[] covered = [.. Enumerable.Range(0, periods).Select(quarter => Quarter(quarter, straddles: administration == "XD"))];
        Indicator[] linked = [.. Enumerable.Range(0, indicators).Select(Linked)];
        bool silent = administration == "XH";
        return new PlanExtract
        {
            Administration = new AdministrationId(administration),
            Plan = plan,
            Version = 2,
            Title = $"Integrity plan of {administration}",
            Results = [new PlanResult("R1", ResultLevel.Immediate, null, "Staff act with integrity.")],
            Indicators = linked,
            Benchmarks = [new Benchmark("M1", "R1", "A code of conduct is in force.", new DateOnly(2025, 6, 30), "Official gazette", [7])],
            Periods = covered,
            Observations = silent
                ? []
                :
                [
                    .. from indicator in linked.Select((it, place) => (it, place))
                    from quarter in Enumerable.Range(0, periods)
                    where (seed + indicator.place) % 9 != 0
                    let given = Given(plan, indicator.it, covered[quarter], indicator.place, seed + quarter * 2)
                    select administration == "XA" && indicator.place == 0 && quarter == 0 ? Restated(given).New : given,
                    CodeOfConduct(plan, covered[0].Key, seed % 2 == 0),
                ],
            Restatements = administration != "XA" ? [] : [Restated(Given(plan, linked[0], covered[0], 0, seed))],
            Narratives =
            [
                new Narrative(
                    NarrativePart.LessonsLearned,
                    administration is "XB" or "XE" ? Language.Fr : Language.En,
                    administration is "XB" or "XE"
                        ? "Les formulaires courts reviennent plus vite."
                        : "+Peers help & learn <script>alert(1)</script>.",
                    new PersonId($"p-{administration}")
                ),
            ],
            Risks = [new Risk("R1", "@Staff move on before results show", 1 + seed % 5, 1 + seed % 4, "Hand-over notes", "Coordinator")],
        };
    }

    private static AcceptedObservation CodeOfConduct(PlanId plan, PeriodKey period, bool reached) =>
        new(
            new Observation(
                $"{plan}-M1",
                plan,
                2,
                "M1",
                period,
                null,
                reached,
                null,
                null,
                new Dictionary<string, decimal>(),
                [SampleSnapshots.Hash("code")],
                new PersonId("p-2"),
                At(3),
                new EntrySource("mail:m1")
            ),
            new PersonId("p-9"),
            At(4),
            $"a-{plan}-M1"
        );

    private static DateTimeOffset At(int month) => new(2025, month, 20, 9, 30, 0, TimeSpan.FromHours(3));

    private static Indicator Linked(int place)
    {
        FrameworkIndicator framework = SampleFramework.Indicator(place);
        return new Indicator(
            $"B{place + 1}",
            1,
            "R1",
            $"What the plan measures, {place + 1}",
            framework.Measure,
            framework.Unit,
            framework.Ascending,
            framework.Aggregation,
            "Registers",
            "Count",
            new Frequency("Quarterly"),
            "Coordinator",
            place % 6 == 0 ? [new Dimension("sex", ["women", "men"])] : [],
            [1 + place % 10, 1 + (place + 3) % 10],
            new Markers(
                [(Principle)(place % 3)],
                ["8"],
                place % 4 == 0 ? [Synergy.Tfa] : [],
                place % 5 == 0 ? [CrossCuttingTheme.GenderEquality] : []
            ),
            false,
            new Baseline(0, null, new DateOnly(2023, 12, 31), "Registers", null),
            [new Target(new DateOnly(2025, 12, 31), 10)],
            new DonorLink(new AgreementId("sample-1"), framework.Code)
        );
    }

    private static AcceptedObservation Given(PlanId plan, Indicator indicator, PeriodExtract period, int place, int seed)
    {
        bool missing = (seed + place) % 13 == 0;
        decimal? value =
            missing || indicator.Measure == Measure.Qualitative
                ? null
                : (place % 6) switch
                {
                    0 => 20 + seed % 30,
                    1 => 30 + seed % 50 + 0.5m,
                    2 => 15 + seed % 25,
                    3 => seed % 2,
                    _ => 1 + seed % 5,
                };
        Dictionary<string, decimal> groups = [];
        if (value is { } number && place % 6 == 0)
        {
            groups = new Dictionary<string, decimal>
            {
                ["sex:women"] = Math.Floor(number / 2),
                ["sex:men"] = number - Math.Floor(number / 2) - seed % 2,
            };
        }

        string id = $"{plan}-{indicator.Code}-{period.Key}";
        return new AcceptedObservation(
            new Observation(
                id,
                plan,
                2,
                indicator.Code,
                period.Key,
                value,
                null,
                indicator.Measure == Measure.Qualitative ? "Traders say that forms are plainer now." : null,
                missing ? "The register was being moved." : null,
                groups,
                seed % 3 == 0 ? [] : [SampleSnapshots.Hash(id)],
                new PersonId("p-2"),
                At(4),
                new EntrySource($"mail:{SampleSnapshots.Hash(id)[..12]}")
            ),
            new PersonId("p-9"),
            At(5),
            $"a-{id}"
        );
    }

    private static Restatement Restated(AcceptedObservation now)
    {
        Observation before = now.Observation with { Id = now.Observation.Id + "-first", Value = 21 };
        return new Restatement(
            now with
            {
                Observation = before,
                AuditEvent = "a-old",
            },
            now with
            {
                Observation = now.Observation with { Restates = before.Id },
            },
            "A session had been counted twice."
        );
    }

    private static PeriodExtract Quarter(int quarter, bool straddles)
    {
        var start = new DateOnly(2025, 1, 1);
        start = start.AddMonths(3 * quarter);
        DateOnly end = start.AddMonths(3).AddDays(-1);
        if (straddles)
        {
            (start, end) = (start.AddDays(-24), end.AddDays(-24));
        }

        return new PeriodExtract(
            new PeriodKey(string.Create(CultureInfo.InvariantCulture, $"{start:yyyyMMdd}-{end:yyyyMMdd}")),
            start,
            end,
            quarter == 3 ? ReportState.Accepted : ReportState.Locked
        );
    }
}
