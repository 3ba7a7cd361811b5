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
    /// <summary>More than any field takes: what is too long is shown again, to be shortened. One that was cut ends in
    /// <see cref="CutOff"/>, and takes no more from the others.</summary>
    private const int LongestField = TextBounds.Field,
        LongestInAll = 200_000;

    private const string CutOff = " […]";

    public static string RowKey(TaskId task, PersonId person) => $"link-draft|{task}|{person}";

    /// <returns>True where not all of it could be kept, even if what is too long were cut.</returns>
    public static bool IsTooMuch(IEnumerable<string> typed) => typed.Sum(text => (long)Math.Min(text.Length, LongestField)) > LongestInAll;

    /// <summary>Keeps only fields that the form has, and no more text than a person types.</summary>
    public static IReadOnlyDictionary<string, string> Sound(IEnumerable<KeyValuePair<string, string>> typed, IReadOnlySet<string> known)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        int length = 0;
        foreach ((string name, string value) in typed.Where(field => known.Contains(field.Key)))
        {
            string sound = value.ReplaceLineEndings("\n").Trim();
            length += Math.Min(sound.Length, LongestField);
            sound = sound.Length > LongestField ? sound[..LongestField] + CutOff : sound;
            if (sound.Length > 0 && length <= LongestInAll)
            {
                fields[name] = sound;
            }
        }

        return fields;
    }
}
