using System.Globalization;

namespace ACip.Workflows.Languages;

/// <summary>A number as typed into a field: in any digits, with a point or a comma for the fraction, and nothing between
/// thousands.</summary>
public static class TypedNumber
{
    private const int DigitsOfThousands = 3;

    /// <summary>250,000 is a quarter of a million to one and 250 to another, and so is 250.000. What cannot be a thousand is a fraction:
    /// 3,4 and 3.4210, 1234.567 and 0,125, but neither 3,421 nor 3.421; behind the Arabic sign there is always one.</summary>
    public static bool IsAmbiguous(string typed) =>
        !typed.Contains(TypedDigits.DecimalSeparator)
        && TypedDigits.Plain(typed).Trim() is var plain
        && plain.Split(',', '.') is [var signed, { Length: DigitsOfThousands } behind]
        && signed.TrimStart('-', '+') is { Length: > 0 and <= DigitsOfThousands } before
        && before[0] != '0'
        && before.All(char.IsAsciiDigit)
        && behind.All(char.IsAsciiDigit);

    /// <summary>Without a sign of percent, also where a mark of direction was pasted along behind it.</summary>
    public static string WithoutPercent(string typed) =>
        string.Concat(typed.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim().TrimEnd('%', '\u066A');

    /// <summary>A number in a field, so that it is read as itself: with a zero more where it could be two.</summary>
    public static string Show(decimal number) =>
        number.ToString(CultureInfo.InvariantCulture) is var plain && IsAmbiguous(plain) ? plain + "0" : plain;

    /// <returns>Null where it is no number, or could be two.</returns>
    public static decimal? Read(string typed, bool mayBeNegative = true)
    {
        string plain = TypedDigits.Plain(typed).Trim();
        return
            !IsAmbiguous(typed)
            && decimal.TryParse(
                plain.Contains('.', StringComparison.Ordinal) ? plain : plain.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | (mayBeNegative ? NumberStyles.AllowLeadingSign : NumberStyles.None),
                CultureInfo.InvariantCulture,
                out decimal number
            )
            ? number
            : null;
    }
}
