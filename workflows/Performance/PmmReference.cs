using System.Text.Json.Serialization;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.Performance;

/// <summary>The reference data for self-assessments: dimensions, expected outcomes and key performance indicators. Officers edit them;
/// what ships is a placeholder.</summary>
/// <param name="Notice">Says what it is and is not, wherever it shows.</param>
/// <param name="EveryYears">How many years lie between two assessments.</param>
public sealed record PmmReference(Text Notice, int EveryYears, IReadOnlyList<PmmDimension> Dimensions)
{
    private const int MostKpis = 80,
        LongestText = 600;

    private static readonly Lazy<PmmReference> Seed = new(() => SeedFile.Read<PmmReference>("surveys/pmm.json"));

    /// <summary>FICTIONAL PLACEHOLDER.</summary>
    public static PmmReference Shipped => Seed.Value;

    [JsonIgnore]
    public IReadOnlyList<PmmKpi> Kpis => [.. Dimensions.SelectMany(dimension => dimension.Outcomes).SelectMany(outcome => outcome.Kpis)];

    /// <returns>The name of the rule that is broken first; null where it can be used.</returns>
    public string? Problem() =>
        EveryYears is < 1 or > 10 ? "pmm-years"
        : Kpis.Count is 0 or > MostKpis ? "pmm-kpis"
        : Kpis.DistinctBy(kpi => kpi.Code).Count() < Kpis.Count
        || !Kpis.All(kpi => kpi.Code is ['K', >= '1' and <= '9', ..] && kpi.Code.Length <= 4 && kpi.Code.Skip(1).All(char.IsAsciiDigit))
            ? "pmm-code"
        : Kpis.Any(kpi => kpi.Kind is not (KpiKind.Number or KpiKind.Percentage) || kpi.KeyFactors.Any(factor => factor is < 1 or > 10))
            ? "pmm-kpi"
        : !HasTexts ? "pmm-text"
        : Twice(Dimensions.Select(one => one.Code)) || Twice(Dimensions.SelectMany(one => one.Outcomes).Select(one => one.Code))
            ? "pmm-belongs"
        : null;

    private bool HasTexts =>
        Dimensions.All(one => one.Name.IsWritten(LongestText))
        && Kpis.All(one => one.Statement.IsWritten(LongestText))
        && Dimensions.SelectMany(one => one.Outcomes).All(one => one.Statement.IsWritten(LongestText))
        && Notice.IsWritten(LongestText);

    private static bool Twice(IEnumerable<string> codes) =>
        codes.GroupBy(code => code, StringComparer.Ordinal).Any(same => same.Key.Length == 0 || same.Count() > 1);
}

public sealed record PmmDimension(string Code, Text Name, IReadOnlyList<PmmOutcome> Outcomes);

/// <param name="Statement">What is expected to be so.</param>
public sealed record PmmOutcome(string Code, Text Statement, IReadOnlyList<PmmKpi> Kpis);

/// <param name="Code">K and a number, as people write it in a reply.</param>
public sealed record PmmKpi(string Code, KpiKind Kind, string Unit, Text Statement, IReadOnlyList<int> KeyFactors)
{
    internal FormItem ToItem(Language language) =>
        new(
            Code,
            Kind == KpiKind.Percentage ? FormItemKind.Percentage : FormItemKind.Number,
            Statement.In(language),
            Kind == KpiKind.Percentage ? null : Unit
        );
}

[JsonConverter(typeof(JsonStringEnumConverter<KpiKind>))]
public enum KpiKind
{
    Number,
    Percentage,
}
