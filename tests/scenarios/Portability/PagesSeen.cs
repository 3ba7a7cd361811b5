using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ACip.Tests.Scenarios.Portability;

/// <summary>What people see who follow every link from the start page.</summary>
internal static partial class PagesSeen
{
    /// <returns>By person and path, the page as it was answered.</returns>
    public static async Task<SortedDictionary<string, string>> ByAsync(string baseUrl, IEnumerable<string> people, int most)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(baseUrl) };
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string person in people)
        {
            var waiting = new Queue<string>(["/"]);
            var known = new HashSet<string>(waiting, StringComparer.Ordinal);
            for (int pages = 0; pages < most && waiting.TryDequeue(out string? path); pages++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("X-Local-Sign-In", person);
                using HttpResponseMessage answer = await http.SendAsync(request);
                string text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
                seen[$"{person} {path}"] = $"{(int)answer.StatusCode} {Tag().Replace(text, "")}";
                if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    foreach (Match link in Link().Matches(text))
                    {
                        string to = WebUtility.HtmlDecode(link.Groups[1].Value);
                        if (!to.StartsWith("/.auth", StringComparison.Ordinal) && known.Add(to))
                        {
                            waiting.Enqueue(to);
                        }
                    }
                }
            }
        }

        return seen;
    }

    public static string Parting(string? one, string? other)
    {
        (string was, string now) = (one ?? "", other ?? "");
        int at = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        int from = Math.Max(0, at - 80);
        return $"…{was[from..Math.Min(was.Length, at + 80)]}… is …{now[from..Math.Min(now.Length, at + 80)]}…";
    }

    /// <summary>By which a form knows whether its row was written since; storage draws another at each writing.</summary>
    [GeneratedRegex("name=\"seen\" value=\"[^\"]*\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"(/[^\"#]*)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
