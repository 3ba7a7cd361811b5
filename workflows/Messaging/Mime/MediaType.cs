using MimeKit;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>What a part says that it is, with its parameters: of Content-Type or of Content-Disposition.</summary>
/// <param name="Value">Lower case, such as text/plain or attachment; empty where nothing can be read.</param>
internal sealed record MediaType(string Value, ParameterList? Parameters)
{
    private static readonly MediaType None = new("", null);

    public string? this[string parameter] => Parameters?[parameter];

    public static MediaType OfType(string? header)
    {
        string sound = Repaired(header);
        return sound.Length == 0 ? None
            : ContentType.TryParse(sound, out ContentType? type) ? new MediaType(type.MimeType.ToLowerInvariant(), type.Parameters)
            : new MediaType(Token(sound), null);
    }

    public static MediaType OfDisposition(string? header)
    {
        string sound = Repaired(header);
        return sound.Length == 0 ? None
            : ContentDisposition.TryParse(sound, out ContentDisposition? disposition)
                ? new MediaType(disposition.Disposition.ToLowerInvariant(), disposition.Parameters)
            : new MediaType(Token(sound), null);
    }

    /// <summary>The first word of a header, without comments and parameters, in lower case.</summary>
    public static string Token(string? header)
    {
        string text = WithoutComments(header ?? "").Trim();
        int end = text.AsSpan().IndexOfAny(" \t;,");
        return (end < 0 ? text : text[..end]).ToLowerInvariant();
    }

    /// <summary>The header without parameters that have no value, which keep a parser from those behind them.</summary>
    public static string Repaired(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return "";
        }

        List<string> parts = Parts(header);
        return string.Join(
            "; ",
            parts
                .Take(1)
                .Concat(
                    parts
                        .Skip(1)
                        .Where(part =>
                            part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && part[(equals + 1)..].Trim().Length > 0
                        )
                )
        );
    }

    private static List<string> Parts(string header)
    {
        var parts = new List<string>();
        bool quoted = false;
        int from = 0;
        for (int at = 0; at <= header.Length; at++)
        {
            if (at < header.Length && header[at] == '\\' && quoted)
            {
                at++;
            }
            else if (at < header.Length && header[at] == '"')
            {
                quoted = !quoted;
            }
            else if (at == header.Length || (header[at] == ';' && !quoted))
            {
                parts.Add(header[Math.Min(from, header.Length)..Math.Min(at, header.Length)].Trim());
                from = at + 1;
            }
        }

        return parts;
    }

    private static string WithoutComments(string header)
    {
        if (!header.Contains('(', StringComparison.Ordinal))
        {
            return header;
        }

        var text = new System.Text.StringBuilder();
        int depth = 0;
        foreach (char c in header)
        {
            depth = c switch
            {
                '(' => depth + 1,
                ')' when depth > 0 => depth - 1,
                _ => depth,
            };
            text.Append(depth == 0 && c != ')' ? c : ' ');
        }

        return text.ToString();
    }
}
