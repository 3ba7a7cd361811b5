using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>Who gave which answer to which task, and when. Of two answers to one question the one that arrived later stands, whichever is
/// worked on first. Pure.</summary>
internal sealed record ShortFormSaid(
    TaskRef Task,
    PersonId By,
    IReadOnlyDictionary<string, ShortFormValue> Values,
    Arrival Arrived,
    EntrySource Source
)
{
    public DateTimeOffset At => Arrived.At;

    public IReadOnlyList<AnswerFile> Files { get; init; } = [];

    /// <summary>Codes of answers that are taken back.</summary>
    public IReadOnlyList<string> Emptied { get; init; } = [];

    private IEnumerable<string> Named => Emptied.Concat(Values.Keys).Distinct();

    /// <summary>Codes of its answers that do not count, because something else was said since.</summary>
    public IReadOnlyList<string> Overtaken(ShortFormAnswer? before) =>
        [.. Named.Where(code => before?.ArrivedOf(code) is { } stands && Arrived.IsBefore(stands))];

    /// <summary>True if it answers nothing, or something else was said since of all that it answers.</summary>
    public bool ChangesNothing(ShortFormAnswer before) => Overtaken(before).Count == Named.Count();

    /// <summary>What then stands: what is not named, or was said later, stays as it was.</summary>
    public IReadOnlyDictionary<string, ShortFormValue> Over(ShortFormAnswer? before)
    {
        IReadOnlyList<string> overtaken = Overtaken(before);
        var values = new SortedDictionary<string, ShortFormValue>(before?.Values.ToDictionary() ?? [], StringComparer.Ordinal);
        foreach (string code in Emptied.Except(overtaken))
        {
            values.Remove(code);
        }

        foreach ((string code, ShortFormValue value) in Values.Where(one => !overtaken.Contains(one.Key)))
        {
            values[code] = value;
        }

        return values;
    }

    /// <summary>When all that then stands was said.</summary>
    public IReadOnlyDictionary<string, ShortFormMoment> GivenOver(ShortFormAnswer? before)
    {
        var given = new SortedDictionary<string, ShortFormMoment>(StringComparer.Ordinal);
        foreach (string code in (before?.Given?.Keys ?? before?.Values.Keys ?? []).Concat(Named).Distinct())
        {
            Arrival? stood = before?.ArrivedOf(code);
            Arrival stands = stood is { } earlier && (!Named.Contains(code) || Arrived.IsBefore(earlier)) ? earlier : Arrived;
            given[code] = new ShortFormMoment(stands.At, stands.Order);
        }

        return given;
    }
}
