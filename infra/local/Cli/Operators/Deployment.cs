using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ACip.Local.Cli.Operators;

/// <summary>A deployment of the application, anywhere, spoken to through its API.</summary>
internal sealed class Deployment : IDisposable
{
    /// <summary>Options of every command that speaks to one.</summary>
    public static readonly IReadOnlySet<string> Options = new HashSet<string> { "--url", "--key" };

    private const string Address = "ACIP_URL",
        Key = "ACIP_KEY";

    private static readonly JsonSerializerOptions Shapes = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>Of a request that is told to come again later.</summary>
    private const int MostTries = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly HttpClient http;

    internal Deployment(HttpClient http) => this.http = http;

    public Uri Url => http.BaseAddress!;

    /// <summary>True where the environment names one.</summary>
    public static bool IsNamed => Environment.GetEnvironmentVariable(Address) is { Length: > 0 };

    /// <exception cref="UsageException">The address is none, or no key is given.</exception>
    public static Deployment Of(Arguments given)
    {
        string url = given.Text("--url", Environment.GetEnvironmentVariable(Address) ?? "http://localhost:7071");
        string key = given.Text("--key", Environment.GetEnvironmentVariable(Key) ?? "");
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw new UsageException(
                $"'{url}' is no address of a deployment. Write it as https://acip.example.org, by --url or {Address}."
            );
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            throw new UsageException($"{address} is not encrypted, and the key would be read on the way. Use https.");
        }

        if (key.Length == 0)
        {
            throw new UsageException(
                $"Which key? Give it by {Key} or --key: 'serve' prints that of its platform; on Azure, 'az functionapp keys set --key-type functionKeys --key-name operator' makes one."
            );
        }

        var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Add("x-functions-key", key);
        return new Deployment(http);
    }

    /// <exception cref="RefusedException">It answers something other than what was asked for; the message says what to do.</exception>
    public async Task<T> AskAsync<T>(HttpMethod method, string path, object? body = null) =>
        await SendAsync<T>(method, path, body is null ? null : JsonContent.Create(body));

    /// <inheritdoc cref="AskAsync"/>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content)
    {
        using HttpResponseMessage answer = await AnswerAsync(method, path, content, HttpCompletionOption.ResponseContentRead);
        return (await answer.Content.ReadFromJsonAsync<T>(Shapes))!;
    }

    /// <summary>An answer that is read while it comes.</summary>
    /// <inheritdoc cref="AskAsync"/>
    public Task<HttpResponseMessage> OpenAsync(string path) =>
        AnswerAsync(HttpMethod.Get, path, null, HttpCompletionOption.ResponseHeadersRead);

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> AnswerAsync(HttpMethod method, string path, HttpContent? content, HttpCompletionOption until)
    {
        for (int tries = 1; ; tries++)
        {
            HttpResponseMessage answer = await SendOnceAsync(method, path, content, until);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }

            using (answer)
            {
                if (tries == MostTries || LaterOf(answer) is not { } later)
                {
                    throw new RefusedException(await WhyAsync(answer, path));
                }

                await Task.Delay(later);
            }
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpMethod method, string path, HttpContent? content, HttpCompletionOption until)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        try
        {
            return await http.SendAsync(request, until);
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
        {
            throw new RefusedException($"Nothing answers at {Url} ({silent.Message}). Is it the address of a deployment, and does it run?");
        }
        finally
        {
            request.Content = null; // it may be sent again
        }
    }

    /// <returns>Null where the answer says nothing of a later time.</returns>
    private static TimeSpan? LaterOf(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        && answer.Headers.RetryAfter?.Delta is { } later
        && later <= LongestWait
            ? later
            : null;

    private async Task<string> WhyAsync(HttpResponseMessage answer, string path)
    {
        string? detail = await DetailAsync(answer);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"{Url} does not take this key. It has to be a function key of the app, or its host's; export and import take the master key alone.",
            HttpStatusCode.NotFound when detail is null => $"{Url} knows no {path}: an older version runs there, or another application.",
            HttpStatusCode.ServiceUnavailable => $"{Url} cannot do it now (503). Look at {Url}api/health, and try again.",
            _ => detail is null
                ? string.Create(CultureInfo.InvariantCulture, $"{Url} answers {(int)answer.StatusCode} without a reason.")
                : detail,
        };
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage answer)
    {
        try
        {
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("detail", out JsonElement detail)
                ? detail.GetString()
                : null;
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>A deployment does not do what was asked; the message says why, and what to do.</summary>
internal sealed class RefusedException(string message) : Exception(message);
