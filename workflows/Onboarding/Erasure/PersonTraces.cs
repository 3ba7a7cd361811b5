using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Workflows.Onboarding.Erasure;

/// <summary>What identifies a person: the registered name and address, and other known forms. Pure.</summary>
internal sealed class PersonTraces
{
    /// <summary>Shorter texts occur within other words.</summary>
    public const int Shortest = 4;

    public const string Instead = "[erased]";

    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(30);

    private readonly Regex[] texts;

    public PersonTraces(IEnumerable<string> known) =>
        texts = [
            .. known
                .Select(text => text.Trim())
                .Where(text => text.Length >= Shortest && text != Instead)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(text => text.Length)
                .Select(text => new Regex(
                    string.Concat(text.Select(Written)),
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                    LongestSearch
                )),
        ];

    public bool In(string? text) => text is not null && texts.Any(one => one.IsMatch(text));

    /// <summary>The text without them; the rest is unchanged.</summary>
    public string Without(string text) => texts.Aggregate(text, (left, one) => one.Replace(left, Instead));

    /// <returns>The same JSON without them, in every text of it.</returns>
    public JsonNode? Without(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Without(member.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Without)]),
            JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(Without(text)),
            _ => node?.DeepClone(),
        };

    /// <summary>In a file: in its bytes as text, or in what is packed into it.</summary>
    public bool In(byte[] file) => In(Encoding.UTF8.GetString(file)) || In(Encoding.Latin1.GetString(file)) || InPacked(file);

    /// <summary>In a received mail, however it is coded.</summary>
    public bool In(InboundMessage mail) =>
        mail.From.Concat(mail.EnvelopeTo).Concat([mail.EnvelopeFrom ?? "", mail.Subject, mail.Text ?? "", mail.Html ?? ""]).Any(In)
        || mail.Headers.Fields.Any(field => In(field.Value))
        || mail.Files.Any(file => In(file.Name) || In(file.Content.ToArray()));

    /// <summary>A letter as it may stand in text, in HTML or in JSON.</summary>
    private static string Written(char letter)
    {
        string named = letter switch
        {
            '&' => "amp",
            '<' => "lt",
            '>' => "gt",
            '"' => "quot",
            '\'' => "apos",
            _ => "",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $@"(?:{Regex.Escape(letter.ToString())}|&#0*{(int)letter};|&#x0*{(int)letter:x};|\\u{(int)letter:x4}{(named.Length > 0 ? $"|&{named};" : "")})"
        );
    }

    private bool InPacked(byte[] file)
    {
        if (file is not [(byte)'P', (byte)'K', 3, 4, ..])
        {
            return false;
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            foreach (ZipArchiveEntry part in zip.Entries.Where(part => part.Length < 50 << 20))
            {
                using var reader = new StreamReader(part.Open(), Encoding.UTF8);
                if (In(reader.ReadToEnd()))
                {
                    return true;
                }
            }
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            // no archive after all
        }

        return false;
    }
}
