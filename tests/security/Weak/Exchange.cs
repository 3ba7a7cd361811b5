using System.Net;

namespace ACip.Tests.Security.Weak;

/// <summary>A request on its way to the sound house, and what comes back.</summary>
internal sealed class Exchange(string method, string path, Dictionary<string, string> headers, byte[] body)
{
    public string Method { get; } = method;

    /// <summary>With the query, as it stands on the wire.</summary>
    public string Path { get; } = path;

    public Dictionary<string, string> Headers { get; } = headers;

    public byte[] Body { get; set; } = body;

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public Dictionary<string, string[]> AnswerHeaders { get; } = [];

    public byte[] Answer { get; set; } = [];

    public bool IsPostTo(string end) => Method == "POST" && Path.Split('?')[0].EndsWith(end, StringComparison.Ordinal);
}

/// <summary>One defence that is gone.</summary>
/// <param name="sound">Asks the sound house.</param>
internal delegate Task Weakness(Exchange exchange, Func<Task> sound);
