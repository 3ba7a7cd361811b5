using System.Text.Json.Serialization;

namespace ACip.Workflows.Languages;

/// <summary>A text in every language: either one of the programme's texts with its arguments, or what people wrote.</summary>
/// <remarks>Rows, the API and activities hold the words themselves, by tag: what was said stays as it was, whatever a translator corrects
/// later, and a key can be renamed.</remarks>
[JsonConverter(typeof(TextJson))]
public sealed class Text : IEquatable<Text>
{
    private readonly Func<Language, string> _in;

    private Text(Func<Language, string> words) => _in = words;

    private Text(IReadOnlyDictionary<string, string> byTag, Language original)
    {
        Written = byTag;
        Original = original;
        _in = language =>
            byTag.TryGetValue(language.Tag, out string? words) || byTag.TryGetValue(original.Tag, out words)
                ? words
                : byTag.Values.FirstOrDefault("");
    }

    /// <summary>What people wrote, by tag; null for a text of the programme.</summary>
    internal IReadOnlyDictionary<string, string>? Written { get; }

    /// <summary>The language in which it was written; shown if another one is missing.</summary>
    public Language Original { get; }

    /// <summary>In English, for logs and traces.</summary>
    public string En => In(Language.En);

    /// <summary>What people wrote, possibly in several languages.</summary>
    public static Text By(IReadOnlyDictionary<string, string> byTag, Language original) => new(byTag, original);

    /// <summary>A name or a quotation: the same in every language.</summary>
    public static Text Same(string words) => new(_ => words);

    /// <summary>Built anew for each reader, for instance from several texts.</summary>
    public static Text For(Func<Language, string> words) => new(words);

    public string In(Language language) => _in(language);

    /// <summary>Present in every language, and in none longer than the limit.</summary>
    public bool IsWritten(int most) =>
        Language.All.All(language =>
            (Written is null || Written.ContainsKey(language.Tag))
            && !string.IsNullOrWhiteSpace(In(language))
            && !TextBounds.IsLonger(In(language), most)
        );

    /// <summary>The same words to every reader.</summary>
    public bool Equals(Text? other) => other is not null && Language.All.All(language => In(language) == other.In(language));

    public override bool Equals(object? obj) => Equals(obj as Text);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(En);

    public static bool operator ==(Text? one, Text? other) => one is null ? other is null : one.Equals(other);

    public static bool operator !=(Text? one, Text? other) => !(one == other);

    public override string ToString() => En;
}
