using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>What one administration gives to one indicator of the framework, through one indicator of its plan or several.</summary>
internal sealed class Contribution(AdministrationId administration, string region)
{
    public AdministrationId Administration => administration;
    public string Region => region;
    public List<decimal> Values { get; } = [];
    public string? MissingReason { get; private set; }
    public bool Reported { get; private set; }
    public bool LeftOut { get; private set; }
    public bool Answered { get; set; }

    /// <summary>Keyed as in observations: sex:women.</summary>
    public SortedDictionary<string, List<decimal>> Groups { get; } = new(StringComparer.Ordinal);

    public void Add(PlanValue value)
    {
        MissingReason = value.MissingReason ?? MissingReason;
        Reported |= value.Counted.Count > 0;
        LeftOut |= value.LeftOut is not null;
        if (value.Value is not { } number)
        {
            return;
        }

        Values.Add(number);
        foreach ((string key, decimal part) in value.Groups)
        {
            if (!Groups.TryGetValue(key, out List<decimal>? parts))
            {
                Groups.Add(key, parts = []);
            }

            parts.Add(part);
        }
    }

    public decimal Value(FrameworkIndicator indicator) => Combined(Values, indicator);

    public decimal Group(string key, FrameworkIndicator indicator) =>
        Groups.TryGetValue(key, out List<decimal>? parts) ? Combined(parts, indicator) : 0;

    private static decimal Combined(List<decimal> parts, FrameworkIndicator indicator) =>
        IndicatorCalculator.AddsUp(indicator) ? parts.Sum() : parts.Sum() / parts.Count;
}
