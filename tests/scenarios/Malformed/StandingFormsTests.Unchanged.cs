using System.Net;
using System.Text.RegularExpressions;

namespace ACip.Tests.Scenarios.Malformed;

public sealed partial class StandingFormsTests
{
    /// <summary>Pages of one kind are alike: so many of each are opened.</summary>
    private const int PagesOfAKind = 3;

    [Fact]
    public async Task A_form_that_is_saved_as_it_was_shown_changes_nothing()
    {
        await EnterBooksAsync();
        var wrong = new List<string>();
        int saved = 0;
        foreach (string role in new[] { "officer-two", "coordinator-et" })
        {
            foreach (string path in await PagesAsync(role))
            {
                foreach (PageForm form in PageForm.On(await ReadAsync(path, role), path.Split('?')[0]).Where(ShowsWhatStands))
                {
                    IReadOnlyDictionary<string, string> before = await EverythingStored.ReadAsync(world.World);
                    HttpStatusCode status = await PostAsync(form, role);
                    IReadOnlyList<string> changed = EverythingStored.Changed(before, await EverythingStored.ReadAsync(world.World));
                    output.WriteLine($"{role}: {(int)status} {form.Action} on {path}: {string.Join(", ", changed)}");
                    saved++;
                    if (status != HttpStatusCode.SeeOther || changed.Count > 0)
                    {
                        wrong.Add($"{role}: {(int)status} {form.Action} on {path}: {string.Join(", ", changed)}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {saved}:\n{string.Join('\n', wrong)}");
        Assert.InRange(saved, 20, 1000);
    }

    /// <summary>It shows something that can be changed, and a browser would send it as it is.</summary>
    private static bool ShowsWhatStands(PageForm form) =>
        form.Fields.Any(field => field.Name is "seen" or "tag")
        && form.Fields.Any(field => field.Kind is not ("hidden" or "button" or "checkbox") && field.Value.Length > 0)
        && !form.Fields.Any(field => field.IsRequired && field.Value.Length == 0)
        && form.Fields.FirstOrDefault(field => field.Kind == "button")?.Value is null or "" or "save";

    private async Task<IReadOnlyList<string>> PagesAsync(string role)
    {
        List<string> found = ["/", "/questionnaire", "/pmm/reference"];
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int at = 0; at < found.Count; at++)
        {
            foreach (Match link in Links().Matches(await ReadAsync(found[at], role)))
            {
                string to = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0],
                    path = to.Split('?')[0];
                bool asks = to.Contains("period=", StringComparison.Ordinal);
                (to, string kind) = (asks ? to : path, Kind(path) + (asks ? "?" : ""));
                if (
                    !found.Contains(to)
                    && !Elsewhere.Any(one => to.StartsWith(one, StringComparison.Ordinal))
                    && kinds.GetValueOrDefault(kind) < PagesOfAKind
                )
                {
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    found.Add(to);
                }
            }
        }

        return found;
    }

    private static readonly string[] Elsewhere = ["/.auth", "/api/", "/lists/", "/developers", "/static"];

    /// <summary>The route that a path belongs to; items of a draft and of a framework are as different as their sections.</summary>
    private static string Kind(string path) =>
        Sections().IsMatch(path) ? path
        : Items().IsMatch(path) ? path[..path.LastIndexOf('/')]
        : Door.All.Where(door => door.Leads(path)).OrderBy(door => door.Parameters.Count).FirstOrDefault()?.Template ?? path;

    [GeneratedRegex("/(draft|framework)/[^/]+$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sections();

    [GeneratedRegex("/(draft|framework)/[^/]+/[^/]+$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Items();

    [GeneratedRegex("""href="(/[^"]*)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();
}
