using ACip.Workflows.Languages;
using CsvHelper;

namespace ACip.Workflows.Registers;

/// <summary>The result of reading a register: all of it, or a list of what must be corrected. Nothing is imported while there is an
/// error.</summary>
public sealed record RegisterRead<TRow>(IReadOnlyList<TRow> Rows, IReadOnlyList<LineError> Errors)
{
    /// <summary>Tolerated deviations, reported so that the sender can see whether that was right.</summary>
    public IReadOnlyList<Text> Forgiven { get; init; } = [];

    public bool IsSound => Errors.Count == 0;
}

/// <param name="Line">As an editor counts it, from 1; the headings are line 1.</param>
/// <param name="Column">Heading as in the file; empty if the line as a whole is meant.</param>
/// <param name="Rule">Name of the rule that is broken, the same in API, page and mail.</param>
/// <param name="Message">In English; says what stands there and what may stand there.</param>
public sealed record LineError(int Line, string Column, string Rule, Text Message);

/// <summary>Reads a register from CSV as people save it: comma or semicolon, with or without a byte order mark, headings in any order and
/// case.</summary>
internal static class RegisterFile
{
    /// <summary>Far more than a programme produces in a year; a longer file is a mistake.</summary>
    public const int MostLines = 20_000;

    private const int MostErrors = 100;

    /// <param name="columns">Headings that must be there.</param>
    /// <param name="optional">Headings that may be there.</param>
    /// <param name="read">Makes a row of a line, or reports errors and returns null.</param>
    /// <param name="mayBeEmpty">True: whoever sent it was asked, and means it.</param>
    public static RegisterRead<TRow> Read<TRow>(
        Stream csv,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> optional,
        Func<RegisterLine, TRow?> read,
        bool mayBeEmpty = false
    )
        where TRow : class
    {
        List<TRow> rows = [];
        List<LineError> errors = [];
        var forgiven = new Forgiven();
        using CsvReader csvLines = Open(RegisterEncoding.Read(csv, forgiven), forgiven, errors);
        if (!csvLines.Read())
        {
            return new RegisterRead<TRow>([], [new LineError(1, "", "register-empty", Texts.EmptyFile)]);
        }

        string[] headings = csvLines.Current.ToArray();
        Dictionary<string, int> places = Headings(headings, columns, optional, errors);
        int lines = 0;
        while (errors.Count < MostErrors && places.Count >= columns.Count && csvLines.Read())
        {
            (int line, string[] values) = ((int)csvLines.LineNumber, csvLines.Current.ToArray());
            if (values.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            lines++;
            if (UnderNoHeading(headings, values) is { } stray)
            {
                errors.Add(new LineError(line, "", "register-columns", Texts.ValueWithoutHeading(stray)));
            }
            else if (values.Length > headings.Length && !values[headings.Length..].All(string.IsNullOrWhiteSpace))
            {
                errors.Add(new LineError(line, "", "register-columns", Texts.TooManyValues(values.Length, headings.Length)));
            }
            else if (rows.Count >= MostLines)
            {
                errors.Add(new LineError(line, "", "register-too-long", Texts.TooManyLines(MostLines)));
                break;
            }
            else if (read(new RegisterLine(line, values, places, forgiven, errors)) is { } row)
            {
                rows.Add(row);
            }
        }

        if (lines == 0 && errors.Count == 0 && !mayBeEmpty)
        {
            // it would empty the register, which hardly anybody means who sends a file: asked once more
            errors.Add(new LineError(2, "", "register-no-lines", Texts.NoLines));
        }

        return new RegisterRead<TRow>(errors.Count == 0 ? rows : [], errors) { Forgiven = forgiven.Said };
    }

    private static CsvReader Open(string content, Forgiven forgiven, List<LineError> errors)
    {
        string first = content.Split('\n', 2)[0];
        char delimiter = new[] { ',', ';', '\t', '|' }.MaxBy(mark => first.Count(letter => letter == mark));
        forgiven.Separator(delimiter);
        return CsvReader.FromText(
            content,
            new CsvReaderOptions
            {
                Separator = delimiter,
                HasHeader = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                OnMalformedRecord = record => errors.Add(new LineError((int)record.LineNumber, "", "register-quotes", Texts.Quotes)),
            }
        );
    }

    /// <returns>A value in a column that has no heading; null where there is none.</returns>
    private static string? UnderNoHeading(string[] headings, string[] values)
    {
        for (int at = 0; at < Math.Min(headings.Length, values.Length); at++)
        {
            if (string.IsNullOrWhiteSpace(headings[at]) && !string.IsNullOrWhiteSpace(values[at]))
            {
                return values[at];
            }
        }

        return null;
    }

    private static Dictionary<string, int> Headings(
        string[] found,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> optional,
        List<LineError> errors
    )
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int at = 0; at < found.Length; at++)
        {
            if (string.IsNullOrWhiteSpace(found[at].Trim('\ufeff')))
            {
                continue; // spreadsheets write empty columns beside the last one
            }

            string heading = found[at].Trim().TrimStart('\ufeff').Replace(' ', '_').Replace('-', '_');
            if (!columns.Concat(optional).Contains(heading, StringComparer.OrdinalIgnoreCase))
            {
                errors.Add(
                    new LineError(1, found[at], "register-heading", Texts.UnknownHeading(string.Join(", ", columns.Concat(optional))))
                );
            }
            else if (!places.TryAdd(heading, at))
            {
                errors.Add(new LineError(1, found[at], "register-heading", Texts.HeadingTwice));
            }
        }

        errors.AddRange(
            columns
                .Where(column => !places.ContainsKey(column))
                .Select(column => new LineError(1, column, "register-heading", Texts.HeadingMissing))
        );
        return places;
    }
}
