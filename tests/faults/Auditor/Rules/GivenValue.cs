using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>A value, and for a share the two counts behind it where they are known: 37.5 for 45 of 120.</summary>
internal sealed record GivenValue(decimal Value, (decimal Part, decimal Whole)? Counts)
{
    /// <summary>Shares whose counts are all known are those of all counts together; others are an unweighted mean.</summary>
    public static GivenValue Mean(IReadOnlyList<GivenValue> given, bool ofPercent)
    {
        if (!ofPercent || given.Any(one => one.Counts is null))
        {
            return new GivenValue(given.Average(one => one.Value), null);
        }

        (decimal part, decimal whole) = (given.Sum(one => one.Counts!.Value.Part), given.Sum(one => one.Counts!.Value.Whole));
        return new GivenValue(Math.Round(100 * part / whole, 4, MidpointRounding.AwayFromZero), (part, whole));
    }

    public static (decimal Part, decimal Whole)? CountsOf(JsonNode observation) =>
        observation["counts"]?["total"] is { } total ? (total.Number("numerator")!.Value, total.Number("denominator")!.Value) : null;
}
