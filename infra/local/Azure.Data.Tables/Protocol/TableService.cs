using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Protocol;

/// <summary>One account's Table service: where it is, and how a request gets there.</summary>
/// <remarks>Everything goes through the caller's transport and policies, so that faults can be injected and calls counted.</remarks>
internal sealed class TableService
{
    private readonly HttpPipeline pipeline;
    private readonly string root;
    private readonly string version;

    public TableService(Uri endpoint, HttpPipelinePolicy authentication, string? account, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        root = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
        AccountName = account ?? AccountIn(endpoint);
        version = options.Version;
        pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    public Uri Endpoint { get; }

    public string AccountName { get; }

    public static TableService Connect(string connectionString, TableClientOptions? options)
    {
        ConnectionString parsed = ConnectionString.Parse(connectionString);
        return Connect(parsed.Endpoint, parsed.Credential, options);
    }

    public static TableService Connect(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new TableService(endpoint, new SharedKeyLite(credential), credential.AccountName, options);
    }

    public static TableService Connect(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        string audience = (options?.Audience ?? TableAudience.AzurePublicCloud).ToString();
        return new TableService(endpoint, new BearerTokenAuthenticationPolicy(credential, $"{audience}/.default"), null, options);
    }

    public Uri Address(string relative) => new(root + relative);

    /// <param name="relative">Path and query below the account, escaped.</param>
    /// <param name="tolerated">A status of 400 or more that is an answer and not a failure.</param>
    /// <exception cref="RequestFailedException">The service refused; Status and ErrorCode say why.</exception>
    public async Task<Response> SendAsync(
        RequestMethod method,
        string relative,
        CancellationToken cancellation,
        ReadOnlyMemory<byte> body = default,
        string contentType = "application/json",
        string? ifMatch = null,
        int tolerated = 0)
    {
        using HttpMessage message = pipeline.CreateMessage();
        Request request = message.Request;
        request.Method = method;
        request.Uri.Reset(Address(relative));
        RequestHeaders headers = request.Headers;
        headers.Add("x-ms-version", version);
        headers.Add("DataServiceVersion", "3.0");
        headers.Add("Accept", "application/json;odata=minimalmetadata");
        if (ifMatch is not null)
        {
            headers.Add("If-Match", ifMatch);
        }

        if (!body.IsEmpty)
        {
            headers.Add("Content-Type", contentType);
            if (method == RequestMethod.Post)
            {
                headers.Add("Prefer", "return-no-content");
            }

            request.Content = RequestContent.Create(body);
        }

        await pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        Response response = message.Response;
        return response.Status < 400 || response.Status == tolerated ? response : throw TableErrors.From(response);
    }

    // https://account.table.core.windows.net, or http://127.0.0.1:10002/account
    private static string AccountIn(Uri endpoint) =>
        endpoint.HostNameType is UriHostNameType.Dns && endpoint.Host != "localhost"
            ? endpoint.Host.Split('.')[0]
            : endpoint.Segments.Skip(1).FirstOrDefault("").TrimEnd('/');
}
