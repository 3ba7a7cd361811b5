using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>What one plan gives to the indicators of a grant, from the values that were accepted and the links of the approved
/// plan.</summary>
internal sealed class PlanFigures
{
    private readonly JsonNode extract;
    private readonly IReadOnlyList<JsonNode> indicators;
    private readonly Dictionary<string, AcceptedValue> observations;
    private readonly Dictionary<string, DateOnly> ends;
    private readonly string? agreement;

    public PlanFigures(StoredProgramme programme, AcceptedValues accepted, JsonNode head, JsonNode extract)
    {
        this.extract = extract;
        agreement = head.Part("agreement").Text("id");
        JsonObject? version = programme
            .Stream("plan-" + extract.Text("plan"))
            .Fact(FormattableString.Invariant($"plan-version|{extract.Count("version"):D4}"));
        indicators =
        [
            .. version
                .List("indicators")
                .Where(one => one.Part("donorLink").Text("agreement") == agreement && one.Text("disclosure") != "Programme"),
        ];
        observations = extract
            .List("observations")
            .Select(one => accepted.Find(one.Part("observation").Text("id") ?? ""))
            .OfType<AcceptedValue>()
            .ToDictionary(one => one.Observation.Text("id")!);
        (DateOnly start, DateOnly end) = (Day(head.Part("period").Text("start")), Day(head.Part("period").Text("end")));
        ends = extract
            .List("periods")
            .Select(period => (Key: period.Text("key")!, End: Day(period.Text("end"))))
            .Where(period => start <= period.End && period.End <= end)
            .ToDictionary(period => period.Key, period => period.End);
    }

    public string Administration => extract.Text("administration") ?? "";

    public DateOnly? Begins => extract.List("periods").Min(period => (DateOnly?)Day(period.Text("start")));

    public AcceptedValue? Find(string id) => observations.GetValueOrDefault(id);

    /// <summary>One value for each indicator of the plan that is linked to the one asked for and has anything to count; with the day that
    /// it stands for, where only the latest counts.</summary>
    public IEnumerable<PlanShare> ValuesFor(JsonNode asked)
    {
        foreach (JsonNode indicator in indicators.Where(one => one.Part("donorLink").Text("indicator") == asked.Text("code")))
        {
            (GivenValue Value, DateOnly On)[] counted = IsOfOtherKind(indicator, asked) ? [] : Counted(indicator);
            if (counted.Length == 0)
            {
                continue;
            }

            GivenValue[] given = [.. counted.Select(one => one.Value)];

            bool ofPercent = asked.Text("measure") == "Percentage";
            string? rule = IsTotalSinceStart(indicator) ? "Latest" : asked.Text("aggregation");
            yield return rule switch
            {
                "Sum" => new PlanShare(new GivenValue(given.Sum(one => one.Value), null), null, false),
                "Mean" => new PlanShare(GivenValue.Mean(given, ofPercent), null, false),
                _ => new PlanShare(GivenValue.Mean(given[^1..], ofPercent), counted[^1].On, GoesOn(indicator, asked)),
            };
        }
    }

    /// <returns>Null where the observation cannot be converted, or is of no linked indicator.</returns>
    public decimal? Converted(JsonNode observation) =>
        indicators.FirstOrDefault(one => IsOf(observation, one)) is { } indicator
            ? observation.Number("value") * Factor(indicator, observation)
            : null;

    /// <summary>In the order of their periods.</summary>
    private (GivenValue, DateOnly)[] Counted(JsonNode indicator) =>
        [
            .. from one in observations.Values
            where IsOf(one.Observation, indicator) && ends.ContainsKey(one.Observation.Text("period")!)
            orderby ends[one.Observation.Text("period")!], one.At, one.Observation.Text("id")
            let factor = Factor(indicator, one.Observation)
            let value = one.Observation.Number("value") * factor
            where value is not null
            select (
                new GivenValue(value.Value, factor == 1 ? GivenValue.CountsOf(one.Observation) : null),
                ends[one.Observation.Text("period")!]
            ),
        ];

    /// <summary>A total since the start holds the totals before it, so that only the last one counts; of a growing total it need not be
    /// said.</summary>
    private static bool IsTotalSinceStart(JsonNode indicator) =>
        indicator.Text("covers") is { } said
            ? said == "SinceStart"
            : (indicator.Text("measure"), indicator.Text("aggregation"), indicator.Is("ascending")) == ("Unit", "Latest", true);

    /// <summary>A total since the plan's start that has a baseline holds what the plan before it counted.</summary>
    private static bool GoesOn(JsonNode indicator, JsonNode asked) =>
        asked.Text("aggregation") == "Latest" || indicator.Part("baseline").Number("value") is not (null or 0);

    /// <summary>The link's factor, over every new way of measuring since the value was given; null where one does not compare.</summary>
    private decimal? Factor(JsonNode indicator, JsonNode observation)
    {
        decimal? factor = indicator.Part("donorLink").Number("factor");
        IEnumerable<JsonNode> since = extract
            .List("series")
            .Where(step => step.Text("code") == indicator.Text("code") && step.Count("version") > observation.Count("planVersion"));
        foreach (JsonNode step in since)
        {
            factor = Money(step.Text("unit")) == Money(indicator.Text("unit")) ? factor * step.Number("factor") : null;
        }

        return factor;
    }

    /// <summary>Money of another currency, and a share for a count that no factor converts, are never added up.</summary>
    private static bool IsOfOtherKind(JsonNode indicator, JsonNode asked) =>
        Money(indicator.Text("unit")) != Money(asked.Text("unit"))
        || (
            (indicator.Text("measure") == "Percentage") != (asked.Text("measure") == "Percentage")
            && indicator.Part("donorLink").Number("factor") == 1
        );

    /// <summary>Three capitals standing alone in a unit are a currency.</summary>
    private static string? Money(string? unit) =>
        unit?.Split([' ', '/', '(', ')', '\u00a0']).FirstOrDefault(word => word.Length == 3 && word.All(char.IsAsciiLetterUpper));

    private static bool IsOf(JsonNode observation, JsonNode indicator) =>
        string.Equals(observation.Text("item"), indicator.Text("code"), StringComparison.OrdinalIgnoreCase);

    private static DateOnly Day(string? text) => DateOnly.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a plan's indicator gives to one of the grant.</summary>
/// <param name="LatestOn">The day that it stands for; null where more than the latest counts.</param>
/// <param name="GoesOn">Whether it holds what the plan before it gave.</param>
internal sealed record PlanShare(GivenValue Value, DateOnly? LatestOn, bool GoesOn);
