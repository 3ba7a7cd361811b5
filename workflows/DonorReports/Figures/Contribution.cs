using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>What one administration contributes to one indicator of the framework, through one or more indicators of its plan.</summary>
internal sealed class Contribution(AdministrationId administration, string region)
{
    public AdministrationId Administration => administration;
    public string Region => region;
    public List<decimal> Values { get; } = [];

    /// <summary>Of each value; null where it was given without.</summary>
    public List<Ratio?> Counts { get; } = [];

    /// <summary>How many shares were reported for it.</summary>
    public int Shares { get; private set; }
    public string? MissingReason { get; private set; }
    public bool Reported { get; private set; }
    public bool LeftOut { get; private set; }
    public bool Answered { get; set; }

    /// <summary>Keyed as in observations: sex:women.</summary>
    public SortedDictionary<string, List<decimal>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>As Counts, of each value of a group.</summary>
    private readonly Dictionary<string, List<Ratio?>> groupCounts = new(StringComparer.Ordinal);

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
        Counts.Add(value.Counts);
        Shares += value.Counted.Count;
        foreach ((string key, decimal part) in value.Groups)
        {
            if (!Groups.TryGetValue(key, out List<decimal>? parts))
            {
                Groups.Add(key, parts = []);
                groupCounts.Add(key, []);
            }

            parts.Add(part);
            groupCounts[key].Add(value.GroupCounts.GetValueOrDefault(key));
        }
    }

    /// <summary>The counts of all its values together; null where one is not known.</summary>
    public Ratio? AllCounts => Ratio.Sum(Counts);

    public Ratio? GroupCounts(string key) => Ratio.Sum(groupCounts.GetValueOrDefault(key) ?? []);

    public decimal Value(FrameworkIndicator indicator) => AllCounts?.Percent ?? Combined(Values, indicator);

    public decimal Group(string key, FrameworkIndicator indicator) =>
        GroupCounts(key)?.Percent ?? (Groups.TryGetValue(key, out List<decimal>? parts) ? Combined(parts, indicator) : 0);

    /// <summary>All that it gives, in one writing, to see whether it changed.</summary>
    public string Written(FrameworkIndicator indicator) =>
        string.Join(
            ';',
            Groups
                .Keys.Select(key => $"{key}={Composition.Writing.Plain(Group(key, indicator))}")
                .Prepend(Composition.Writing.Plain(Value(indicator)))
        );

    private static decimal Combined(List<decimal> parts, FrameworkIndicator indicator) =>
        CellAggregation.AddsUp(indicator) ? parts.Sum() : parts.Sum() / parts.Count;
}
