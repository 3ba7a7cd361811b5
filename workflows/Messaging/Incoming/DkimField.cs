namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Inbound Parse's own notation: <c>{@customs.gov.gh : pass, @mailer.example : fail}</c>, or <c>none</c>.</summary>
internal static class DkimField
{
    private const int Most = 50;

    /// <summary>Each signing domain with its result, in order. Anything that cannot be parsed is left out and so proves nothing.</summary>
    public static IReadOnlyList<DkimResult> Read(string? field)
    {
        var results = new List<DkimResult>();
        foreach (Range range in (field ?? "").AsSpan().SplitAny("{},;\r\n"))
        {
            ReadOnlySpan<char> entry = field.AsSpan()[range].Trim();
            int colon = entry.IndexOf(':');
            if (colon <= 0 || results.Count == Most)
            {
                continue;
            }

            ReadOnlySpan<char> result = entry[(colon + 1)..].Trim();
            if (result.Length is > 0 and <= 20 && DomainOf(entry[..colon].Trim()) is { } domain)
            {
                results.Add(new DkimResult(domain, result.ToString().ToLowerInvariant()));
            }
        }

        return results;
    }

    /// <summary>The domain of a signing identity: the domain alone, "@domain" or "user@domain".</summary>
    /// <returns>Lower case; null where it is none, or holds more than one: "@evil.example/@customs.example" is nobody's.</returns>
    public static string? DomainOf(ReadOnlySpan<char> identity)
    {
        int at = identity.LastIndexOf('@');
        ReadOnlySpan<char> user = at < 0 ? [] : identity[..at];
        foreach (char c in user)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+' or '='))
            {
                return null;
            }
        }

        string domain = identity[(at + 1)..].ToString().ToLowerInvariant().TrimEnd('.');
        return OrganisationalDomain.IsWellFormed(domain) ? domain : null;
    }
}
