using System.Net;
using System.Text.RegularExpressions;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>Somebody's browser on a page behind a link: keeps its cookies, and posts forms as they were given.</summary>
internal sealed partial class Browser(HttpClient http, string path, string? signedInAs = null)
{
    private readonly Dictionary<string, string> cookies = [];

    public HttpStatusCode Status { get; private set; }

    public string Page { get; private set; } = "";

    public string ReferrerPolicy { get; private set; } = "";

    public bool HasCookies => cookies.Count > 0;

    public Task<string> OpenAsync(string? elsewhere = null) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path = elsewhere ?? path));

    /// <summary>Posts with the token of the page that is open; follows where it leads.</summary>
    public Task<string> PostAsync(params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var all = new List<KeyValuePair<string, string>>(fields);
        foreach (string hidden in new[] { "csrf", "seen", "then", "tag", "asked", "as-of" })
        {
            if (
                !all.Any(field => field.Key == hidden)
                && Regex.Match(Page, $"name=\"{hidden}\" value=\"([^\"]*)\"") is { Success: true } found
            )
            {
                all.Add(new(hidden, WebUtility.HtmlDecode(found.Groups[1].Value)));
            }
        }

        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(all) });
    }

    /// <summary>What the first form of the open page that decides holds unseen.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Hidden()
    {
        string form = Page[Page.IndexOf("id=\"decide\"", StringComparison.Ordinal)..];
        return
        [
            .. new[] { "csrf", "seen" }.Select(name => new KeyValuePair<string, string>(
                name,
                WebUtility.HtmlDecode(Regex.Match(form, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value)
            )),
        ];
    }

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            if (signedInAs is not null)
            {
                request.Headers.Add("X-Local-Sign-In", signedInAs);
            }

            using HttpResponseMessage answer = await http.SendAsync(request);
            foreach (string set in answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? given) ? given : [])
            {
                string[] pair = set.Split(';')[0].Split('=', 2);
                cookies[pair[0]] = pair[1];
            }

            Status = answer.StatusCode;
            Page = await answer.Content.ReadAsStringAsync();
            ReferrerPolicy = answer.Headers.TryGetValues("Referrer-Policy", out IEnumerable<string>? policy)
                ? string.Join(", ", policy)
                : "";
            return answer.StatusCode == HttpStatusCode.SeeOther
                ? await SendAsync(new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location))
                : Page;
        }
    }
}
