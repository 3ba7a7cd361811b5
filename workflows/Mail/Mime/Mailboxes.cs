using System.Text;

namespace ACip.Workflows.Mail.Mime;

/// <param name="Name">Display name, decoded, without quotes; may be empty.</param>
/// <param name="Address">local@domain in lower case.</param>
public sealed record Mailbox(string Name, string Address)
{
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];
}

/// <summary>Reads a From or To header (RFC 5322, with what mail programs make of it).</summary>
internal static class Mailboxes
{
    private const int Most = 200;

    /// <returns>The mailboxes in order, or null where any of it cannot be one: half an address must not pass for a whole one.</returns>
    public static IReadOnlyList<Mailbox>? Read(string header)
    {
        var mailboxes = new List<Mailbox>();
        foreach (string entry in Entries(header))
        {
            if (One(entry) is not { } mailbox || mailboxes.Count == Most)
            {
                return null;
            }

            mailboxes.Add(mailbox);
        }

        return mailboxes;
    }

    /// <summary>An address alone, in lower case, or null.</summary>
    public static string? Address(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || text.Length - at is < 2 or > 255 || text[..at].Contains('@'))
        {
            return null;
        }

        foreach (char c in text)
        {
            if (c is <= ' ' or '<' or '>' or '(' or ')' or ',' or ';' or ':' or '"' or '[' or ']' or '\\' or '\u007f' || char.IsControl(c) || char.IsWhiteSpace(c))
            {
                return null;
            }
        }

        ReadOnlySpan<char> domain = text[(at + 1)..].TrimEnd('.');
        return domain.Length == 0 || domain[0] == '.' || domain.Contains("..", StringComparison.Ordinal)
            ? null
            : $"{text[..at]}@{domain}".ToLowerInvariant();
    }

    private static Mailbox? One(string entry)
    {
        int open = entry.LastIndexOf('<');
        if (open < 0)
        {
            return Address(entry) is { } bare ? new Mailbox("", bare) : null;
        }

        if (!entry.TrimEnd().EndsWith('>') || Address(entry.AsSpan(open + 1, entry.TrimEnd().Length - open - 2)) is not { } address)
        {
            return null;
        }

        string name = EncodedWords.Decode(entry[..open].Replace("\u0001", "", StringComparison.Ordinal)).Trim().Trim('"').Trim();
        return new Mailbox(name, address);
    }

    /// <summary>Splits at commas outside quotes, comments and angle brackets; comments go. Angle brackets and commas inside quotes are only a name.</summary>
    private static List<string> Entries(string header)
    {
        var entries = new List<string>();
        var entry = new StringBuilder();
        bool quoted = false;
        int comment = 0;
        for (int at = 0; at < header.Length; at++)
        {
            char c = header[at];
            if ((quoted || comment > 0) && c == '\\' && at + 1 < header.Length)
            {
                c = header[++at];
                entry.Append(comment == 0 ? Harmless(c) : "");
            }
            else if (comment == 0 && c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c is '(' or ')'))
            {
                comment = Math.Max(0, comment + (c == '(' ? 1 : -1));
            }
            else if (!quoted && comment == 0 && (c is ',' or ';'))
            {
                Keep();
            }
            else if (comment == 0)
            {
                entry.Append(quoted ? Harmless(c) : c.ToString());
            }
        }

        Keep();
        return entries;

        void Keep()
        {
            if (!string.IsNullOrWhiteSpace(entry.ToString()))
            {
                entries.Add(entry.ToString());
            }

            entry.Clear();
        }
    }

    /// <summary>A bracket inside quotes is only part of a name; the mark keeps it from passing for an address that lacks it.</summary>
    private static string Harmless(char c) => c is '<' or '>' ? "\u0001" : c.ToString();
}
