using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Workflows.Onboarding.Erasure;

/// <summary>What identifies a person: the registered name and address, and other known forms. Pure.</summary>
/// <remarks>Only whole names and addresses count, and nothing within the name or address of somebody else who is registered: what is erased
/// cannot be brought back.</remarks>
internal sealed partial class PersonTraces
{
    /// <summary>Shorter texts occur within other words.</summary>
    public const int Shortest = 4;

    public const string Instead = "[erased]";

    private const string SomebodyElse = "else",
        Letter = @"\p{L}\p{M}\p{Nd}";

    /// <summary>What stands for a character that is no letter, in JSON, in addresses and in mail: text may begin behind it.</summary>
    private const string Coded =
        @"\\[bfnrt]|\\u(?:00(?:[01][0-9a-f]|2[0-9acf]|3[a-f]|60|a0)|2[0-9a-f]{3})|[%=](?:0[0-9a-f]|2[0-9cf]|3[a-f])";

    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(30);

    private readonly Regex[] texts;

    /// <param name="others">Names and addresses of everybody else: one that two people bear tells nothing about either.</param>
    /// <param name="near">Also finds them as parts of longer words and addresses: to be looked at, not to be erased.</param>
    public PersonTraces(IEnumerable<string> known, IEnumerable<string> others, bool near = false)
    {
        string[] theirs = [.. others.Select(text => text.Trim()).Where(text => text.Length >= Shortest)];
        texts =
        [
            .. known
                .Select(text => text.Trim())
                .Where(text => text.Length >= Shortest && text != Instead)
                .Where(text => !theirs.Contains(text, StringComparer.OrdinalIgnoreCase))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(text => text.Length)
                .Select(text => new Regex(
                    Pattern(text, theirs, near && text.Any(letter => !char.IsLetterOrDigit(letter))), // a word is in many others
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
                    LongestSearch
                )),
        ];
    }

    public bool In(string? text) => text is not null && texts.Any(one => one.Matches(text).Any(IsTheirs));

    /// <summary>The text without them; the rest is unchanged.</summary>
    public string Without(string text) =>
        texts.Aggregate(text, (left, one) => one.Replace(left, found => IsTheirs(found) ? Instead : found.Value));

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
    public bool In(byte[] file) =>
        In(Encoding.UTF8.GetString(file)) || In(ManyBytes().Replace(Encoding.Latin1.GetString(file), "x")) || InPacked(file);

    /// <summary>In a received mail, however it is coded.</summary>
    public bool In(InboundMessage mail) =>
        mail.From.Concat(mail.EnvelopeTo).Concat([mail.EnvelopeFrom ?? "", mail.Subject, mail.Text ?? "", mail.Html ?? ""]).Any(In)
        || mail.Headers.Fields.Any(field => In(field.Value))
        || mail.Files.Any(file => In(file.Name) || In(file.Content.ToArray()));

    /// <summary>A letter of UTF-8 that is read as Latin-1; between two of them nothing begins or ends.</summary>
    [GeneratedRegex(
        "[\u00C2-\u00DF][\u0080-\u00BF]|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}",
        RegexOptions.None,
        30_000
    )]
    private static partial Regex ManyBytes();

    private static bool IsTheirs(Match found) => !found.Groups[SomebodyElse].Success;

    /// <summary>What is found is the longer name of somebody else, or else the text.</summary>
    private static string Pattern(string text, string[] theirs, bool near) =>
        string.Concat(
            theirs
                .Where(one => one.Contains(text, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(one => one.Length)
                .Select(one => $"(?<{SomebodyElse}>{Whole(one)})|")
        ) + (near ? Anywhere(text) : Whole(text));

    /// <summary>The text where it is not part of a longer name or address. Scripts without capitals join words, or do not part
    /// them.</summary>
    private static string Whole(string text)
    {
        bool isAddress = text.Contains('@', StringComparison.Ordinal);
        string before = isAddress ? $"[{Letter}][._%+-]?" : $"[{Letter}]",
            after = isAddress ? $"[.-]?[{Letter}]" : $"[{Letter}]";
        return (Parts(text[0]) ? $"(?:(?<!{before})|(?<={Coded}))" : "") + Anywhere(text) + (Parts(text[^1]) ? $"(?!{after})" : "");
    }

    private static string Anywhere(string text) => string.Concat(text.Select(Written));

    private static bool Parts(char edge) => char.IsLetterOrDigit(edge) && char.GetUnicodeCategory(edge) != UnicodeCategory.OtherLetter;

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
