namespace ACip.Local.Mail.Sending.Rules;

internal sealed class HeadersAreAllowed : ISendRule
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id",
        "x-sg-eid",
        "received",
        "dkim-signature",
        "Content-Type",
        "Content-Transfer-Encoding",
        "To",
        "From",
        "Subject",
        "Reply-To",
        "CC",
        "BCC",
    };

    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now) =>
        Check("headers", request.Headers)
            .Concat(request.Personalizations.SelectMany((envelope, index) => Check($"personalizations.{index}.headers", envelope.Headers)));

    private static IEnumerable<SendError> Check(string path, IReadOnlyDictionary<string, string>? headers)
    {
        foreach ((string name, string value) in headers ?? new Dictionary<string, string>())
        {
            string field = $"{path}.{name}";
            if (Reserved.Contains(name))
            {
                yield return SendError.About(field, "headers", $"The header '{name}' is a reserved header and cannot be set.");
            }
            else if (name.Length == 0 || name.Any(letter => letter is <= ' ' or ':' or > '~'))
            {
                yield return SendError.About(field, "headers", "Header names must be printable ASCII without spaces or colons.");
            }

            if (value.Any(letter => letter is < ' ' or > '~'))
            {
                yield return SendError.About(field, "headers", "Header values must be printable ASCII; anything else must be encoded.");
            }
        }
    }
}
