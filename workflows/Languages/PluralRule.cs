using System.Globalization;

namespace ACip.Workflows.Languages;

/// <summary>A condition of CLDR's plural rules, such as "n % 10 = 2..4 and n % 100 != 12..14".</summary>
/// <remarks>Operands: n is the number, i its whole part, v how many decimals are shown, f those decimals as a number.</remarks>
internal static class PluralRule
{
    public static bool Holds(string rule, decimal count) =>
        rule.Split(" or ").Any(either => either.Split(" and ").All(relation => Relation(relation, Math.Abs(count))));

    private static bool Relation(string relation, decimal count)
    {
        bool not = relation.Contains("!=", StringComparison.Ordinal);
        string[] sides = relation.Split(not ? "!=" : "=", StringSplitOptions.TrimEntries);
        string[] left = sides[0].Split('%', StringSplitOptions.TrimEntries);
        decimal value = Operand(left[0], count);
        if (left.Length == 2)
        {
            value %= decimal.Parse(left[1], CultureInfo.InvariantCulture);
        }

        return sides[1].Split(',', StringSplitOptions.TrimEntries).Any(range => Within(range, value)) != not;
    }

    private static bool Within(string range, decimal value)
    {
        string[] ends = range.Split("..");
        decimal first = decimal.Parse(ends[0], CultureInfo.InvariantCulture);
        decimal last = decimal.Parse(ends[^1], CultureInfo.InvariantCulture);
        return value >= first && value <= last && (ends.Length == 1 || value == decimal.Truncate(value));
    }

    private static decimal Operand(string name, decimal count)
    {
        string plain = count.ToString("0.############################", CultureInfo.InvariantCulture);
        string decimals = plain.Contains('.', StringComparison.Ordinal) ? plain[(plain.IndexOf('.', StringComparison.Ordinal) + 1)..] : "";
        return name switch
        {
            "n" => count,
            "i" => decimal.Truncate(count),
            "v" or "w" => decimals.Length,
            "f" or "t" => decimals.Length == 0 ? 0 : decimal.Parse(decimals, CultureInfo.InvariantCulture),
            _ => 0,
        };
    }
}
