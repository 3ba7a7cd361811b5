using System.Text.Json;
using System.Text.Json.Serialization;

namespace ACip.Workflows.Languages;

/// <summary>{"en": …, "fr": …, "es": …}, one property for each complete language, as version 1.0 wrote them; and, where people wrote in
/// another language than the source's, "original": "fr".</summary>
/// <param name="inOrder">As snapshots want it: properties in ordinal order, and none but those of the languages of reports and the words'
/// own.</param>
internal sealed class TextJson(bool inOrder) : JsonConverter<Text>
{
    public TextJson()
        : this(inOrder: false) { }

    private const string Original = "original";

    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A text is an object with a property for each language.");
        }

        var byTag = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Language original = Language.En;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            string? words = reader.TokenType == JsonTokenType.String ? reader.GetString() : Skipped(ref reader);
            if (name.Equals(Original, StringComparison.OrdinalIgnoreCase))
            {
                original = Language.Find(words) ?? throw new JsonException($"No language {words}.");
            }
            else if (words is not null)
            {
                byTag[name] = words;
            }
        }

        return byTag.ContainsKey(original.Tag) ? Text.By(byTag, original) : throw new JsonException($"A text lacks {original.Tag}.");
    }

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
    {
        string Named(string name) => options.PropertyNamingPolicy?.ConvertName(name) ?? name;
        writer.WriteStartObject();
        IEnumerable<Language> languages = Language.All.Concat(Besides(value));
        foreach (Language language in inOrder ? languages.OrderBy(one => one.Tag, StringComparer.Ordinal) : languages)
        {
            writer.WriteString(Named(language.ToString()), value.In(language));
        }

        if (value.Original != Language.En)
        {
            writer.WriteString(Named(Capital(Original)), value.Original.Tag);
        }

        writer.WriteEndObject();
    }

    /// <summary>The person's words in a language whose texts are not complete.</summary>
    private IEnumerable<Language> Besides(Text value) =>
        (value.Written?.Keys ?? [])
            .Select(Language.Find)
            .OfType<Language>()
            .Except(Language.All)
            .Where(language => !inOrder || language == value.Original)
            .Order();

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string? Skipped(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }
}
