using System.Net;
using System.Text.RegularExpressions;
using ACip.Tests.Scenarios.ActionPlans;

namespace ACip.Tests.Scenarios.Portability;

/// <summary>What people see who follow every link from the start page.</summary>
internal static partial class PagesSeen
{
    /// <returns>By person and path, the page as it was answered.</returns>
    public static async Task<SortedDictionary<string, string>> ByAsync(PlanWorld world, IEnumerable<string> people, int most)
    {
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string person in people)
        {
            var waiting = new Queue<string>(["/"]);
            var known = new HashSet<string>(waiting, StringComparer.Ordinal);
            for (int pages = 0; pages < most && waiting.TryDequeue(out string? path); pages++)
            {
                Answer answer = await world.GetAsync(person, path);
                seen[$"{person} {path}"] = $"{(int)answer.Status} {Convert.ToHexString(answer.Content)}";
                if (answer.Status == HttpStatusCode.OK && !path.Contains("/files/", StringComparison.Ordinal))
                {
                    foreach (Match link in Link().Matches(answer.Text))
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

    [GeneratedRegex("href=\"(/[^\"#]*)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
