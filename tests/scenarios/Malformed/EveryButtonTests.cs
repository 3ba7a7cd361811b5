using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Each role opens every page that it is shown a link to, fills each form's empty fields with something, and presses each of its
/// buttons: it is done, or the page says what is missing. No error page, and no refusal of what was offered.</summary>
public sealed partial class EveryButtonTests(MalformedWorld world, ITestOutputHelper output) : IClassFixture<MalformedWorld>
{
    /// <summary>Pages of one kind are alike: so many of each are opened.</summary>
    private const int PagesOfAKind = 2;

    /// <summary>Those who change least come first, for what one does is there for the next.</summary>
    private static readonly string[] Roles =
    [
        "reader-norad",
        "auditor",
        "integrity-officer",
        "coordinator-af",
        "coordinator-et",
        "approver-two",
        "officer-two",
    ];

    private static readonly HttpStatusCode[] Told =
    [
        HttpStatusCode.BadRequest,
        HttpStatusCode.Conflict,
        HttpStatusCode.PreconditionFailed,
        HttpStatusCode.UnprocessableEntity,
    ];

    [Fact]
    public async Task Every_button_does_something_or_says_what_is_missing()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(world.World.Platform.BaseUrl),
        };
        var wrong = new List<string>();
        int pressed = 0;
        foreach (string role in Roles)
        {
            HashSet<string> done = [];
            foreach (string path in await PagesAsync(http, role, wrong))
            {
                foreach ((string action, string? name, string value) in Buttons(await ReadAsync(http, role, path), path))
                {
                    if (done.Add($"{Kind(action)} {name}={value}"))
                    {
                        pressed++;
                        await PressAsync(http, role, path, (action, name, value), wrong);
                    }
                }
            }

            output.WriteLine($"{role}: {done.Count} kinds of button");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {pressed}:\n{string.Join('\n', wrong.Take(60))}");
        Assert.InRange(pressed, 60, 1000);
    }

    /// <summary>All pages that links lead to, a few of each kind.</summary>
    private async Task<IReadOnlyList<string>> PagesAsync(HttpClient http, string role, List<string> wrong)
    {
        List<string> found = ["/"];
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int at = 0; at < found.Count; at++)
        {
            using HttpResponseMessage answer = await SendAsync(http, role, HttpMethod.Get, found[at], null);
            string html = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther))
            {
                wrong.Add($"{role}: {(int)answer.StatusCode} {found[at]}, to which a link led");
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            read[found[at]] = html;
            foreach (Match link in Links().Matches(html))
            {
                string to = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#', '?')[0];
                if (
                    !found.Contains(to)
                    && !to.StartsWith("/.auth", StringComparison.Ordinal)
                    && !to.StartsWith("/api/", StringComparison.Ordinal)
                    && !to.StartsWith("/lists/", StringComparison.Ordinal)
                    && kinds.GetValueOrDefault(Kind(to)) < PagesOfAKind
                )
                {
                    kinds[Kind(to)] = kinds.GetValueOrDefault(Kind(to)) + 1;
                    found.Add(to);
                }
            }
        }

        foreach ((string path, string html) in read)
        {
            foreach (Match link in Places().Matches(html))
            {
                string to = WebUtility.HtmlDecode(link.Groups[1].Value) is { Length: > 0 } other ? other : path;
                if (
                    read.TryGetValue(to, out string? target) && !target.Contains($"id=\"{link.Groups[2].Value}\"", StringComparison.Ordinal)
                )
                {
                    wrong.Add($"{role}: {path} leads to {link.Value}, and there is no such place");
                }
            }
        }

        Assert.Contains("/developers", found);
        return found;
    }

    private static IEnumerable<(string Action, string? Name, string Value)> Buttons(string html, string path) =>
        from form in PageForm.On(html, path)
        from button in form.Fields.Where(field => field.Kind == "button").DefaultIfEmpty()
        select (form.Action, button?.Name, button?.Value ?? "");

    private async Task PressAsync(
        HttpClient http,
        string role,
        string path,
        (string Action, string? Name, string Value) button,
        List<string> wrong
    )
    {
        // as it stands by now: pressing another may have changed it, or taken the form away
        PageForm? form = PageForm
            .On(await ReadAsync(http, role, path), path)
            .FirstOrDefault(one =>
                one.Action == button.Action
                && (button.Name is null || one.Fields.Any(field => field.Name == button.Name && field.Value == button.Value))
            );
        if (form is null)
        {
            return;
        }

        var sent = form
            .Fields.Where(field => field.Kind is not ("button" or "file"))
            .Where(field => field.Kind is not ("radio" or "checkbox") || field.IsChecked)
            .Select(field => KeyValuePair.Create(field.Name, field.Value.Length > 0 ? field.Value : Something(field)))
            .ToList();
        if (button.Name is not null)
        {
            sent.Add(KeyValuePair.Create(button.Name, button.Value));
        }

        using HttpContent body = Body(sent, [.. form.Fields.Where(field => field.Kind == "file").Select(field => field.Name)]);
        using HttpResponseMessage answer = await SendAsync(http, role, HttpMethod.Post, button.Action, body);
        string html = await answer.Content.ReadAsStringAsync();
        string what = $"{role}: {(int)answer.StatusCode} {button.Action} {button.Name}={button.Value} on {path}";
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther)
        {
            await world.World.Platform.Busy.QuietAsync();
        }
        else if (!Told.Contains(answer.StatusCode))
        {
            wrong.Add(what);
        }
        else if (!Said().IsMatch(html))
        {
            wrong.Add($"{what}: nothing says what to do");
        }
    }

    /// <summary>As a browser sends it; a file is one that has nothing of what is wanted.</summary>
    private static HttpContent Body(IReadOnlyList<KeyValuePair<string, string>> sent, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            return new FormUrlEncodedContent(sent);
        }

        var body = new MultipartFormDataContent();
        foreach ((string name, string value) in sent)
        {
            body.Add(new StringContent(value), name);
        }

        foreach (string name in files)
        {
            body.Add(new StringContent("Something"), name, "something.csv");
        }

        return body;
    }

    private string Something(PageField field) =>
        field.Kind switch
        {
            "date" => world.World.Platform.Clock.GetUtcNow().AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "number" => "1",
            "email" => "somebody@elsewhere.example",
            "hidden" or "select" => field.Value,
            _ => "Something",
        };

    private static async Task<string> ReadAsync(HttpClient http, string role, string path)
    {
        using HttpResponseMessage answer = await SendAsync(http, role, HttpMethod.Get, path, null);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient http,
        string role,
        HttpMethod method,
        string path,
        HttpContent? body
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Add("X-Local-Sign-In", role);
        request.Headers.Add("Accept-Language", "en");
        return await http.SendAsync(request);
    }

    /// <summary>The route that a path belongs to.</summary>
    private static string Kind(string path) =>
        Door.All.Where(door => door.Leads(path)).OrderBy(door => door.Parameters.Count).FirstOrDefault()?.Template ?? path;

    [GeneratedRegex("""href="(/[^"]*)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();

    [GeneratedRegex("""href="([^"#?]*)#([^"]+)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Places();

    [GeneratedRegex("class=\"(problem|note stop|note warn)|role=\"alert\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Said();
}
