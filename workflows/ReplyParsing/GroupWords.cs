using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Groups that people are counted by. A plan names them in its own language; readers see theirs, and may answer in any of the
/// three.</summary>
public static class GroupWords
{
    // labels first, then what people write instead; no single letters, which stand for too much
    private static readonly (Text Label, string[] Others)[] Known =
    [
        (Texts.Women, ["woman", "female", "females", "femme", "féminin", "mujer", "femenino"]),
        (Texts.Men, ["man", "male", "males", "homme", "masculin", "hombre", "masculino"]),
        (Texts.Girls, ["girl", "fille", "niña"]),
        (Texts.Boys, ["boy", "garçon", "niño"]),
        (
            Texts.NotStated,
            ["not recorded", "unknown", "non renseigné", "inconnu", "no consta", "desconocido"]
        ),
        (Texts.Other, ["others", "autres", "otros"]),
        (Texts.YoungPeople, ["youth"]),
        (Texts.Managers, ["management", "encadrement", "mandos"]),
        (Texts.Headquarters, ["head office", "sede"]),
        (Texts.RegionalOffices, ["regions", "régions", "regiones"]),
        (Texts.BorderPosts, ["borders", "frontières", "fronteras"]),
        (Texts.Seaports, ["ports", "puertos"]),
        (Texts.Airports, ["airport", "aéroport", "aeropuerto"]),
        (Texts.PublicSector, []),
        (Texts.PrivateSector, ["business", "entreprises", "empresas"]),
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
        [known.Label.En, known.Label.Fr, known.Label.Es, .. known.Others];

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
