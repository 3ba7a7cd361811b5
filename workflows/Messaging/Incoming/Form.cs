using System.Text.Json;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>The fields of one posted form, each decoded by its entry in <c>charsets</c>.</summary>
internal sealed class Form
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _charsets = new(StringComparer.OrdinalIgnoreCase);

    public Form(IReadOnlyList<FormPart> parts)
    {
        foreach (FormPart part in parts)
        {
            MediaType disposition = MediaType.OfDisposition(part.Headers["Content-Disposition"]);
            string name = disposition["name"] ?? "";
            string? filename = disposition["filename"];
            if (filename is not null || name.StartsWith("attachment", StringComparison.Ordinal) && char.IsAsciiDigit(name[^1]))
            {
                Files.Add((name, part, filename));
            }
            else if (!_fields.TryAdd(name, part.Content))
            {
                Flaws.Add(Flaw.FieldTwice);
            }
        }

        if (Json("charsets") is { ValueKind: JsonValueKind.Object } charsets)
        {
            foreach (JsonProperty charset in charsets.EnumerateObject().Where(charset => charset.Value.ValueKind == JsonValueKind.String))
            {
                _charsets.TryAdd(charset.Name, charset.Value.GetString()!);
            }
        }
    }

    public ISet<string> Flaws { get; } = new SortedSet<string>(StringComparer.Ordinal);

    public List<(string Field, FormPart Part, string? Name)> Files { get; } = [];

    public bool Has(string name) => _fields.ContainsKey(name);

    public ReadOnlyMemory<byte>? Bytes(string name) =>
        _fields.TryGetValue(name, out ReadOnlyMemory<byte> bytes) ? bytes : default(ReadOnlyMemory<byte>?);

    public string? Text(string name)
    {
        if (Bytes(name) is not { } bytes)
        {
            return null;
        }

        (string text, bool sound) = Charsets.Decode(bytes.Span, _charsets.GetValueOrDefault(name));
        if (!sound)
        {
            Flaws.Add($"{Flaw.Charset}:{name}");
        }

        return text;
    }

    /// <summary>The field as JSON; null if it is missing or invalid, which is a flaw.</summary>
    public JsonElement? Json(string name)
    {
        if (Bytes(name) is not { } bytes)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Charsets.Undeclared(bytes.Span), new JsonDocumentOptions { MaxDepth = 8 });
            if (StrangersJson.IsSound(document.RootElement))
            {
                return document.RootElement.Clone();
            }
        }
        catch (JsonException)
        {
            // said below
        }

        Flaws.Add($"{Flaw.BrokenField}:{name}");
        return null;
    }
}
