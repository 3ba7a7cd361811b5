using System.Collections.Immutable;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Collects what was found about each item and holds back whatever is contradicted or doubtful.</summary>
internal sealed class Findings(IReadOnlyList<FormItem> items, Language language, DayRange? days = null)
{
    private readonly Dictionary<string, (Answer Answer, string Line)> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> doubtful = new(StringComparer.Ordinal);
    private readonly HashSet<(string Line, string Codes, NotUnderstoodReason Reason)> seen = [];
    private readonly List<NotUnderstood> askedBack = [];

    public Language Language => language;

    /// <summary>Within which commands about its time are read; null where there are none.</summary>
    public AskedWithin? Asked => days is null ? null : new AskedWithin(language, days.Last);

    /// <summary>False where NIL is no command: it is words.</summary>
    public bool TakesNil { get; init; } = true;

    public IReadOnlyList<FormItem> Items => items;

    /// <summary>An item has an answer that is more than a reason for having none, or one that is doubtful.</summary>
    public bool HasFigure => doubtful.Count > 0 || answers.Values.Any(found => found.Answer.MissingReason is null);

    public bool Knows(FormItem item) => answers.ContainsKey(item.Code) || doubtful.Contains(item.Code);

    /// <param name="on">All items that the line names.</param>
    /// <returns>False where it is asked back.</returns>
    public bool Add(FormItem item, Answer answer, string line, IEnumerable<FormItem>? on = null)
    {
        string kept = Quotable(line, on ?? [item]);
        NotUnderstoodReason? problem =
            answer.Problem
            ?? (
                answer.Date is { } day && answer.Status is null or ItemStatus.Done && days?.Holds(day) == false
                    ? NotUnderstoodReason.DayOutside
                    : null
            );
        if (item.Sensitive)
        {
            AskBack("", [item], NotUnderstoodReason.ThroughTheLink);
            return false;
        }

        if (problem is { } why)
        {
            AskBack(kept, [item], why);
            return false;
        }

        if (!answers.TryGetValue(item.Code, out (Answer Answer, string Line) earlier))
        {
            answers[item.Code] = (answer, Shortened(kept));
            return true;
        }

        if (Together(earlier.Answer, answer) is { } both)
        {
            bool fits = earlier.Line != kept && earlier.Line.Length + kept.Length < ReadingBounds.LongestKept;
            answers[item.Code] = (both, fits ? $"{earlier.Line}\n{kept}" : earlier.Line);
            return true;
        }

        AskBack($"{earlier.Line}\n{kept}", [item], NotUnderstoodReason.SaidTwice);
        return false;
    }

    /// <param name="asked">Items that the line is about; empty where that is not known.</param>
    /// <param name="on">All items that the line names: beside a confidential one it is not repeated.</param>
    /// <param name="doubts">True: what was answered for them elsewhere does not count.</param>
    public void AskBack(
        string line,
        IReadOnlyList<FormItem> asked,
        NotUnderstoodReason reason,
        IEnumerable<FormItem>? on = null,
        bool doubts = true
    )
    {
        string[] codes = [.. asked.Select(item => item.Code).Distinct()];
        if (doubts)
        {
            doubtful.UnionWith(codes);
        }

        string quoted = Quotable(line.Length > ReadingBounds.LongestAskedBack ? line[..ReadingBounds.LongestAskedBack] : line, on ?? asked);
        if (!seen.Add((quoted, string.Join(',', codes), reason)))
        {
            return;
        }

        if (askedBack.Count < ReadingBounds.MostAskedBack)
        {
            askedBack.Add(new NotUnderstood(quoted, codes.FirstOrDefault(), reason) { Codes = codes });
        }
        else if (askedBack.Count == ReadingBounds.MostAskedBack)
        {
            askedBack.Add(new NotUnderstood("…", null, NotUnderstoodReason.TooLong));
        }
    }

    public IReadOnlyList<ReplyFigure> Figures() =>
        [
            .. items
                .Where(item => answers.ContainsKey(item.Code) && !doubtful.Contains(item.Code))
                .DistinctBy(item => item.Code)
                .Select(item => ReplyFigure(item.Code, answers[item.Code])),
        ];

    /// <summary>An answer that does not count because of another line is shown with that line.</summary>
    public IReadOnlyList<NotUnderstood> AskedBack()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. askedBack.Select(one =>
                one.Codes.FirstOrDefault(code => doubtful.Contains(code) && answers.ContainsKey(code) && shown.Add(code)) is { } withdrawn
                && answers[withdrawn].Line is var line
                && !one.Line.Contains(line, StringComparison.Ordinal)
                && !items.Any(item => item.Sensitive && one.Codes.Contains(item.Code))
                    ? one with
                    {
                        Line = $"{line}\n{one.Line}",
                    }
                    : one
            ),
        ];
    }

    /// <summary>A line that names a confidential item is neither repeated nor kept; only its codes are.</summary>
    private static string Quotable(string line, IEnumerable<FormItem> on)
    {
        FormItem[] named = [.. on];
        return named.Any(item => item.Sensitive) ? string.Join(", ", named.Select(item => item.Code).Distinct()) : line;
    }

    private static string Shortened(string line) => line.Length > ReadingBounds.LongestKept ? line[..ReadingBounds.LongestKept] : line;

    private static ReplyFigure ReplyFigure(string code, (Answer Answer, string Line) found) =>
        new(
            code,
            found.Answer.Value,
            found.Answer.Reached,
            found.Answer.Date,
            found.Answer.MissingReason,
            found.Answer.Narrative,
            found.Answer.Groups ?? ImmutableSortedDictionary<string, decimal>.Empty,
            found.Line
        )
        {
            Counts = found.Answer.Counts,
            Status = found.Answer.Status,
        };

    /// <returns>Null where the two contradict each other.</returns>
    private static Answer? Together(Answer a, Answer b)
    {
        bool missing = a.MissingReason is not null || b.MissingReason is not null;
        if (missing)
        {
            return a.MissingReason == b.MissingReason ? a : null;
        }

        if (
            Differ(a.Value, b.Value)
            || Differ(a.Reached, b.Reached)
            || Differ(a.Date, b.Date)
            || Differ(a.Status, b.Status)
            || (a.Narrative is not null && b.Narrative is not null && a.Narrative != b.Narrative)
        )
        {
            return null;
        }

        ImmutableSortedDictionary<string, decimal>? groups = a.Groups ?? b.Groups;
        foreach ((string group, decimal value) in b.Groups ?? ImmutableSortedDictionary<string, decimal>.Empty)
        {
            if (groups!.TryGetValue(group, out decimal other) && other != value)
            {
                return null;
            }

            groups = groups.SetItem(group, value);
        }

        return GivenCounts.AgreeOn(a.Counts, b.Counts, out GivenCounts? counts)
            ? new(
                a.Value ?? b.Value,
                a.Reached ?? b.Reached,
                a.Date ?? b.Date,
                null,
                a.Narrative ?? b.Narrative,
                groups,
                Counts: counts,
                Status: a.Status ?? b.Status
            )
            : null;
    }

    private static bool Differ<T>(T? a, T? b)
        where T : struct => a is { } one && b is { } other && !EqualityComparer<T>.Default.Equals(one, other);
}
