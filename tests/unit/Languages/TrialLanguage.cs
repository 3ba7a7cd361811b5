using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using ACip.Tests.Unit.Infrastructure;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Languages;

/// <summary>A made-up language, as a translator would try it out: a folder of files and a line of a registry, and not a line of code. It
/// runs from right to left, has digits and three plural forms of its own, and turns every vowel of English into an ö.</summary>
internal static class TrialLanguage
{
    public const string Tag = "qtz";

    [ModuleInitializer]
    internal static void Write()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "trial-language");
        Put(
            Path.Combine(folder, "Languages", "languages.json"),
            """
            [{
              "tag": "qtz", "name": "Öngwö", "locale": "en-GB", "direction": "rtl", "digits": "٠١٢٣٤٥٦٧٨٩", "decimal": "٫", "group": "٬",
              "groupInPrint": "٬", "percent": "{0}٪", "uses": ["mail", "links", "pages", "reports"], "complete": false, "reviewed": false
            }]
            """
        );
        Put(
            Path.Combine(folder, "Languages", "Cultures", "qtz.json"),
            JsonSerializer.Serialize(
                new
                {
                    months = Enumerable.Range(1, 12).Select(month => $"möön-{month}"),
                    weekdays = Enumerable.Range(0, 7).Select(day => $"döö-{day}"),
                    firstDay = "först",
                    dayAndMonth = "{month} {day}",
                    day = "{year} {dayAndMonth}",
                    range = "{first} ~ {last}",
                    time = "HH.mm",
                    moment = "{day} {time} {weekday} ({place})",
                    colon = " ::",
                    spacedSigns = "",
                    listOfTwo = "{0} öt {1}",
                    listEnd = "{0} öt {1}",
                    plurals = new Dictionary<string, string> { ["one"] = "n = 1", ["few"] = "n % 10 = 2..4 and n % 100 != 12..14" },
                    alphabet = "öbcdfghjklmnpqrstvwxyz",
                }
            )
        );
        Put(
            Path.Combine(folder, "ReplyParsing", "Words", "qtz.json"),
            """
            {
              "submit": ["sobmöt"], "nil": ["nöchts"], "question": ["frög"], "correct": [], "nearSubmit": [], "missing": ["kön wört"],
              "yes": ["yöp"], "no": ["nöp"], "percent": [], "ranges": [], "estimates": [], "months": [[], [], [], [], [], [], [], [], [], ["moonten"], [], []],
              "dateFillers": [], "groups": {}
            }
            """.Replace('ö', 'o')
        );
        Put(Path.Combine(folder, "Languages", "Cultures", "qtz.countries.json"), """{ "ML": "Mölö", "NP": "Nöpöl" }""");
        foreach (string file in Directory.EnumerateFiles(SourceTree.Root, "Texts.resx", SearchOption.AllDirectories))
        {
            string place = Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(file)!).Replace('\\', '/');
            if (place.StartsWith("workflows/", StringComparison.Ordinal) || place.StartsWith("functions/", StringComparison.Ordinal))
            {
                string name = "ACip." + char.ToUpperInvariant(place[0]) + place[1..].Replace('/', '.');
                Put(Path.Combine(folder, Tag, $"{name}.resx"), Turned(XDocument.Load(file)).ToString());
            }
        }

        Environment.SetEnvironmentVariable("ACIP_LANGUAGES", folder);
    }

    public static string Turned(string words) => string.Concat(words.Select(letter => "aeiouAEIOU".Contains(letter) ? 'ö' : letter));

    private static XDocument Turned(XDocument texts)
    {
        foreach (XElement value in texts.Root!.Elements("data").Select(entry => entry.Element("value")!))
        {
            value.Value = Write(TextPattern.Parse(value.Value));
        }

        return texts;
    }

    private static string Write(IReadOnlyList<TextPart> parts) =>
        string.Concat(
            parts.Select(part =>
                part.Kind switch
                {
                    TextPartKind.Words => Turned(part.Text),
                    TextPartKind.Value => $"{{{part.Text}}}",
                    TextPartKind.Number => $"{{{part.Text}, number}}",
                    TextPartKind.Plural =>
                        $"{{{part.Text}, plural, one {{1 {Write(part.Choices["other"])}}} few {{few {Write(part.Choices["other"])}}} other {{{Write(part.Choices["other"])}}}}}",
                    _ => $"{{{part.Text}, select, {string.Join(' ', part.Choices.Select(one => $"{one.Key} {{{Write(one.Value)}}}"))}}}",
                }
            )
        );

    private static void Put(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
