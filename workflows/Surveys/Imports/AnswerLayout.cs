using System.Text;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>The columns of a file of answers, according to its first line.</summary>
/// <param name="Columns">By column: the question's place in the questionnaire, or one of the marks below.</param>
/// <param name="NotTaken">Headings of columns that no question has: what a tablet writes besides, such as times and places, is not even
/// read.</param>
/// <param name="FirstByte">Where the answers begin.</param>
public sealed record AnswerLayout(char Separator, IReadOnlyList<int> Columns, IReadOnlyList<string> NotTaken, int FirstByte)
{
    public const string StratumHeading = "stratum";

    public const int None = -1,
        Group = -2,
        Stratum = -3,
        Comment = -4;

    /// <param name="head">The file's beginning, UTF-8, long enough for its first line.</param>
    public static LayoutRead Read(ReadOnlySpan<byte> head, SurveyWaveRecord wave)
    {
        int first = head.StartsWith("\uFEFF"u8) ? 3 : 0,
            end = LineEnd(head, first);
        // Excel says in a line of its own what it separates by; and a spreadsheet may begin with rows that nobody filled
        while (end >= 0 && IsBesides(head[first..end]))
        {
            first = end + 1;
            end = LineEnd(head, first);
        }

        string line = Encoding.UTF8.GetString(end < 0 ? head[first..] : head[first..end]).TrimEnd('\r');
        char separator = new[] { ',', ';', '\t', '|' }.MaxBy(one => Split(line, one).Count);
        string[] headings = [.. Split(line, separator).Select(Tidy)];
        int[] columns =
        [
            .. headings.Select(heading =>
                heading switch
                {
                    "group" => Group,
                    StratumHeading => Stratum,
                    "comment" or "comments" => Comment,
                    _ => PlaceOf(wave, heading),
                }
            ),
        ];
        string? problem =
            !columns.Contains(Stratum) || !columns.Any(column => column >= 0) ? "survey-file-headings"
            : columns.Where(column => column != None).Distinct().Count() < columns.Count(column => column != None)
                ? "survey-file-heading-twice"
            : !columns.Contains(Group) && wave.Frame.DistinctBy(stratum => stratum.Code).Count() < wave.Frame.Count ? "survey-file-group"
            : null;
        return problem is not null || end < 0
            ? new LayoutRead(null, problem ?? "survey-file-empty")
            : new LayoutRead(
                new AnswerLayout(
                    separator,
                    columns,
                    [.. headings.Where((heading, at) => columns[at] == None && heading.Length > 0)],
                    end + 1
                ),
                null
            );
    }

    private static int LineEnd(ReadOnlySpan<byte> head, int from) => head[from..].IndexOf((byte)'\n') is var at and >= 0 ? from + at : -1;

    private static bool IsBesides(ReadOnlySpan<byte> line) => line.StartsWith("sep="u8) || line.Trim(",;|\" \t\r"u8).IsEmpty;

    /// <summary>A heading may hold a separator, in quotation marks.</summary>
    private static List<string> Split(string line, char separator)
    {
        List<string> cells = [];
        (int from, bool quoted) = (0, false);
        for (int at = 0; at < line.Length; at++)
        {
            quoted ^= line[at] == '"';
            if (line[at] == separator && !quoted)
            {
                cells.Add(line[from..at]);
                from = at + 1;
            }
        }

        return [.. cells, line[from..]];
    }

    internal static string Tidy(string heading) => heading.Trim().Trim('"').Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');

    private static int PlaceOf(SurveyWaveRecord wave, string heading)
    {
        for (int at = 0; at < wave.Questionnaire.Questions.Count; at++)
        {
            if (wave.Questionnaire.Questions[at].Code == heading)
            {
                return at;
            }
        }

        return None;
    }
}

/// <param name="Problem">Name of the rule that is broken; null where the layout is known.</param>
public sealed record LayoutRead(AnswerLayout? Layout, string? Problem);
