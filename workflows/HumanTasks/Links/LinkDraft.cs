using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>What was typed into the page behind a link but not submitted. It is stored apart from the report, because anybody with the
/// link could have typed it.</summary>
/// <param name="Fields">By name of the form's field, as typed.</param>
/// <param name="Confirmed">True: typed in a browser that is known to be the person's.</param>
[OutsideChain("link-draft|", "Typed and not handed in: nobody's word yet, and shown again before it becomes one.")]
public sealed record LinkDraft(IReadOnlyDictionary<string, string> Fields, DateTimeOffset At, bool Confirmed)
{
    /// <summary>More than any field takes: what is too long is shown again, to be shortened.</summary>
    private const int LongestField = 5 * TextBounds.Field,
        LongestInAll = 200_000;

    /// <summary>How a text ends that was cut.</summary>
    private const string CutOff = " […]";

    public static string RowKey(TaskId task, PersonId person) => $"link-draft|{task}|{person}";

    /// <summary>Deletes it together with what was handed in: that is no draft any more.</summary>
    internal static async Task ForgetAsync(ProgrammeTable table, UnitOfWork unit, LinkedTask linked, CancellationToken cancellation)
    {
        if (await table.FindAsync<LinkDraft>(unit.Stream, RowKey(linked.Task.Id, linked.Person.Id), cancellation) is { } draft)
        {
            unit.Delete(draft);
        }
    }

    /// <returns>True where some fields would be lost, even if what is too long in others were cut.</returns>
    public static bool IsTooMuch(IEnumerable<string> typed) => Length(typed, TextBounds.Field) > LongestInAll;

    /// <summary>Keeps only fields that the form has, and no more text than a person types. Where it is too much together, what is too
    /// long for any field is cut, and still too long; the others keep what was typed.</summary>
    public static IReadOnlyDictionary<string, string> Sound(IEnumerable<KeyValuePair<string, string>> typed, IReadOnlySet<string> known)
    {
        (string Name, string Text)[] sound =
        [
            .. typed.Where(field => known.Contains(field.Key)).Select(field => (field.Key, field.Value.ReplaceLineEndings("\n").Trim())),
        ];
        int most = Length(sound.Select(field => field.Text), LongestField) > LongestInAll ? TextBounds.Field : LongestField;
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        int length = 0;
        foreach ((string name, string text) in sound)
        {
            length += Math.Min(text.Length, most);
            if (text.Length > 0 && length <= LongestInAll)
            {
                fields[name] = text.Length > most ? text[..most] + CutOff : text;
            }
        }

        return fields;
    }

    private static long Length(IEnumerable<string> texts, int most) => texts.Sum(text => (long)Math.Min(text.Length, most));
}
