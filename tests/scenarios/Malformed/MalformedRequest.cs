using System.Text;
using ACip.Functions.Authorization;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Something that is not what we take, sent to one door.</summary>
/// <param name="Path">With the query, as it stands on the wire.</param>
internal sealed record MalformedRequest(Door Door, string Path, string? Person, string What)
{
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public string? Cookie { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public HttpRequestMessage Message(string site, string key)
    {
        // as it is written: what a client would mend on the way would never be seen here
        var address = new Uri(
            $"{site.TrimEnd('/')}/{Path.TrimStart('/')}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        var message = new HttpRequestMessage(Door.Method, address);
        if (Person is not null)
        {
            message.Headers.Add("X-Local-Sign-In", Person);
        }

        if (Cookie is not null)
        {
            message.Headers.TryAddWithoutValidation("Cookie", Cookie);
        }

        if (Door.NeedsKey && Person is not null)
        {
            message.Headers.Add("x-functions-key", key);
        }

        foreach ((string name, string value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return message;
    }

    /// <summary>The same with the fields of a form; null values are left out.</summary>
    public MalformedRequest With(IEnumerable<KeyValuePair<string, string>> fields) =>
        this with
        {
            Body = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{Escape(field.Key)}={Escape(field.Value)}"))),
            ContentType = "application/x-www-form-urlencoded",
        };

    public static KeyValuePair<string, string> Csrf(string token) => KeyValuePair.Create(CsrfToken.Field, token);

    public override string ToString() => $"{Door.Method} {(Path.Length > 120 ? $"{Path[..120]}…" : Path)} as {Person ?? "nobody"}: {What}";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (byte one in Encoding.UTF8.GetBytes(text))
        {
            escaped.Append(char.IsAsciiLetterOrDigit((char)one) ? ((char)one).ToString() : $"%{one:X2}");
        }

        return escaped.ToString();
    }
}
