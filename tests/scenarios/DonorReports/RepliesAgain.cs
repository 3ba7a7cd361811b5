using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>Reads the replies that a simulation wrote and adds them up by the donor's framework, with none of the product's own reading or
/// reckoning:
/// lines by a regular expression, rules of aggregation from the seed's JSON, links from the plans.</summary>
internal sealed partial class RepliesAgain
{
    private readonly List<Reported> values = [];
    private readonly Dictionary<string, JsonElement> framework;

    /// <param name="gaps">Administration and period of what the report says is missing, separated by a blank: replies that came too
    /// late.</param>
    public RepliesAgain(string replies, string agreement, DateOnly start, DateOnly end, IReadOnlySet<string> gaps)
    {
        using Stream seed = typeof(ProgrammeSeed).Assembly.GetManifestResourceStream("ACip.Workflows.Programme.Seed.agreements.json")!;
        framework = JsonDocument
            .Parse(seed)
            .RootElement.EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == agreement)
            .GetProperty("framework")
            .GetProperty("indicators")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("code").GetString()!);
        foreach (ActionPlan plan in ProgrammeSeed.Load().Plans.Where(plan => Directory.Exists(Path.Combine(replies, plan.Id.Value))))
        {
            foreach (string file in Directory.GetFiles(Path.Combine(replies, plan.Id.Value)).Order(StringComparer.Ordinal))
            {
                string period = Path.GetFileNameWithoutExtension(file);
                DateOnly last = DateOnly.ParseExact(period[9..], "yyyyMMdd", CultureInfo.InvariantCulture);
                if (last >= start && last <= end && !gaps.Contains($"{plan.Administration} {period}"))
                {
                    Read(plan, agreement, period, File.ReadAllLines(file));
                }
            }
        }
    }

    /// <param name="group">Such as sex:women; null for the whole.</param>
    /// <param name="region">Only these administrations; null: all.</param>
    /// <returns>Null where nothing was reported, or where single values are not put together.</returns>
    public (decimal? Value, int Administrations) Figure(string indicator, string? group, Func<AdministrationId, bool>? region = null)
    {
        JsonElement rule = framework[indicator];
        string aggregation = rule.GetProperty("aggregation").GetString()!;
        bool isCount = rule.GetProperty("measure").GetString() == "Unit";
        // within an administration over its periods, then over administrations
        decimal[] each =
        [
            .. values
                .Where(value => value.Indicator == indicator && value.Group == group && region?.Invoke(value.Administration) != false)
                .GroupBy(value => value.Administration)
                .OrderBy(one => one.Key.Value, StringComparer.Ordinal)
                .Select(one =>
                    Together(
                        aggregation,
                        isCount,
                        [
                            .. one.GroupBy(value => value.PlanIndicator)
                                .Select(series => Over(aggregation, [.. series.OrderBy(value => value.Period, StringComparer.Ordinal)])),
                        ]
                    )
                ),
        ];
        return each.Length == 0 || aggregation == "None"
            ? (null, each.Length)
            : (Rounded(Together(aggregation, isCount, each)), each.Length);
    }

    private static decimal Over(string aggregation, Reported[] series) =>
        aggregation switch
        {
            "Sum" => series.Sum(value => value.Value),
            "Mean" => series.Sum(value => value.Value) / series.Length,
            _ => series[^1].Value,
        };

    private static decimal Together(string aggregation, bool isCount, decimal[] parts) =>
        aggregation == "Sum" || (aggregation == "Latest" && isCount) ? parts.Sum() : parts.Sum() / parts.Length;

    private static decimal Rounded(decimal value) => Math.Round(value, Math.Abs(value) < 1 ? 4 : 2, MidpointRounding.AwayFromZero);

    private void Read(ActionPlan plan, string agreement, string period, string[] lines)
    {
        foreach (string line in lines)
        {
            if (Whole().Match(line) is { Success: true } whole)
            {
                Add(whole.Groups["code"].Value, null, whole.Groups["number"].Value);
            }
            else if (Broken().Match(line) is { Success: true } broken)
            {
                string code = broken.Groups["code"].Value;
                string dimension = plan.Indicators.Single(one => one.Code == code).Dimensions.Single().Code;
                Add(code, $"{dimension}:{broken.Groups["first"].Value}", broken.Groups["a"].Value);
                Add(code, $"{dimension}:{broken.Groups["second"].Value}", broken.Groups["b"].Value);
            }
        }

        void Add(string code, string? group, string number)
        {
            if (plan.Indicators.FirstOrDefault(one => one.Code == code) is { DonorLink: { } link } && link.Agreement.Value == agreement)
            {
                values.Add(
                    new Reported(
                        plan.Administration,
                        link.Indicator,
                        code,
                        group,
                        period,
                        decimal.Parse(number.Replace(',', '.'), CultureInfo.InvariantCulture) * link.Factor
                    )
                );
            }
        }
    }

    [GeneratedRegex(@"^(?<code>[A-Z]+\d+): (?<number>\d+([.,]\d+)?)( %)?$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<code>[A-Z]+\d+) (?<first>[a-z]+): (?<a>\d+([.,]\d+)?), (?<second>[a-z]+): (?<b>\d+([.,]\d+)?)$")]
    private static partial Regex Broken();

    private sealed record Reported(
        AdministrationId Administration,
        string Indicator,
        string PlanIndicator,
        string? Group,
        string Period,
        decimal Value
    );
}
