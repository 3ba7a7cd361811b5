namespace ACip.Workflows.ActionPlans;

/// <summary>Sorts codes by letter, then by number: B2 before B10.</summary>
public sealed class CodeOrder : IComparer<string>
{
    public static CodeOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        (string letters, int number) = Parts(x);
        (string otherLetters, int otherNumber) = Parts(y);
        int order = string.CompareOrdinal(letters, otherLetters);
        order = order != 0 ? order : number.CompareTo(otherNumber);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    private static (string Letters, int Number) Parts(string? code)
    {
        string text = code ?? "";
        int digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        return
            digits >= 0
            && int.TryParse(
                text.AsSpan(digits),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out int number
            )
            ? (text[..digits], number)
            : (text, 0);
    }
}
