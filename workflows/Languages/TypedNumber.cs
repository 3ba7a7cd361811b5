using System.Globalization;

namespace ACip.Workflows.Languages;

/// <summary>A number as typed into a field: in any digits, with a point or a comma for the fraction, and nothing between
/// thousands.</summary>
public static class TypedNumber
{
    private const int DigitsOfThousands = 3;

    /// <summary>250,000 is a quarter of a million to one and 250 to another. Behind a comma only what cannot be a thousand is a fraction:
    /// 3,4 and 3,42 but not 3,421.</summary>
    public static bool IsAmbiguous(string typed) =>
        TypedDigits.Plain(typed).Trim() is var plain
        && plain.Split(',') is [var before, { Length: DigitsOfThousands } behind]
        && before.TrimStart('-', '+').All(char.IsAsciiDigit)
        && behind.All(char.IsAsciiDigit);

    /// <returns>Null where it is no number, or could be two.</returns>
    public static decimal? Read(string typed, bool signed = true)
    {
        string plain = TypedDigits.Plain(typed).Trim();
        return
            !IsAmbiguous(plain)
            && decimal.TryParse(
                plain.Contains('.', StringComparison.Ordinal) ? plain : plain.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | (signed ? NumberStyles.AllowLeadingSign : NumberStyles.None),
                CultureInfo.InvariantCulture,
                out decimal number
            )
            ? number
            : null;
    }
}
