using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using nietras.SeparatedValues;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>A line that could not be taken.</summary>
/// <param name="Line">As an editor counts it, from 1.</param>
/// <param name="Column">Code of the question, or group or stratum; empty for the line as a whole.</param>
/// <param name="Rule">The same in API and page.</param>
public sealed record BadLine(int Line, string Column, string Rule);

/// <summary>Reads the complete records of a part of a file of answers. Each is counted and added to a batch, or reported with its line; a
/// bad one does not affect the others.</summary>
internal sealed class AnswerReader(SurveyWaveRecord wave, AnswerLayout layout)
{
    private readonly Dictionary<string, int> strata = Strata(wave, layout);
    private readonly byte[] answers = new byte[wave.Questionnaire.Questions.Count];
    private readonly bool[,] asked = Asked(wave);

    public AnswerBatch Batch { get; } = new(wave.Questionnaire.Questions.Count);

    public WaveTally Tally { get; } = new(wave);

    public List<BatchText> Texts { get; } = [];

    public List<BadLine> Bad { get; } = [];

    /// <param name="records">UTF-8, whole records.</param>
    /// <param name="line">Number of the first line.</param>
    /// <returns>Number of the line behind the last.</returns>
    public int Read(ReadOnlyMemory<byte> records, int line)
    {
        using var stream = new MemoryStream(
            System.Runtime.InteropServices.MemoryMarshal.TryGetArray(records, out ArraySegment<byte> segment)
                ? segment.Array!
                : records.ToArray(),
            segment.Offset,
            records.Length,
            writable: false
        );
        using SepReader reader = new Sep(layout.Separator)
            .Reader(options => options with { HasHeader = false, DisableColCountCheck = true })
            .From(stream);
        int columns = layout.Columns.Count;
        foreach (SepReader.Row row in reader)
        {
            // of the first row the package says otherwise than of those that follow
            int number = row.RowIndex == 0 ? line : line + row.LineNumberFrom - 1;
            if (IsEmptyOrBroken(row, number))
            {
                continue;
            }

            if (ReadRow(row, columns) is { } bad)
            {
                Bad.Add(bad with { Line = number });
            }
        }

        return line + records.Span.Count((byte)'\n');
    }

    private bool IsEmptyOrBroken(SepReader.Row row, int number)
    {
        ReadOnlySpan<char> first = row.ColCount == 0 ? "" : row[0].Span;
        if (first.Length > 0 && first[0] == (char)RecordBounds.Broken)
        {
            Bad.Add(new BadLine(number, "", "register-quotes"));
            return true;
        }

        return first.IsWhiteSpace() && !HasMoreThan(row, 1);
    }

    /// <returns>Null where it was taken.</returns>
    private BadLine? ReadRow(SepReader.Row row, int columns)
    {
        if (row.ColCount < columns || HasMoreThan(row, columns))
        {
            return new BadLine(0, "", "register-columns");
        }

        answers.AsSpan().Clear();
        (string group, string stratum, string comment) = ("", "", "");
        for (int column = 0; column < columns; column++)
        {
            int place = layout.Columns[column];
            if (place >= 0)
            {
                ReadOnlySpan<char> cell = row[column].Span;
                int answer = cell.Length == 1 && cell[0] is >= '1' and <= '5' ? cell[0] - '0' : AnswerOf(cell);
                if (answer < 0)
                {
                    return new BadLine(0, wave.Questionnaire.Questions[place].Code, "survey-answer");
                }

                answers[place] = (byte)answer;
            }
            else if (place != AnswerLayout.None)
            {
                string text = Unquoted(row[column].ToString());
                (group, stratum, comment) = place switch
                {
                    AnswerLayout.Group => (text, stratum, comment),
                    AnswerLayout.Stratum => (group, text, comment),
                    _ => (group, stratum, text),
                };
            }
        }

        return Take(group, stratum, comment);
    }

    private BadLine? Take(string group, string stratum, string comment)
    {
        if (!strata.TryGetValue(Key(group, stratum), out int place))
        {
            return new BadLine(0, "stratum", "survey-stratum");
        }

        bool any = false;
        for (int question = 0; question < answers.Length; question++)
        {
            any |= answers[question] != 0;
            if (answers[question] != 0 && !asked[place, question])
            {
                return new BadLine(0, wave.Questionnaire.Questions[question].Code, "survey-not-asked");
            }
        }

        if (!any)
        {
            return new BadLine(0, "", "survey-no-answer");
        }

        Batch.Add(place, answers);
        Tally.Add(place, answers);
        if (
            comment.Length > 0
            && TextScreen.Screen(comment.Length > Slip.LongestText ? comment[..Slip.LongestText] : comment) is { Length: > 0 } screened
        )
        {
            Texts.Add(new BatchText(wave.Frame[place].Group, screened));
        }

        return null;
    }

    /// <summary>1 to 5; 0 where there is none; −1 for anything else. A spreadsheet may have written 4 as 4.0, 4,00 or "4".</summary>
    private static int AnswerOf(ReadOnlySpan<char> cell)
    {
        ReadOnlySpan<char> text = cell.Trim().Trim('"').Trim();
        if (
            text.Length == 0
            || text is "-" or "." or "99" or "0"
            || text.Equals("na", StringComparison.OrdinalIgnoreCase)
            || text.Equals("n/a", StringComparison.OrdinalIgnoreCase)
            || text.Equals("n/d", StringComparison.OrdinalIgnoreCase)
        )
        {
            return 0;
        }

        int mark = text.IndexOfAny('.', ',');
        bool whole = mark == 1 ? text[2..].TrimEnd('0').Length == 0 && text.Length > 2 : text.Length == 1;
        return whole && text[0] is >= '1' and <= (char)('0' + Questionnaire.Points) ? text[0] - '0' : -1;
    }

    /// <summary>Empty columns beside the last one are a spreadsheet's.</summary>
    private static bool HasMoreThan(SepReader.Row row, int columns)
    {
        for (int column = columns; column < row.ColCount; column++)
        {
            if (!row[column].Span.IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    private static string Unquoted(string text) =>
        text.Trim() is ['"', .., '"'] quoted ? quoted[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim() : text.Trim();

    private string Key(string group, string stratum) => layout.Columns.Contains(AnswerLayout.Group) ? $"{group}/{stratum}" : stratum;

    private static Dictionary<string, int> Strata(SurveyWaveRecord wave, AnswerLayout layout)
    {
        bool withGroup = layout.Columns.Contains(AnswerLayout.Group);
        return wave
            .Frame.Select((stratum, place) => (Key: withGroup ? stratum.Key : stratum.Code, place))
            .ToDictionary(one => one.Key, one => one.place, StringComparer.OrdinalIgnoreCase);
    }

    private static bool[,] Asked(SurveyWaveRecord wave)
    {
        bool[,] asked = new bool[wave.Frame.Count, wave.Questionnaire.Questions.Count];
        for (int stratum = 0; stratum < wave.Frame.Count; stratum++)
        {
            for (int question = 0; question < wave.Questionnaire.Questions.Count; question++)
            {
                asked[stratum, question] =
                    wave.Questionnaire.Questions[question].Group is not { } group || group == wave.Frame[stratum].Group;
            }
        }

        return asked;
    }
}
