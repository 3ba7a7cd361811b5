using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Groups by which people are counted. A plan names them in its own language; readers see theirs and may answer in any
/// language.</summary>
public static class GroupWords
{
    // labels first, then what people write instead; no single letters, which stand for too much
    private static readonly (Text Label, string[] Others)[] Known =
    [
        (Texts.Women, ReplyWords.OfGroup("women")),
        (Texts.Men, ReplyWords.OfGroup("men")),
        (Texts.Girls, ReplyWords.OfGroup("girls")),
        (Texts.Boys, ReplyWords.OfGroup("boys")),
        (Texts.NotStated, ReplyWords.OfGroup("notStated")),
        (Texts.Other, ReplyWords.OfGroup("other")),
        (Texts.YoungPeople, ReplyWords.OfGroup("youngPeople")),
        (Texts.Managers, ReplyWords.OfGroup("managers")),
        (Texts.Headquarters, ReplyWords.OfGroup("headquarters")),
        (Texts.RegionalOffices, ReplyWords.OfGroup("regionalOffices")),
        (Texts.BorderPosts, ReplyWords.OfGroup("borderPosts")),
        (Texts.Seaports, ReplyWords.OfGroup("seaports")),
        (Texts.Airports, ReplyWords.OfGroup("airports")),
        (Texts.PublicSector, []),
        (Texts.PrivateSector, ReplyWords.OfGroup("privateSector")),
    ];

    /// <summary>What readers of a language call a group; a group that is not known here keeps the plan's word.</summary>
    public static string Label(string group, Language language) => Find(group) is { } known ? known.Label.In(language) : group;

    /// <summary>All words for a group, its own left out.</summary>
    internal static IEnumerable<string> AllFor(string group) =>
        Find(group) is { } known ? Words(known).Where(word => !Same(word, group)) : [];

    private static (Text Label, string[] Others)? Find(string group)
    {
        foreach ((Text Label, string[] Others) known in Known)
        {
            if (Words(known).Any(word => Same(word, group)))
            {
                return known;
            }
        }

        return null;
    }

    private static IEnumerable<string> Words((Text Label, string[] Others) known) =>
        [.. Language.OfMail.Select(known.Label.In), .. known.Others];

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
