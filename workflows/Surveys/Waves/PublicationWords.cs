using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>How an administration says by mail how far its scores may travel: a closed grammar of two lines, in three languages.</summary>
internal static partial class PublicationWords
{
    private const int MostLines = 200;

    public static Text Publish { get; } = new("PUBLISH", "PUBLIER", "PUBLICAR");

    public static Text Without { get; } = new("WITHOUT", "SANS", "SIN");

    public static Text Of(PublishedTo to) =>
        to switch
        {
            PublishedTo.Nobody => new("NOBODY", "PERSONNE", "NADIE"),
            PublishedTo.Programme => new("PROGRAMME", "PROGRAMME", "PROGRAMA"),
            PublishedTo.Donors => new("DONORS", "BAILLEURS", "DONANTES"),
            _ => new("EVERYBODY", "TOUS", "TODOS"),
        };

    /// <summary>In words, as pages and mails say it.</summary>
    public static Text Said(PublishedTo to) =>
        to switch
        {
            PublishedTo.Nobody => new(
                "nobody besides your administration",
                "personne en dehors de votre administration",
                "nadie fuera de su administración"
            ),
            PublishedTo.Programme => new("the programme's Secretariat", "le Secrétariat du programme", "la Secretaría del programa"),
            PublishedTo.Donors => new(
                "the Secretariat and your donors, in their reports",
                "le Secrétariat et vos bailleurs, dans leurs rapports",
                "la Secretaría y sus donantes, en sus informes"
            ),
            _ => new("everybody", "tout le monde", "todo el mundo"),
        };

    /// <returns>Null for how far where the reply does not say so, or says two things.</returns>
    public static (PublishedTo? To, IReadOnlyList<int> Withheld) Read(string words)
    {
        var said = new HashSet<PublishedTo>();
        var withheld = new SortedSet<int>();
        bool sound = true;
        foreach (string line in words.Split('\n').Take(MostLines))
        {
            if (Line().Match(line) is not { Success: true } match)
            {
                continue;
            }

            string key = match.Groups[1].Value.ToUpperInvariant(),
                value = match.Groups[2].Value.Trim().TrimEnd('.').ToUpperInvariant();
            if (Is(Publish, key))
            {
                PublishedTo[] meant = [.. Enum.GetValues<PublishedTo>().Where(one => Is(Of(one), value))];
                sound &= meant.Length == 1;
                said.UnionWith(meant);
            }
            else
            {
                foreach (string part in value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
                {
                    sound &=
                        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int factor)
                        && factor is >= 1 and <= 10
                        && withheld.Add(factor);
                }
            }
        }

        return (sound && said.Count == 1 ? said.Single() : null, [.. withheld]);
    }

    private static bool Is(Text word, string said) => said == word.En || said == word.Fr || said == word.Es;

    [GeneratedRegex(
        @"^\s*(PUBLISH|PUBLIER|PUBLICAR|WITHOUT|SANS|SIN)\s*[:\u00A0 ]\s*:?\s*(\S.*?)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Line();
}
