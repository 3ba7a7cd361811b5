using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>How an administration says by mail how far its scores may be published: a closed grammar of two lines, in any
/// language.</summary>
internal static partial class PublicationWords
{
    private const int MostLines = 200;

    public static Text Publish { get; } = Texts.CommandPublish;

    public static Text Without { get; } = Texts.CommandWithout;

    public static Text Of(PublishedTo to) =>
        to switch
        {
            PublishedTo.Nobody => Texts.CommandNobody,
            PublishedTo.Programme => Texts.CommandProgramme,
            PublishedTo.Donors => Texts.CommandDonors,
            _ => Texts.CommandEverybody,
        };

    /// <summary>In words, as pages and mails say it.</summary>
    public static Text Said(PublishedTo to) =>
        to switch
        {
            PublishedTo.Nobody => Texts.PublishedToNobody,
            PublishedTo.Programme => Texts.PublishedToProgramme,
            PublishedTo.Donors => Texts.PublishedToDonors,
            _ => Texts.PublishedToEverybody,
        };

    /// <returns>Null for how far where the reply does not say so, or says two things.</returns>
    public static (PublishedTo? To, IReadOnlyList<int> Withheld) Read(string words)
    {
        var said = new HashSet<PublishedTo>();
        var withheld = new SortedSet<int>();
        bool sound = true;
        foreach (string line in words.Split('\n').Take(MostLines))
        {
            if (Line().Match(CleanText.Clean(line)) is not { Success: true } match)
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
            else if (Is(Without, key))
            {
                foreach (string part in value.Split([',', '،', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
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

    private static bool Is(Text word, string said) =>
        Language.OfMail.Any(language => CleanText.Fold(said) == CleanText.Fold(word.In(language)));

    [GeneratedRegex(@"^\s*(\p{L}+)\s*[:\u00A0 ]\s*:?\s*(\S.*?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();
}
