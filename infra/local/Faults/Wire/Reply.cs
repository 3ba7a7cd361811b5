using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ACip.Local.Faults.Wire;

/// <summary>An answer of the proxy's own.</summary>
internal sealed record Reply(int Status, string? ContentType = null, string Body = "")
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <param name="method">An answer to HEAD has no body, nor a type: the client would look for what has it.</param>
    public byte[] Bytes(string method)
    {
        bool bare = method == "HEAD" || Body.Length == 0;
        byte[] body = bare ? [] : Encoding.UTF8.GetBytes(Body);
        var head = new StringBuilder(
            $"HTTP/1.1 {Status} {ReasonPhrases.GetReasonPhrase(Status)}\r\nDate: {DateTime.UtcNow:R}\r\nContent-Length: {body.Length}\r\n"
        );
        foreach ((string name, string value) in bare || ContentType is null ? Headers : [.. Headers, ("Content-Type", ContentType)])
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
