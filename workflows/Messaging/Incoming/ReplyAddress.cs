using ACip.Workflows.Messaging.Tokens;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>The address for replies: <c>r+{token}@domain</c>, well within the 64 characters of a local part.</summary>
public static class ReplyAddress
{
    private const int LongestAddress = 320;

    public static string For(string token, string domain) => $"r+{token}@{domain}";

    /// <summary>All distinct tokens in the envelope's recipients, in lower case and in order.</summary>
    /// <param name="recipients">Addresses of the envelope, with or without angle brackets; anything else in them is passed over.</param>
    public static IReadOnlyList<string> Tokens(IEnumerable<string> recipients)
    {
        var tokens = new List<string>();
        foreach (string recipient in recipients)
        {
            ReadOnlySpan<char> address = recipient.AsSpan().Trim().Trim("<>");
            int domain = address.LastIndexOf('@');
            if (domain is < 0 or > 64 || address.Length > LongestAddress)
            {
                continue;
            }

            ReadOnlySpan<char> local = address[..domain].Trim('"');
            foreach (Range part in local.SplitAny("+=._-"))
            {
                if (TaskTokens.Read(local[part]) is { } token && !tokens.Contains(token))
                {
                    tokens.Add(token);
                }
            }
        }

        return tokens;
    }
}
