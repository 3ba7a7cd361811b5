using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>What stands for one question of a form.</summary>
/// <param name="Code">Names the question; no blanks, no colon.</param>
/// <param name="Fields">Names of its fields.</param>
/// <param name="Stands">What stands, as the fields show it; empty for nothing.</param>
/// <param name="Version">Names the answer that stands without telling it; empty for none.</param>
/// <param name="Visible">False: this browser is not shown it, because links get forwarded.</param>
public sealed record StandingPart(
    string Code,
    IReadOnlyList<string> Fields,
    IReadOnlyDictionary<string, string> Stands,
    string Version,
    bool Visible
)
{
    /// <summary>What stands, in words; null for nothing.</summary>
    public Text? Said { get; init; }

    /// <summary>True: emptying what was shown takes it back. False: empty fields say nothing.</summary>
    public bool EmptyTakesBack { get; init; }
}

/// <summary>What was typed into a form or kept as its draft, held against what has been answered since the form was shown: by mail, by
/// somebody else, in another browser. The form carries what it showed, part by part. Pure.</summary>
/// <param name="Fields">A part that nobody touched holds what stands now; one that was touched holds what was typed.</param>
/// <param name="Changed">Codes of the parts answered otherwise since.</param>
/// <param name="Contested">Those of them that were touched as well: both are to be shown, and neither taken unseen.</param>
public sealed record TypedSince(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Changed, IReadOnlyList<string> Contested)
{
    /// <summary>The field that carries what the form showed. A form without it counts as if nothing had been answered since.</summary>
    public const string Field = "as-of";

    private const string First = "1",
        Unseen = "~";

    /// <returns>False for what no form of ours carries.</returns>
    public static bool IsMark(string? carried) =>
        carried is null
        || (carried.Split(' ') is [First, .. var marks] && marks.All(mark => mark.Split(':') is [{ Length: > 0 }, { Length: > 0 }]));

    public static TypedSince Of(IReadOnlyList<StandingPart> parts, IReadOnlyDictionary<string, string> typed)
    {
        var fields = new SortedDictionary<string, string>(typed.ToDictionary(), StringComparer.Ordinal) { [Field] = Mark(parts) };
        if (Marks(typed) is not { } marks)
        {
            return new TypedSince(fields, [], []);
        }

        List<string> changed = [],
            contested = [];
        foreach (StandingPart part in parts)
        {
            string shown = marks.GetValueOrDefault(part.Code, "");
            IReadOnlyDictionary<string, string> own = Own(part, typed);
            if (!HasChanged(part, shown) || (part.Visible && Digest(own) == Digest(part.Stands)))
            {
                continue;
            }

            changed.Add(part.Code);
            if (IsTouched(part, own, shown))
            {
                contested.Add(part.Code);
            }
            else
            {
                Replace(fields, part);
            }
        }

        return new TypedSince(fields, changed, contested);
    }

    /// <summary>The same fields, with what a part's fields were typed over taken from an earlier form.</summary>
    public static void Take(IDictionary<string, string> fields, string part, IReadOnlyDictionary<string, string> earlier)
    {
        if (Marks(earlier) is { } before && fields.TryGetValue(Field, out string? now))
        {
            IEnumerable<string> others = now.Split(' ').Where(mark => !mark.StartsWith(part + ":", StringComparison.Ordinal));
            fields[Field] = string.Join(' ', before.TryGetValue(part, out string? mark) ? others.Append($"{part}:{mark}") : others);
        }
    }

    private static string Mark(IReadOnlyList<StandingPart> parts) =>
        string.Join(' ', parts.Where(part => Now(part).Length > 0).Select(part => $"{part.Code}:{Now(part)}").Prepend(First));

    private static Dictionary<string, string>? Marks(IReadOnlyDictionary<string, string> fields) =>
        fields
            .GetValueOrDefault(Field)
            ?.Split(' ')
            .Select(mark => mark.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(mark => mark.Key, mark => mark.First()[1], StringComparer.Ordinal);

    private static string Now(StandingPart part) => part.Visible ? Digest(part.Stands) : UnseenNow(part);

    private static string UnseenNow(StandingPart part) =>
        Unseen + (part.Version.Length == 0 ? "" : Digest(new Dictionary<string, string> { [part.Code] = part.Version }));

    /// <remarks>What this browser is not shown is never compared with what was typed or sent: that would tell it.</remarks>
    private static bool HasChanged(StandingPart part, string shown) =>
        shown.StartsWith(Unseen, StringComparison.Ordinal) ? shown != UnseenNow(part)
        : part.Visible ? shown != Digest(part.Stands)
        : shown.Length > 0 || part.Version.Length > 0;

    private static bool IsTouched(StandingPart part, IReadOnlyDictionary<string, string> own, string shown)
    {
        bool wasSeen = shown.Length > 0 && !shown.StartsWith(Unseen, StringComparison.Ordinal);
        return own.Count == 0 ? part.EmptyTakesBack && wasSeen : !wasSeen || Digest(own) != shown;
    }

    private static Dictionary<string, string> Own(StandingPart part, IReadOnlyDictionary<string, string> typed) =>
        part
            .Fields.Where(name => !string.IsNullOrWhiteSpace(typed.GetValueOrDefault(name)))
            .ToDictionary(name => name, name => typed[name], StringComparer.Ordinal);

    private static void Replace(SortedDictionary<string, string> fields, StandingPart part)
    {
        foreach (string name in part.Fields)
        {
            fields.Remove(name);
            if (part.Visible && part.Stands.TryGetValue(name, out string? text))
            {
                fields[name] = text;
            }
        }
    }

    /// <summary>Empty for nothing.</summary>
    private static string Digest(IReadOnlyDictionary<string, string> fields) =>
        fields.Count == 0
            ? ""
            : LinkAnswers.Digest(
                fields.ToDictionary(field => field.Key, field => field.Value.ReplaceLineEndings("\n").Trim(), StringComparer.Ordinal)
            )[..10];
}
