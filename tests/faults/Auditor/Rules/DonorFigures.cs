using System.Globalization;
using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>The figures of a donor report, worked out anew from what was accepted: sums, counts and means, of all and of each
/// region.</summary>
internal sealed class DonorFigures
{
    private readonly JsonNode head;
    private readonly Dictionary<string, PlanFigures> plans;
    private readonly Dictionary<string, string> regions;

    public DonorFigures(StoredProgramme programme, AcceptedValues accepted, JsonNode snapshot)
    {
        head = snapshot["head"]!;
        plans = snapshot
            .List("plans")
            .ToDictionary(plan => plan.Text("plan") ?? "", plan => new PlanFigures(programme, accepted, head, plan));
        regions = head.List("administrations").ToDictionary(one => one.Text("id") ?? "", one => one.Text("wcoRegion") ?? "");
    }

    /// <param name="report">The figures as data.</param>
    public IEnumerable<(string Key, string What)> Compare(JsonNode report)
    {
        Dictionary<string, JsonNode> framework = head.Part("agreement")
            .Part("framework")
            .List("indicators")
            .ToDictionary(one => one.Text("code") ?? "");
        foreach (JsonNode indicator in report.List("indicators").Where(one => framework.ContainsKey(one.Text("code") ?? "")))
        {
            JsonNode asked = framework[indicator.Text("code")!];
            if (!IsNumber(asked))
            {
                continue;
            }

            ILookup<string, GivenValue> given = plans
                .Values.GroupBy(plan => plan.Administration)
                .SelectMany(home => OfOne([.. home], asked).Select(share => (home.Key, share)))
                .ToLookup(one => one.Key, one => one.share);
            foreach (JsonNode figure in indicator.List("figures"))
            {
                if (Wrong(asked, given, figure) is { } what)
                {
                    yield return (figure.Text("id") ?? "", what);
                }
            }
        }
    }

    /// <summary>Where a plan follows another, what only counts with its latest value counts with that of the later plan, unless that one
    /// begins to count anew. Of two that end on the same day, the one that began later is the later one.</summary>
    private static IEnumerable<GivenValue> OfOne(PlanFigures[] plans, JsonNode asked)
    {
        bool counts = true;
        foreach (
            PlanShare[] shares in plans
                .Select(plan => (plan.Begins, Shares: plan.ValuesFor(asked).ToArray()))
                .OrderByDescending(one => one.Shares.Max(share => share.LatestOn))
                .ThenByDescending(one => one.Begins)
                .Select(one => one.Shares)
        )
        {
            PlanShare[] latest = [.. shares.Where(one => one.LatestOn is not null)];
            foreach (PlanShare share in shares.Where(one => one.LatestOn is null || counts))
            {
                yield return share.Value;
            }

            if (latest.Length > 0)
            {
                counts = !latest.Any(one => one.GoesOn); // what stands for days before
            }
        }
    }

    /// <param name="rows">The observations as data.</param>
    public IEnumerable<(string Key, string What)> Compare(IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        foreach (IReadOnlyDictionary<string, string> row in rows.Where(row => row["withheld"] != "1" && row["observation"].Length > 0))
        {
            string id = row["observation"];
            if (!plans.TryGetValue(row["plan"], out PlanFigures? plan) || plan.Find(id) is not { } value)
            {
                yield return (id, "It is listed, and is no accepted observation of the report.");
                continue;
            }

            if (Number(row["value"]) != value.Observation.Number("value"))
            {
                yield return (id, $"It is listed with {row["value"]}; accepted was {value.Observation["value"]}.");
            }

            if (Number(row["donor_value"]) is { } converted && converted != plan.Converted(value.Observation))
            {
                yield return (id, $"In the donor's unit it is listed as {converted}; it is {plan.Converted(value.Observation)}.");
            }
        }
    }

    /// <returns>Null where the figure is right, or withheld, or not one that is worked out here.</returns>
    private string? Wrong(JsonNode asked, ILookup<string, GivenValue> given, JsonNode figure)
    {
        string part = figure.Text("id")![(asked.Text("code")!.Length + 1)..],
            state = figure.Text("state") ?? "";
        if (part != "total" && !part.StartsWith("region:", StringComparison.Ordinal))
        {
            return null;
        }

        bool addsUp = asked.Text("aggregation") == "Sum" || (asked.Text("aggregation"), asked.Text("measure")) == ("Latest", "Unit");
        bool ofPercent = asked.Text("measure") == "Percentage";
        GivenValue[] shares =
        [
            .. given
                .Where(one => part == "total" || part == "region:" + regions.GetValueOrDefault(one.Key))
                .Where(one => regions.ContainsKey(one.Key))
                .Select(one => Together([.. one])),
        ];
        return (state, shares.Length) switch
        {
            ("Shown", 0) => $"It is shown as {figure["value"]}, and nobody gave a value.",
            ("Shown", _) when Together(shares) is var right && Presented(right.Value) != figure.Number("value") =>
                $"It is shown as {figure["value"]}; from the accepted values it is {Plain(Presented(right.Value))}.",
            ("Shown", _) when Together(shares).Counts is var right && right?.Part != figure.Number("numerator") =>
                $"It is shown as {figure["numerator"]} of {figure["denominator"]}; the accepted counts are {right}.",
            ("Shown", _) when Together(shares).Counts is var right && right?.Whole != figure.Number("denominator") =>
                $"It is shown as of {figure["denominator"]}; the accepted counts are {right}.",
            ("Shown", var count) when count != figure.Count("reported") => $"It says that {figure["reported"]} gave it; {count} did.",
            ("Missing", > 0) => $"It is shown as missing, and {shares.Length} gave a value.",
            _ => null,
        };

        GivenValue Together(IReadOnlyList<GivenValue> all) =>
            addsUp ? new GivenValue(all.Sum(one => one.Value), null) : GivenValue.Mean(all, ofPercent);
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsNumber(JsonNode asked) =>
        asked.Text("measure") is "Unit" or "Percentage" && asked.Text("aggregation") is "Sum" or "Mean" or "Latest";

    /// <summary>Two decimals, four below one; halves away from zero.</summary>
    private static decimal Presented(decimal value) => Math.Round(value, Math.Abs(value) < 1 ? 4 : 2, MidpointRounding.AwayFromZero);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
