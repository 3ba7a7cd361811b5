using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Turns calls into HTTP requests below the host of its options.</summary>
/// <remarks>Unlike the genuine one it never retries by itself; the genuine one does not either unless ReliabilitySettings say so.</remarks>
public abstract class BaseClient : ISendGridClient
{
    private const string Json = "application/json";
    private readonly BaseClientOptions options;
    private readonly HttpClient client;

    protected BaseClient(BaseClientOptions options)
        : this(httpClient: null, options)
    {
    }

    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        client = httpClient ?? new HttpClient();
        if (options.RequestHeaders?.TryGetValue("Content-Type", out string mediaType) == true)
        {
            MediaType = mediaType;
        }
    }

    public enum Method
    {
        DELETE,
        GET,
        PATCH,
        POST,
        PUT,
    }

    public string UrlPath
    {
        get => options.UrlPath;
        set => options.UrlPath = value;
    }

    public string Version
    {
        get => options.Version;
        set => options.Version = value;
    }

    public string MediaType { get; set; } = Json;

    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header)
    {
        string[] parts = header.Value.Split();
        return new AuthenticationHeaderValue(parts[0], parts[1]);
    }

    /// <summary>Any HTTP status is an answer; only a connection that fails is an exception.</summary>
    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        HttpResponseMessage answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new Response(answer.StatusCode, answer.Content, answer.Headers);
    }

    /// <param name="queryParams">A JSON object; each member becomes a query parameter.</param>
    public async Task<Response> RequestAsync(
        Method method,
        string requestBody = null,
        string queryParams = null,
        string urlPath = null,
        CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), Address(urlPath ?? UrlPath, queryParams));
        if (requestBody is not null)
        {
            request.Content = new StringContent(requestBody, Encoding.UTF8, MediaType);
            if (MediaType == Json)
            {
                request.Content.Headers.ContentType!.CharSet = null;
            }
        }

        foreach ((string name, string value) in options.RequestHeaders ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Authorization = options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        request.Headers.UserAgent.TryParseAdd("sendgrid/0.0.0-local csharp");
        return await MakeRequest(request, cancellationToken).ConfigureAwait(false);
    }

    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default) =>
        RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);

    private Uri Address(string path, string queryParams)
    {
        string address = $"{options.Host.TrimEnd('/')}/{(Version is null ? path : $"{Version}/{path}")}";
        if (queryParams is null)
        {
            return new Uri(address);
        }

        using JsonDocument query = JsonDocument.Parse(queryParams);
        return new Uri(address + "?" + string.Join('&', query.RootElement.EnumerateObject().SelectMany(Values)));
    }

    private static IEnumerable<string> Values(JsonProperty parameter) => parameter.Value.ValueKind == JsonValueKind.Array
        ? parameter.Value.EnumerateArray().Select(value => $"{parameter.Name}={value}")
        : [$"{parameter.Name}={parameter.Value}"];
}
