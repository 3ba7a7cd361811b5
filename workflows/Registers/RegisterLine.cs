using System.Globalization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Registers;

/// <summary>One line of a register. Every getter that finds a problem reports it once and returns a value to continue with;
/// <see cref="IsSound"/> gives the result.</summary>
internal sealed class RegisterLine(
    int number,
    string[] values,
    IReadOnlyDictionary<string, int> places,
    Forgiven forgiven,
    List<LineError> errors
)
{
    private readonly int before = errors.Count;

    public int Number => number;
    public bool IsSound => errors.Count == before;

    public string Text(string column, int longest = 300)
    {
        string value = Value(column);
        if (value.Length == 0)
        {
            Wrong(column, "register-value-missing", Texts.EmptyValue);
        }
        else if (value.Length > longest)
        {
            Wrong(column, "register-value", Texts.TooLong(value.Length, longest));
        }

        return value;
    }

    public string? TextOrNothing(string column) => Value(column) is { Length: > 0 } value ? value : null;

    /// <param name="sensible">Days that a register can speak of; null: any.</param>
    public DateOnly Day(string column, (DateOnly First, DateOnly Last)? sensible = null)
    {
        string value = Text(column);
        if (ReadDay(value) is not { } day)
        {
            day = default;
        }

        if (day == default && value.Length > 0)
        {
            Wrong(column, "register-date", Texts.NotADay(value));
        }
        else if (value.Length > 0 && sensible is { } span && (day < span.First || day > span.Last))
        {
            Wrong(column, "register-day-outside", Texts.DayOutside(Iso(day), Iso(span.First), Iso(span.Last)));
        }

        return day;
    }

    public int Count(string column, bool mayBeEmpty = false)
    {
        string value = mayBeEmpty ? Value(column) : Text(column);
        if (value.Length == 0)
        {
            return 0;
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            Wrong(column, "register-number", Texts.NotACount(value));
        }

        return count;
    }

    public decimal Decimal(string column)
    {
        string value = Text(column);
        // behind a comma as separator only what cannot be a thousand: 3,4 and 3,42 but not 3,421
        bool comma =
            value.Count(letter => letter == ',') == 1
            && !value.Contains('.', StringComparison.Ordinal)
            && (forgiven.Mark != ',' || value.Length - value.IndexOf(',', StringComparison.Ordinal) is 2 or 3);
        string plain = comma ? value.Replace(',', '.') : value;
        if (
            !decimal.TryParse(
                plain,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal found
            )
            && value.Length > 0
        )
        {
            Wrong(column, "register-number", Texts.NotANumber(value));
        }
        else if (comma)
        {
            forgiven.Say(Forgiven.Comma);
        }

        return found;
    }

    public decimal? DecimalOrNothing(string column) => Value(column).Length == 0 ? null : Decimal(column);

    public TChoice OneOf<TChoice>(string column)
        where TChoice : struct, Enum
    {
        string value = Text(column);
        string plain = value
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal);
        foreach (TChoice choice in Enum.GetValues<TChoice>())
        {
            if (string.Equals(choice.ToString(), plain, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        if (value.Length > 0)
        {
            Wrong(column, "register-choice", Texts.NoneOf(value, string.Join(", ", Enum.GetNames<TChoice>())));
        }

        return default;
    }

    public void Wrong(string column, string rule, Text message) => errors.Add(new LineError(number, column, rule, message));

    /// <summary>Year first; or as people and spreadsheets write it, and then said.</summary>
    private DateOnly? ReadDay(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        if (DateOnly.TryParseExact(value, ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            forgiven.Say(Forgiven.DayMonth);
            return day;
        }

        if (value.Length == 5 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int serial))
        {
            forgiven.Say(Forgiven.Serial);
            return new DateOnly(1899, 12, 30).AddDays(serial);
        }

        return null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Value(string column) =>
        places.TryGetValue(column, out int place) && place < values.Length ? RegisterText.Of(values[place]) : "";
}
