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
        Share[] each =
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
            : (Rounded(Together(aggregation, isCount, each).Value), each.Length);
    }

    private static Share Over(string aggregation, Reported[] series) =>
        series[0].IsTotal ? new(series[^1].Value, series[^1].Part, series[^1].Whole)
        : aggregation is not "Latest" && series.All(one => one.Whole > 0)
            ? Share.Of(series.Sum(one => one.Part), series.Sum(one => one.Whole))
        : aggregation is "Latest" or "None" ? new(series[^1].Value, series[^1].Part, series[^1].Whole)
        : new(Alone(aggregation, series), 0, 0);

    private static decimal Alone(string aggregation, Reported[] series) =>
        aggregation switch
        {
            "Sum" => series.Sum(value => value.Value),
            "Mean" => series.Sum(value => value.Value) / series.Length,
            _ => series[^1].Value,
        };

    private static Share Together(string aggregation, bool isCount, Share[] parts) =>
        aggregation == "Sum" || (aggregation == "Latest" && isCount) ? new(parts.Sum(one => one.Value), 0, 0)
        : parts.All(one => one.Whole > 0) ? Share.Of(parts.Sum(one => one.Part), parts.Sum(one => one.Whole))
        : new(parts.Sum(one => one.Value) / parts.Length, 0, 0);

    private static decimal Rounded(decimal value) => Math.Round(value, Math.Abs(value) < 1 ? 4 : 2, MidpointRounding.AwayFromZero);

    private void Read(ActionPlan plan, string agreement, string period, string[] lines)
    {
        foreach (string line in lines)
        {
            if (Counted().Match(line) is { Success: true } counted)
            {
                decimal part = Number(counted.Groups["part"].Value),
                    of = Number(counted.Groups["whole"].Value);
                AddShare(counted.Groups["code"].Value, null, 100 * part / of, part, of);
            }
            else if (Whole().Match(line) is { Success: true } whole)
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

        static decimal Number(string number) => decimal.Parse(number.Replace(',', '.'), CultureInfo.InvariantCulture);

        void Add(string code, string? group, string number) => AddShare(code, group, Number(number), 0, 0);

        void AddShare(string code, string? group, decimal number, decimal part, decimal of)
        {
            if (
                plan.Indicators.FirstOrDefault(one => one.Code == code) is { DonorLink: { } link } indicator
                && link.Agreement.Value == agreement
            )
            {
                values.Add(
                    new Reported(
                        plan.Administration,
                        link.Indicator,
                        code,
                        group,
                        period,
                        number * link.Factor,
                        link.Factor == 1 ? part : 0,
                        link.Factor == 1 ? of : 0,
                        indicator is { Measure: Measure.Unit, Aggregation: Aggregation.Latest, Ascending: true }
                    )
                );
            }
        }
    }

    [GeneratedRegex(@"^(?<code>[A-Z]+\d+): (?<number>\d+([.,]\d+)?)( %)?$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<code>[A-Z]+\d+): (?<part>\d+)/(?<whole>\d+)$")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(?<code>[A-Z]+\d+) (?<first>[a-z]+): (?<a>\d+([.,]\d+)?), (?<second>[a-z]+): (?<b>\d+([.,]\d+)?)$")]
    private static partial Regex Broken();

    private sealed record Reported(
        AdministrationId Administration,
        string Indicator,
        string PlanIndicator,
        string? Group,
        string Period,
        decimal Value,
        decimal Part,
        decimal Whole,
        bool IsTotal
    );

    /// <summary>A figure, and the counts behind it; 0 of 0 where it has none.</summary>
    private sealed record Share(decimal Value, decimal Part, decimal Whole)
    {
        public static Share Of(decimal part, decimal whole) => new(100 * part / whole, part, whole);
    }
}
