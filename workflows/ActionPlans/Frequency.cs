using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.ActionPlans;

/// <summary>How often an indicator is reported, independent of language. A draft may hold any words; a rule requires one of
/// these.</summary>
[JsonConverter(typeof(IdJson<Frequency>))]
public readonly record struct Frequency(string Value) : IId<Frequency>
{
    public static Frequency Quarterly { get; } = new("quarterly");

    public static Frequency SemiAnnual { get; } = new("semi-annual");

    public static Frequency Annual { get; } = new("annual");

    public static IReadOnlyList<Frequency> All { get; } = [Quarterly, SemiAnnual, Annual];

    public bool IsKnown => All.Contains(this);

    /// <summary>Also recognises the wording of plans older than the rule.</summary>
    public bool IsHalfYearly => Says("half", "semi", "semestr");

    public bool IsYearly => !IsHalfYearly && Says("annual", "year", "annuel", "anual");

    public static Frequency From(string value) => new(value);

    public override string ToString() => Value;

    private bool Says(params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (Value.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
