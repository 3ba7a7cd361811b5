using System.Buffers;

namespace ACip.Workflows.Mail.Incoming;

/// <summary>Inbound Parse's own notation: <c>{@customs.gov.gh : pass, @mailer.example : fail}</c>, or <c>none</c>.</summary>
internal static class DkimField
{
    private const int Most = 50;
    private static readonly SearchValues<char> NotInDomains = SearchValues.Create(" \t\"'<>()");

    /// <summary>Each signing domain with its result, in order. Whatever does not read as one is left out, so it proves nothing.</summary>
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

            ReadOnlySpan<char> domain = entry[..colon].Trim();
            ReadOnlySpan<char> result = entry[(colon + 1)..].Trim();
            // an identity may come whole (user@domain); the domain behind the last @ is what signed
            domain = domain[(domain.LastIndexOf('@') + 1)..];
            if (domain.Length is > 0 and <= 253 && !domain.ContainsAny(NotInDomains) && result.Length is > 0 and <= 20)
            {
                results.Add(new DkimResult(domain.ToString().ToLowerInvariant().TrimEnd('.'), result.ToString().ToLowerInvariant()));
            }
        }

        return results;
    }
}
