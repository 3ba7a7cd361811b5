using System.Net.Http.Headers;

namespace SendGrid;

public class BaseClientOptions
{
    public Dictionary<string, string> RequestHeaders { get; set; } = [];

    /// <summary>May have a path, below which the API's own paths are appended.</summary>
    public string Host { get; set; } = "https://api.sendgrid.com";

    public string Version { get; set; } = "v3";

    public string UrlPath { get; set; }

    public AuthenticationHeaderValue Auth { get; set; }
}
