using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Cli.Platform;

namespace ACip.Tests.Bench.Pages;

/// <summary>How heavy pages are with so many administrations: from the home of each kind of reader along the links, a few pages of each
/// kind, the heaviest first.</summary>
internal static partial class PageWeights
{
    private const int Most = 250,
        OfAKind = 2,
        OfAList = 5,
        Wanted = 60_000;

    private static readonly string[] People = ["officer-one", "approver-one", "auditor", "reader-norad"];

    public static async Task<int> RunAsync(int administrations)
    {
        await using LocalPlatform platform = await ThreeYears.StartAsync(administrations);
        var heavy = new List<(int Bytes, string Path, string Person)>();
        foreach (string person in People)
        {
            using var http = new HttpClient { BaseAddress = new Uri(platform.BaseUrl) };
            http.DefaultRequestHeaders.Add("X-Local-Sign-In", person);
            IReadOnlyList<(int Bytes, string Path)> pages = await WalkAsync(http);
            Console.WriteLine(
                $"{person}: {pages.Count} pages, the heaviest {pages.Max(page => page.Bytes):N0} bytes, {pages.Count(page => page.Bytes > Wanted)} over {Wanted:N0}"
            );
            heavy.AddRange(pages.Select(page => (page.Bytes, page.Path, person)));
        }

        foreach ((int bytes, string path, string person) in heavy.OrderByDescending(page => page.Bytes).Take(40))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes, 9:N0}  {path}  ({person})"));
        }

        return heavy.Exists(page => page.Bytes > Wanted) ? 1 : 0;
    }

    private static async Task<IReadOnlyList<(int Bytes, string Path)>> WalkAsync(HttpClient http)
    {
        var next = new Queue<string>(["/"]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var pages = new List<(int, string)>();
        while (next.TryDequeue(out string? path) && pages.Count < Most)
        {
            using HttpResponseMessage answer = await http.GetAsync(path);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || !answer.IsSuccessStatusCode)
            {
                continue;
            }

            byte[] body = await answer.Content.ReadAsByteArrayAsync();
            pages.Add((body.Length, path));
            foreach (Match link in Links().Matches(System.Text.Encoding.UTF8.GetString(body)))
            {
                string to = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                string kind = Named().Replace(to, "/*");
                if (
                    !Elsewhere().IsMatch(to)
                    && kinds.GetValueOrDefault(kind) < (kind.Contains("/lists/", StringComparison.Ordinal) ? OfAList : OfAKind)
                    && seen.Add(to)
                )
                {
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    next.Enqueue(to);
                }
            }
        }

        return pages;
    }

    [GeneratedRegex("href=\"(/[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    /// <summary>A part of an address that names one thing among many.</summary>
    [GeneratedRegex("/[^/?]*[0-9-][^/?]*|=[^&]*", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex("^/(.auth|style|script)|take=|lang=|list\\.(csv|xlsx)|sort=", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
