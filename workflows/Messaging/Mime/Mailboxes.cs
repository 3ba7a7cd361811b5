using MimeKit;

namespace ACip.Workflows.Messaging.Mime;

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
    private const int LongestHeader = 100_000;

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
        MaxAddressGroupDepth = 1,
    };

    /// <returns>The mailboxes in order, or null where any of it cannot be one: half an address must not pass for a whole one.</returns>
    public static IReadOnlyList<Mailbox>? Read(string header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return [];
        }

        if (
            header.Length > LongestHeader
            || !InternetAddressList.TryParse(Strict, header, out InternetAddressList? list)
            || list.Count > Most
        )
        {
            return null;
        }

        var mailboxes = new List<Mailbox>();
        foreach (InternetAddress entry in list)
        {
            if (entry is not MailboxAddress { Route.Count: 0 } mailbox || Address(mailbox.Address) is not { } address)
            {
                return null;
            }

            mailboxes.Add(new Mailbox((mailbox.Name ?? "").Trim(), address));
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
            if (
                c is <= ' ' or '<' or '>' or '(' or ')' or ',' or ';' or ':' or '"' or '[' or ']' or '\\' or '\u007f'
                || char.IsControl(c)
                || char.IsWhiteSpace(c)
            )
            {
                return null;
            }
        }

        ReadOnlySpan<char> domain = text[(at + 1)..].TrimEnd('.');
        return domain.Length == 0 || domain[0] == '.' || domain.Contains("..", StringComparison.Ordinal)
            ? null
            : $"{text[..at]}@{domain}".ToLowerInvariant();
    }
}
