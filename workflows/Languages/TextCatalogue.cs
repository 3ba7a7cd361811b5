using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Xml.Linq;

namespace ACip.Workflows.Languages;

/// <summary>The texts of one folder: Texts.resx and, beside it, a file for each other language. Read and parsed once.</summary>
/// <param name="name">Namespace of the folder.</param>
internal sealed class TextCatalogue(string name, Assembly assembly)
{
    private readonly ResourceManager _resources = new($"{name}.Texts", assembly);
    private readonly ConcurrentDictionary<string, Dictionary<string, string>?> _trials = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Key, string Tag), IReadOnlyList<TextPart>> _patterns = new();

    public string Name => name;

    public Text Say(string key, params (string Name, TextArgument Value)[] values) =>
        Text.For(language => TextWriting.Write(Pattern(key, language), values, language));

    /// <returns>Null where the language lacks it.</returns>
    public string? Find(string key, Language language) => Trial(language)?.GetValueOrDefault(key) ?? Built(language)?.GetString(key);

    private ResourceSet? Built(Language language)
    {
        try
        {
            return language == Language.En
                ? _resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)
                : _resources.GetResourceSet(CultureInfo.GetCultureInfo(language.Tag), createIfNotExists: true, tryParents: false);
        }
        catch (CultureNotFoundException)
        {
            // a language of which the runtime has not heard can be tried out all the same
            return null;
        }
    }

    private IReadOnlyList<TextPart> Pattern(string key, Language language) =>
        _patterns.GetOrAdd((key, language.Tag), _ => Pseudo.Is(language) ? Pseudo.Of(Source(key)) : Parsed(key, language));

    private IReadOnlyList<TextPart> Parsed(string key, Language language) =>
        Find(key, language) is { } pattern ? TextPattern.Parse(pattern) : Source(key);

    private IReadOnlyList<TextPart> Source(string key) =>
        TextPattern.Parse(Find(key, Language.En) ?? throw new InvalidOperationException($"{name} has no text {key}."));

    /// <summary>What is tried out stands for what is built in.</summary>
    private Dictionary<string, string>? Trial(Language language) =>
        LanguageFile.TrialFolder is null
            ? null
            : _trials.GetOrAdd(
                language.Tag,
                tag =>
                    Path.Combine(LanguageFile.TrialFolder, tag, $"{name}.resx") is var file && File.Exists(file)
                        ? XDocument
                            .Load(file)
                            .Root!.Elements("data")
                            .ToDictionary(one => (string)one.Attribute("name")!, one => (string)one.Element("value")!)
                        : null
            );
}
