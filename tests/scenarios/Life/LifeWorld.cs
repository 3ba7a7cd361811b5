using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Surveys;

namespace ACip.Tests.Scenarios.Life;

/// <summary>A programme as its people walk it: officers by page and API, coordinators by mail and behind links.</summary>
internal sealed class LifeWorld(SurveyWorld inner) : IAsyncDisposable
{
    public const string Officer = "officer-one";

    public SurveyWorld Inner => inner;

    public static async Task<LifeWorld> StartAsync(int administrations, params string[] settings) =>
        new(await SurveyWorld.StartAsync(administrations, ["--Mail:Overviews=true", .. settings]));

    public async Task PostAsync(string path, object body)
    {
        using HttpResponseMessage answer = await inner.SendAsync(HttpMethod.Post, path, Officer, JsonContent.Create(body));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        await inner.Platform.Busy.QuietAsync();
    }

    public async Task PutNewAsync(string path, object body)
    {
        using HttpResponseMessage answer = await inner.SendAsync(
            HttpMethod.Put,
            path,
            Officer,
            JsonContent.Create(body),
            ("If-None-Match", "*")
        );
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage answer = await inner.SendAsync(HttpMethod.Get, path, Officer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    /// <summary>What a page shows, as a reader sees it.</summary>
    public async Task<string> PageAsync(string path, string who = Officer)
    {
        using HttpResponseMessage answer = await inner.SendAsync(HttpMethod.Get, path, who);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>An officer fills in a form of a page.</summary>
    public async Task SubmitAsync(string path, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var browser = new Mail.Browser(inner.Http, path, Officer);
        await browser.OpenAsync();
        await browser.PostAsync(fields);
        await inner.Platform.Busy.QuietAsync();
        Assert.True(browser.Status == HttpStatusCode.OK, $"{path}: {browser.Status} {WebUtility.HtmlDecode(browser.Page)}");
        Assert.Contains("class=\"note done\"", browser.Page, StringComparison.Ordinal);
    }

    /// <summary>The newest mail of a stream that a person got.</summary>
    public LocalMessage Mail(string stream, string to, string kind = "Asking") =>
        inner
            .Platform.Mail.List()
            .Where(mail =>
                mail.CustomArgs.GetValueOrDefault("kind") == kind
                && mail.CustomArgs.GetValueOrDefault("stream") == stream
                && mail.Recipient.Email.StartsWith(to, StringComparison.OrdinalIgnoreCase)
            )
            .MaxBy(mail => mail.Number)
        ?? throw new InvalidOperationException(
            $"{to} got no {kind} of {stream}, but: "
                + string.Join(
                    "; ",
                    inner
                        .Platform.Mail.List()
                        .Where(mail => mail.CustomArgs.GetValueOrDefault("stream") == stream)
                        .Select(mail => $"{mail.Recipient.Email} {mail.CustomArgs["kind"]} {mail.Subject}")
                )
        );

    /// <summary>Follows the link of a mail, types a code from it where one is asked for, and hands the form in.</summary>
    public async Task AnswerByPageAsync(LocalMessage mail, params KeyValuePair<string, string>[] fields)
    {
        var browser = new Mail.Browser(inner.Http, Regex.Match(mail.Text, "/tasks/[a-z2-7]{26}").Value);
        await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        long before = inner.Platform.Mail.Newest;
        await browser.PostAsync([.. fields, new("act", "submit")]);
        await inner.Platform.Busy.QuietAsync();
        string code = Regex
            .Match(
                inner.Platform.Mail.List(null, before).First(one => one.CustomArgs.GetValueOrDefault("kind") == "OneTimeCode").Text,
                @"\b[0-9]{6}\b"
            )
            .Value;
        await browser.PostAsync([new("code", code), new("act", "code")]);
        await inner.Platform.Busy.QuietAsync();
        Assert.True(browser.Status == HttpStatusCode.OK, WebUtility.HtmlDecode(browser.Page));
    }

    /// <summary>What a visit recommends to an administration.</summary>
    public Task RecommendAsync(string home) =>
        PostAsync(
            $"api/plans/{home}-2026/recommendations",
            new
            {
                id = "registers",
                source = "MonitoringVisit",
                found = "2026-01-15",
                finding = "Two offices keep no register of gifts.",
                wanted = "Keep a register in every office.",
                ofSecretariat = false,
                due = "2026-12-31",
            }
        );

    /// <summary>Posts a form of a page as a browser does, with the token that stands in it.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(
        string page,
        string action,
        byte[]? file,
        params (string Name, string Value)[] fields
    )
    {
        string forms = $"<form[^>]*action=\"{Regex.Escape(action)}[^\"]*\"[^>]*>.*?</form>",
            button = fields.FirstOrDefault(field => field.Name == "act").Value ?? "";
        // a form that offers this button no longer is posted by whoever still has the page of before
        string form = Regex
            .Matches(await PageAsync(page), forms, RegexOptions.Singleline)
            .OrderByDescending(one => button.Length == 0 || one.Value.Contains($"value=\"{button}\"", StringComparison.Ordinal))
            .First()
            .Value;
        using var body = new MultipartFormDataContent();
        foreach (string hidden in new[] { "csrf", "seen" }.Except(fields.Select(field => field.Name)))
        {
            if (Regex.Match(form, $"name=\"{hidden}\" value=\"([^\"]+)\"") is { Success: true } found)
            {
                body.Add(new StringContent(found.Groups[1].Value), hidden);
            }
        }

        foreach ((string name, string value) in fields)
        {
            body.Add(new StringContent(value, Encoding.UTF8), name);
        }

        if (file is not null)
        {
            body.Add(new ByteArrayContent(file), "file", "management-letter.pdf");
        }

        HttpResponseMessage answer = await inner.SendAsync(HttpMethod.Post, action.TrimStart('/'), Officer, body);
        await inner.Platform.Busy.QuietAsync();
        return answer;
    }

    /// <summary>The agreement ends before its time, and gives its final report longer.</summary>
    public Task EndAgreementAsync(string agreement, string day, int daysToDeliver) =>
        ChangeAgreementAsync(
            agreement,
            after =>
            {
                after["end"] = day;
                after["schedule"]!["daysToDeliverFinal"] = daysToDeliver;
            }
        );

    /// <summary>As the API has it: read, changed, and written if it stands as it was read.</summary>
    public async Task ChangeAgreementAsync(string agreement, Action<JsonNode> change)
    {
        using HttpResponseMessage read = await inner.SendAsync(HttpMethod.Get, $"api/agreements/{agreement}", Officer);
        JsonNode after = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        change(after);
        using HttpResponseMessage saved = await inner.SendAsync(
            HttpMethod.Put,
            $"api/agreements/{agreement}",
            Officer,
            JsonContent.Create(after),
            ("If-Match", read.Headers.ETag!.ToString())
        );
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
    }

    /// <summary>How days pass: a cast may live through them.</summary>
    public Func<DateTimeOffset, Task> Lives { get; init; } = day => inner.Platform.AdvanceToAsync(day);

    public Task ToAsync(int year, int month, int day) => Lives(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero));

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
