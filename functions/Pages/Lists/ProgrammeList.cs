using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Lists;

/// <summary>A table of the programme in one reader's language: searched, filtered, sorted and taken along alike.</summary>
public sealed record ProgrammeList(IReadOnlyList<ListColumn> Columns, IReadOnlyList<ListRow> Rows);

/// <param name="Key">In the address, and as a heading of CSV: the same in every language.</param>
/// <param name="Filters">True: readers choose among its values.</param>
/// <param name="IsNumber">True: written at the right.</param>
public sealed record ListColumn(string Key, Text Heading, bool Filters = false, bool IsNumber = false);

/// <param name="Key">Of what the row is about: of one row alone.</param>
/// <param name="Page">Path of what the row is about; null where it has no page that the reader may open.</param>
/// <param name="Cells">One for each column.</param>
public sealed record ListRow(string Key, string? Page, IReadOnlyList<ListCell> Cells);

/// <param name="Words">As it is read; empty where there is nothing to say.</param>
public sealed record ListCell(string Words)
{
    public static ListCell Nothing { get; } = new("");

    /// <summary>What it is sorted by, and written as in a workbook.</summary>
    public decimal? Number { get; private init; }

    /// <inheritdoc cref="Number"/>
    public DateOnly? Day { get; private init; }

    /// <summary>How a state shows.</summary>
    public StateLook? Look { get; private init; }

    /// <summary>0 to 100, where a bar says more than its number.</summary>
    public int? Percent { get; private init; }

    /// <summary>By which the row is found when its column filters.</summary>
    public IReadOnlyList<ListChoice> Choices { get; private init; } = [];

    public static ListCell Choice(string code, string words) => Several([new ListChoice(code, words)]);

    public static ListCell Several(IReadOnlyList<ListChoice> choices) =>
        new(string.Join("; ", choices.Select(choice => choice.Words))) { Choices = choices };

    public static ListCell Of(decimal? number, string words) => number is null ? Nothing : new(words) { Number = number };

    public static ListCell Of(int number) => Of(number, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static ListCell Of(DateOnly day) => new(DayText.Day(day)) { Day = day };

    /// <summary>The day in the offset that the instant carries.</summary>
    public static ListCell Of(DateTimeOffset at) => Of(DateOnly.FromDateTime(at.DateTime));

    public static ListCell State<T>(T state, StateLook look, PageContext page)
        where T : struct, Enum => Choice(state.ToString(), page.Say(look.Words)) with { Look = look };

    /// <param name="percent">Null: nothing is known.</param>
    public static ListCell Way(decimal? percent, string words) =>
        Of(percent, words) with
        {
            Percent = percent is { } way ? (int)Math.Clamp(way, 0, 100) : null,
        };
}

/// <param name="Code">In the address.</param>
public readonly record struct ListChoice(string Code, string Words);
