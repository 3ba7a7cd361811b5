using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>A day as people write it: 2026-10-12, 12/10/2026, 12.10.2026, 12 October 2026, October 12, 2026, 1er octobre 2026, 12 de
/// octubre de 2026.</summary>
internal static class DateReader
{
    private static readonly string[][] Months = [.. Enumerable.Range(0, 12).Select(month => ReplyWords.All(words => words.Months[month]))];

    // two words in the Levant, of which one alone would be another month or none
    private static readonly string[] InTwoWords =
    [
        .. Months.SelectMany(names => names).Where(name => name.Contains(' ', StringComparison.Ordinal)),
    ];

    private static readonly string[] Fillers = ReplyWords.All(words => words.DateFillers);

    public static bool IsFiller(string word) => Fillers.Contains(CleanText.Fold(word));

    /// <param name="dayFirst">True in French and Spanish; in English, 12/10/2026 could be two days.</param>
    /// <param name="problem">Why there is no date.</param>
    public static DateOnly? Read(string text, bool dayFirst, out NotUnderstoodReason problem)
    {
        problem = NotUnderstoodReason.NotADate;
        if (text.Length > 60)
        {
            return null;
        }

        string folded = CleanText.Fold(text).Trim(' ', '.', ';', ',', '\n');
        folded = InTwoWords.Aggregate(folded, (words, name) => words.Replace(name, Joined(name), StringComparison.Ordinal));
        string[] parts = folded.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts is [{ } one] ? Numeric(one, dayFirst, out problem) : InWords(parts);
    }

    private static DateOnly? Numeric(string one, bool dayFirst, out NotUnderstoodReason problem)
    {
        problem = NotUnderstoodReason.NotADate;
        char mark = one.FirstOrDefault(c => !char.IsAsciiDigit(c));
        string[] numbers = mark is '-' or '/' or '.' ? one.Split(mark) : [];
        if (numbers.Length != 3 || numbers.Any(number => number.Length is 0 or > 4 || !number.All(char.IsAsciiDigit)))
        {
            return null;
        }

        int a = Int(numbers[0]);
        int b = Int(numbers[1]);
        if (numbers[0].Length == 4)
        {
            return numbers[1].Length <= 2 && numbers[2].Length <= 2 ? Day(a, b, Int(numbers[2])) : null;
        }

        if (numbers[2].Length != 4 || numbers[0].Length > 2 || numbers[1].Length > 2)
        {
            return null;
        }

        int year = Int(numbers[2]);
        DateOnly? dayThenMonth = Day(year, b, a);
        DateOnly? monthThenDay = mark == '.' || dayFirst ? null : Day(year, a, b);
        if (dayThenMonth is not null && monthThenDay is not null && dayThenMonth != monthThenDay)
        {
            problem = NotUnderstoodReason.AmbiguousDate;
            return null;
        }

        return dayThenMonth ?? monthThenDay;
    }

    private static DateOnly? InWords(string[] parts)
    {
        int? day = null;
        int? month = null;
        int? year = null;
        foreach (string raw in parts)
        {
            string part = raw.Trim('.');
            if (Fillers.Contains(part))
            {
                continue;
            }

            int found = Array.FindIndex(Months, names => names.Any(name => Joined(name) == part));
            string number =
                part.EndsWith("er", StringComparison.Ordinal)
                || part.EndsWith("st", StringComparison.Ordinal)
                || part.EndsWith("nd", StringComparison.Ordinal)
                || part.EndsWith("rd", StringComparison.Ordinal)
                || part.EndsWith("th", StringComparison.Ordinal)
                    ? part[..^2]
                    : part.TrimEnd('º', '°', '.', 'م');
            if (found >= 0 && month is null)
            {
                month = found + 1;
            }
            else if (number.Length == 4 && number.All(char.IsAsciiDigit) && year is null)
            {
                year = Int(number);
            }
            else if (number.Length is 1 or 2 && number.All(char.IsAsciiDigit) && day is null)
            {
                day = Int(number);
            }
            else
            {
                return null;
            }
        }

        return day is { } d && month is { } m && year is { } y ? Day(y, m, d) : null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1950 and <= 2150 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static string Joined(string name) => name.Replace(' ', '_');

    private static int Int(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
