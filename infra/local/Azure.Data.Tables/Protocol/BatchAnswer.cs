using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>The answer to one step of a transaction, cut out of the answer to the whole.</summary>
internal sealed class BatchAnswer : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    private BatchAnswer(int status, string reason) => (Status, ReasonPhrase) = (status, reason);

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    /// <summary>All of them if the transaction went through, else the one that failed.</summary>
    public static List<Response> ReadAll(BinaryData content)
    {
        List<Response> answers = [];
        using var lines = new StringReader(content.ToString());
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                answers.Add(Read(line, lines));
            }
        }

        return answers;
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out string? value) ? [value] : null;
        return values is not null;
    }

    private static BatchAnswer Read(string status, StringReader lines)
    {
        string[] parts = status.Split(' ', 3);
        var answer = new BatchAnswer(int.Parse(parts[1], CultureInfo.InvariantCulture), parts.Length > 2 ? parts[2] : "");
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            int colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                answer.headers[header[..colon]] = header[(colon + 1)..].Trim();
            }
        }

        var body = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
        {
            body.AppendLine(line);
        }

        answer.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body.ToString().Trim()));
        return answer;
    }
}
