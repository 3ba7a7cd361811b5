namespace SendGrid;

public class SendGridClient : BaseClient, ISendGridClient
{
    public SendGridClient(
        string apiKey,
        string host = null,
        Dictionary<string, string> requestHeaders = null,
        string version = null,
        string urlPath = null)
        : this(httpClient: null, Options(apiKey, host, requestHeaders, version, urlPath))
    {
    }

    public SendGridClient(SendGridClientOptions options)
        : this(httpClient: null, options)
    {
    }

    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }

    private static SendGridClientOptions Options(
        string apiKey, string host, Dictionary<string, string> requestHeaders, string version, string urlPath)
    {
        var options = new SendGridClientOptions { ApiKey = apiKey, UrlPath = urlPath };
        options.Host = host ?? options.Host;
        options.RequestHeaders = requestHeaders ?? options.RequestHeaders;
        options.Version = version ?? options.Version;
        return options;
    }
}
