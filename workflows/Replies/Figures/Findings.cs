using System.Collections.Immutable;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Replies.Figures;

/// <summary>Gathers what was found about each item, and lets nothing through that is contradicted or doubtful.</summary>
internal sealed class Findings(IReadOnlyList<FormItem> items, Language language)
{
    private readonly Dictionary<string, (Answer Answer, string Line)> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> doubtful = new(StringComparer.Ordinal);
    private readonly HashSet<NotUnderstood> seen = [];
    private readonly List<NotUnderstood> askedBack = [];

    public Language Language => language;

    public IReadOnlyList<FormItem> Items => items;

    public bool Knows(FormItem item) => answers.ContainsKey(item.Code) || doubtful.Contains(item.Code);

    public void Add(FormItem item, Answer answer, string line)
    {
        if (item.Sensitive)
        {
            AskBack(item.Code, item.Code, NotUnderstoodReason.ThroughTheLink);
        }
        else if (answer.Problem is { } problem)
        {
            AskBack(line, item.Code, problem);
        }
        else if (!answers.TryGetValue(item.Code, out (Answer Answer, string Line) earlier))
        {
            answers[item.Code] = (answer, line);
        }
        else if (Together(earlier.Answer, answer) is { } both)
        {
            answers[item.Code] = (both, earlier.Line == line ? line : $"{earlier.Line}\n{line}");
        }
        else
        {
            AskBack($"{earlier.Line}\n{line}", item.Code, NotUnderstoodReason.SaidTwice);
        }
    }

    public void AskBack(string line, string? code, NotUnderstoodReason reason)
    {
        if (code is not null)
        {
            doubtful.Add(code);
        }

        NotUnderstood asked = new(line.Length > 500 ? line[..500] : line, code, reason);
        if (seen.Add(asked))
        {
            askedBack.Add(asked);
        }
    }

    public IReadOnlyList<Figure> Figures() =>
        [.. items.Where(item => answers.ContainsKey(item.Code) && !doubtful.Contains(item.Code)).DistinctBy(item => item.Code).Select(item => Figure(item.Code, answers[item.Code]))];

    public IReadOnlyList<NotUnderstood> AskedBack() => askedBack;

    private static Figure Figure(string code, (Answer Answer, string Line) found) => new(
        code,
        found.Answer.Value,
        found.Answer.Reached,
        found.Answer.Date,
        found.Answer.MissingReason,
        found.Answer.Narrative,
        found.Answer.Groups ?? ImmutableSortedDictionary<string, decimal>.Empty,
        found.Line);

    /// <returns>Null where the two contradict each other.</returns>
    private static Answer? Together(Answer a, Answer b)
    {
        bool missing = a.MissingReason is not null || b.MissingReason is not null;
        if (missing)
        {
            return a.MissingReason == b.MissingReason ? a : null;
        }

        if (Differ(a.Value, b.Value) || Differ(a.Reached, b.Reached) || Differ(a.Date, b.Date) || (a.Narrative is not null && b.Narrative is not null && a.Narrative != b.Narrative))
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

        return new(a.Value ?? b.Value, a.Reached ?? b.Reached, a.Date ?? b.Date, null, a.Narrative ?? b.Narrative, groups);
    }

    private static bool Differ<T>(T? a, T? b)
        where T : struct => a is { } one && b is { } other && !EqualityComparer<T>.Default.Equals(one, other);
}
