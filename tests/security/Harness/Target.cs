using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace ACip.Tests.Security.Harness;

/// <summary>The simulator that is attacked, over HTTP.</summary>
internal sealed class Target : IDisposable
{
    public const string SignIn = "X-Local-Sign-In";

    private readonly Budget budget;

    public Target(Uri site, int requests, TimeSpan time)
    {
        budget = new Budget(requests, time);
        Http = new HttpClient(budget) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(90) };
    }

    public HttpClient Http { get; }

    public int Sent => budget.Sent;

    /// <param name="body">Bytes and JSON as they are; anything else becomes JSON.</param>
    /// <param name="person">Signed in; null: nobody.</param>
    public async Task<Seen> SendAsync(
        string? person,
        HttpMethod method,
        string path,
        object? body = null,
        params IEnumerable<(string Name, string Value)> headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            byte[] bytes => new ByteArrayContent(bytes),
            JsonNode node => new StringContent(node.ToJsonString(), Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        if (person is not null)
        {
            request.Headers.Add(SignIn, person);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage answer = await Http.SendAsync(request);
        return await Seen.OfAsync(answer);
    }

    public Task<Seen> GetAsync(string? person, string path) => SendAsync(person, HttpMethod.Get, path);

    public Task<Seen> PostAsync(string? person, string path, object? body = null) => SendAsync(person, HttpMethod.Post, path, body);

    /// <summary>An answer that has to come, or nothing can be attacked.</summary>
    public async Task<Seen> MustAsync(
        string person,
        HttpMethod method,
        string path,
        object? body = null,
        params IEnumerable<(string Name, string Value)> headers
    )
    {
        Seen seen = await SendAsync(person, method, path, body, headers);
        return (int)seen.Status is >= 200 and < 300 ? seen : throw new InvalidOperationException($"{method} {path} as {person}: {seen}");
    }

    /// <summary>Until all has happened that follows from what was done: moving the clock waits for it, by no time, too.</summary>
    public Task QuietAsync() => MoveAsync(new { days = 0 });

    public async Task AdvanceToAsync(DateTimeOffset at)
    {
        Seen seen = await PostAsync(null, "local/clock/advance", new { to = at });
        if (seen.Status != HttpStatusCode.OK && !seen.Text.Contains("never goes back", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The clock does not move: {seen}");
        }
    }

    public Task AdvanceAsync(int days) => MoveAsync(new { days });

    public void Dispose() => Http.Dispose();

    private async Task MoveAsync(object by)
    {
        Seen seen = await PostAsync(null, "local/clock/advance", by);
        if (seen.Status != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The clock does not move: {seen}");
        }
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Seen(HttpStatusCode Status, string? Tag, TimeSpan? RetryAfter, IReadOnlyList<string> HeaderNames, string Text)
{
    /// <summary>What stands in the answer where our code fell over and told how it is built.</summary>
    private static readonly string[] Traces =
    [
        "   at ",
        ".cs:line",
        "System.NullReferenceException",
        "System.InvalidOperationException",
        "Microsoft.Azure.Functions",
        "StackTrace",
    ];

    public bool IsOurFault => (int)Status >= 500;

    public bool TellsHowItIsBuilt => Traces.Any(trace => Text.Contains(trace, StringComparison.Ordinal));

    public JsonNode Json => JsonNode.Parse(Text)!;

    public static async Task<Seen> OfAsync(HttpResponseMessage answer) =>
        new(
            answer.StatusCode,
            answer.Headers.ETag?.Tag,
            answer.Headers.RetryAfter?.Delta,
            [.. answer.Headers.NonValidated.Select(header => header.Key)],
            await answer.Content.ReadAsStringAsync()
        );

    public override string ToString() => $"{(int)Status} {(Text.Length > 160 ? $"{Text[..160]}…" : Text)}".ReplaceLineEndings(" ");
}
