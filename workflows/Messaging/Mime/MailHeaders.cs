using System.Text;
using MimeKit;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>The header fields of a message or part, in order, unfolded, with encoded words still as they came.</summary>
public sealed record MailHeaders(IReadOnlyList<MailHeader> Fields)
{
    private const int MostFields = 1_000;

    public static MailHeaders None { get; } = new([]);

    /// <summary>The first of that name, trimmed, not decoded; null where there is none.</summary>
    public string? this[string name] => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    public IEnumerable<string> All(string name) =>
        Fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    /// <returns>What can be read of them; a block that is none gives none.</returns>
    public static MailHeaders Read(string block)
    {
        // the empty line ends a header block; what stands behind it is none of them
        using MemoryStream stream = WholeMail.AsStream(HeaderBounds.Apply(Encoding.UTF8.GetBytes(block.Trim('\r', '\n') + "\r\n\r\n")));
        try
        {
            return Of(new MimeParser(ParserOptions.Default, stream, MimeFormat.Entity).ParseHeaders());
        }
        catch (FormatException)
        {
            return None;
        }
    }

    internal static MailHeaders Of(HeaderList headers) =>
        new([.. headers.Where(header => header.Field.AsSpan().IndexOfAny(" \t\r\n") < 0).Take(MostFields).Select(header => new MailHeader(header.Field, Value(header)))]);

    private static string Value(Header header)
    {
        ReadOnlySpan<byte> raw = header.RawValue;
        string text = Charsets.Undeclared(raw[..Math.Min(raw.Length, HeaderBounds.LongestField)]);
        return text.Contains('\n', StringComparison.Ordinal) ? Header.Unfold(text).Trim() : text.Trim();
    }
}

public sealed record MailHeader(string Name, string Value);
