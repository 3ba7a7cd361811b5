using System.Text.Json.Serialization;

namespace ACip.Workflows.Languages;

/// <summary>Words that are there in every language: a text of the programme with its arguments, which a file holds for each language; or
/// what people wrote.</summary>
/// <remarks>
/// In rows, in the API and between activities it is the words themselves, by tag: what was said stays what it was, whatever a translator
/// mends later, and a key may be renamed.
/// </remarks>
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

    /// <summary>In which language it was written first: shown where another one is missing.</summary>
    public Language Original { get; }

    /// <summary>In the source's language: for logs and traces.</summary>
    public string En => In(Language.En);

    /// <summary>People's words, of which each language may have its own.</summary>
    public static Text By(IReadOnlyDictionary<string, string> byTag, Language original) => new(byTag, original);

    /// <summary>A name or a quotation: the same in every language.</summary>
    public static Text Same(string words) => new(_ => words);

    /// <summary>Made anew for each reader: several texts in one, for instance.</summary>
    public static Text For(Func<Language, string> words) => new(words);

    public string In(Language language) => _in(language);

    /// <summary>Written in every language, and nowhere longer than that.</summary>
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
