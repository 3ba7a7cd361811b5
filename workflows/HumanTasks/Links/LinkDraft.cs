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

    public static string RowKey(TaskId task, PersonId person) => $"link-draft|{task}|{person}";

    /// <summary>Deletes it together with what was handed in: that is no draft any more.</summary>
    internal static async Task ForgetAsync(ProgrammeTable table, UnitOfWork unit, LinkedTask linked, CancellationToken cancellation)
    {
        if (await table.FindAsync<LinkDraft>(unit.Stream, RowKey(linked.Task.Id, linked.Person.Id), cancellation) is { } draft)
        {
            unit.Delete(draft);
        }
    }

    /// <summary>Keeps only fields that the form has, and no more text than a person types.</summary>
    public static IReadOnlyDictionary<string, string> Sound(IEnumerable<KeyValuePair<string, string>> typed, IReadOnlySet<string> known)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        int length = 0;
        foreach ((string name, string value) in typed.Where(field => known.Contains(field.Key)))
        {
            string sound = value.ReplaceLineEndings("\n").Trim();
            sound = sound.Length > LongestField ? sound[..LongestField] : sound;
            length += sound.Length;
            if (sound.Length > 0 && length <= LongestInAll)
            {
                fields[name] = sound;
            }
        }

        return fields;
    }
}
