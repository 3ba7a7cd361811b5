using System.Text.Json.Serialization;

namespace ACip.Workflows.Languages;

/// <summary>A language of the programme: a culture tag from the registry, languages.json. All its properties are in files; no code depends
/// on a particular language.</summary>
[JsonConverter(typeof(LanguageJson))]
public readonly record struct Language : IComparable<Language>
{
    // null is the source's language, so that a default value is one, too
    private readonly string? _tag;

    private Language(string tag) => _tag = tag == SourceTag ? null : tag;

    private const string SourceTag = "en";

    /// <summary>The source language of all texts, used if another language lacks a text.</summary>
    public static Language En => default;

    /// <summary>Languages with a complete set of texts. They are offered to people and included in what is stored for all
    /// readers.</summary>
    public static IReadOnlyList<Language> All => LanguageRegistry.Complete;

    /// <summary>Languages of mails and replies.</summary>
    public static IReadOnlyList<Language> OfMail => LanguageRegistry.For("mail");

    /// <summary>Languages of the pages for coordinators, heads of customs and people without a role.</summary>
    public static IReadOnlyList<Language> OfLinks => LanguageRegistry.For("links");

    /// <summary>Languages of donor reports.</summary>
    /// <summary>Those in which donors read reports.</summary>
    public static IReadOnlyList<Language> OfReports => LanguageRegistry.For("reports");

    /// <summary>Languages of the Secretariat's pages.</summary>
    public static IReadOnlyList<Language> OfPages => LanguageRegistry.For("pages");

    /// <summary>A culture tag, RFC 5646: en, pt-BR.</summary>
    public string Tag => _tag ?? SourceTag;

    /// <summary>The name in the language itself.</summary>
    public string Name => Entry.Name;

    /// <summary>The writing direction in HTML's terms: ltr or rtl.</summary>
    public string Direction => Entry.Direction;

    /// <summary>False until a speaker of the language has reviewed its texts.</summary>
    public bool Reviewed => Entry.Reviewed;

    /// <summary>The direction if it is not HTML's default; otherwise null.</summary>
    public string? DirectionIfTurned => Direction == "ltr" ? null : Direction;

    internal LanguageEntry Entry => LanguageRegistry.Of(Tag);

    /// <summary>For sorting what its readers see.</summary>
    internal IComparer<string> Order => Culture.Order;

    /// <summary>One, two and three.</summary>
    public string List(IEnumerable<string> items) => Culture.List([.. items]);

    /// <summary>Parts that may hold commas themselves.</summary>
    public string Parts(IEnumerable<string> parts) => string.Join(Culture.Semicolon, parts);

    /// <summary>With its space.</summary>
    public string Comma => Culture.Comma;

    internal Culture Culture => Culture.Of(Tag);

    /// <summary>fr, fr-CA and FR are all French, unless the registry has fr-CA.</summary>
    public static Language? Find(string? tag) =>
        LanguageRegistry.Find(tag) is { } known ? new Language(known.Tag)
        : tag?.Split('-')[0] is { Length: > 0 } first && LanguageRegistry.Find(first) is { } broader ? new Language(broader.Tag)
        : null;

    /// <summary>For tags in code and tests.</summary>
    public static explicit operator Language(string tag) => FromString(tag);

    public static Language FromString(string tag) =>
        LanguageRegistry.Find(tag) is { } known
            ? new Language(known.Tag)
            : throw new ArgumentException($"{tag} is no language of the registry.", nameof(tag));

    /// <summary>In the order of the registry.</summary>
    public int CompareTo(Language other) => Entry.Order.CompareTo(other.Entry.Order);

    public static bool operator <(Language one, Language other) => one.CompareTo(other) < 0;

    public static bool operator >(Language one, Language other) => one.CompareTo(other) > 0;

    public static bool operator <=(Language one, Language other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Language one, Language other) => one.CompareTo(other) >= 0;

    /// <summary>The form used by rows, the API and histories since version 1.0: En, Fr, Es.</summary>
    public override string ToString() => char.ToUpperInvariant(Tag[0]) + Tag[1..];
}
