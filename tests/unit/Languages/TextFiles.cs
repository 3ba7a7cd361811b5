using System.Text.RegularExpressions;
using System.Xml.Linq;
using ACip.Tests.Unit.Infrastructure;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Languages;

/// <param name="Folder">From the root: workflows/Registers.</param>
/// <param name="ByTag">Of each language's file, the texts by key.</param>
internal sealed record TextFile(string Folder, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ByTag)
{
    public IReadOnlyDictionary<string, string> Source => ByTag[Language.En.Tag];
}

/// <summary>All Texts.resx of the source tree, with those of every complete language.</summary>
internal static class TextFiles
{
    /// <summary>Languages in which people are written to, and of which the Secretariat's texts are not there.</summary>
    public static IReadOnlyList<Language> OfCoordinators { get; } =
    [.. Language.OfMail.Except(Language.All).Where(language => language.Tag != TrialLanguage.Tag)];

    public static IReadOnlyList<Language> Languages { get; } = [.. Language.All, .. OfCoordinators];

    public static IReadOnlyList<TextFile> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(SourceTree.Root, "Texts.resx", SearchOption.AllDirectories)
        where !Regex.IsMatch(file, @"[\\/](bin|obj)[\\/]")
        let folder = Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(file)!).Replace('\\', '/')
        orderby folder
        select new TextFile(
            folder,
            Languages.ToDictionary(language => language.Tag, IReadOnlyDictionary<string, string> (language) => Read(folder, language))
        ),
    ];

    /// <summary>Every text in every language, with its place.</summary>
    public static IEnumerable<(string Where, Language Language, string Source, string Text)> Each() =>
        from file in All
        from language in Languages
        from entry in file.ByTag[language.Tag]
        select ($"{file.Folder} {entry.Key} ({language.Tag})", language, file.Source.GetValueOrDefault(entry.Key, ""), entry.Value);

    private static Dictionary<string, string> Read(string folder, Language language)
    {
        string name = language == Language.En ? "Texts.resx" : $"Texts.{language.Tag}.resx";
        string path = Path.Combine(SourceTree.Root, folder, name);
        return File.Exists(path)
            ? XDocument
                .Load(path)
                .Root!.Elements("data")
                .ToDictionary(entry => (string)entry.Attribute("name")!, entry => (string)entry.Element("value")!)
            : new Dictionary<string, string>();
    }
}
