namespace ACip.Local.Mail.Sending.Rules;

internal sealed class ContentIsInOrder : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now)
    {
        string[] types = [.. (request.Content ?? []).Select(part => part.Type)];
        if (types.Length == 0)
        {
            yield return SendError.About(
                "content",
                "content",
                "The content parameter is required. It must be an array of at least one object, containing the type and value of the content."
            );
        }

        if (types.Any(type => type.AsSpan().ContainsAny(";\r\n") || !type.Contains('/', StringComparison.Ordinal)))
        {
            yield return SendError.About(
                "content",
                "content",
                "The content type must be a MIME type and cannot contain ';' or CRLF characters."
            );
        }

        if (types.Select(Rank) is var ranks && !ranks.SequenceEqual(ranks.Order()))
        {
            yield return SendError.About(
                "content",
                "content",
                "If present, text/plain and text/html must be the first and second, in that order; any other content follows."
            );
        }

        if (types.Where(type => Rank(type) < 2).GroupBy(Rank).Any(same => same.Count() > 1))
        {
            yield return SendError.About("content", "content", "If present, text/plain and text/html may only be provided once.");
        }
    }

    private static int Rank(string type) =>
        type.ToLowerInvariant() switch
        {
            "text/plain" => 0,
            "text/html" => 1,
            _ => 2,
        };
}
