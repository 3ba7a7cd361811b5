using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Groups that people are counted by. A plan names them in its own language; readers see theirs, and may answer in any of the
/// three.</summary>
public static class GroupWords
{
    // labels first, then what people write instead; no single letters, which stand for too much
    private static readonly (Text Label, string[] Others)[] Known =
    [
        (new("women", "femmes", "mujeres"), ["woman", "female", "females", "femme", "féminin", "mujer", "femenino"]),
        (new("men", "hommes", "hombres"), ["man", "male", "males", "homme", "masculin", "hombre", "masculino"]),
        (new("girls", "filles", "niñas"), ["girl", "fille", "niña"]),
        (new("boys", "garçons", "niños"), ["boy", "garçon", "niño"]),
        (
            new("not stated", "non précisé", "sin especificar"),
            ["not recorded", "unknown", "non renseigné", "inconnu", "no consta", "desconocido"]
        ),
        (new("other", "autre", "otro"), ["others", "autres", "otros"]),
        (new("young people", "jeunes", "jóvenes"), ["youth"]),
        (new("managers", "cadres", "directivos"), ["management", "encadrement", "mandos"]),
        (new("headquarters", "siège", "sede central"), ["head office", "sede"]),
        (new("regional offices", "bureaux régionaux", "oficinas regionales"), ["regions", "régions", "regiones"]),
        (new("border posts", "postes frontières", "puestos fronterizos"), ["borders", "frontières", "fronteras"]),
        (new("seaports", "ports maritimes", "puertos marítimos"), ["ports", "puertos"]),
        (new("airports", "aéroports", "aeropuertos"), ["airport", "aéroport", "aeropuerto"]),
        (new("public sector", "secteur public", "sector público"), []),
        (new("private sector", "secteur privé", "sector privado"), ["business", "entreprises", "empresas"]),
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
