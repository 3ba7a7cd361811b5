using System.Net;
using ACip.Functions.Pages.Frame;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Whatever is sent to whatever door: no failure of ours, nothing changed, and every answer says what a browser may do with
/// it.</summary>
[Collection(UnchangedWorldCollection.Name)]
public sealed class MalformedTests(MalformedWorld world, ITestOutputHelper output)
{
    // csharpier-ignore
    private static readonly string[] Pages =
    [
        "", "people", "people/coordinator-af", "people/expert-one", "agreements/norad-acip-2026", "calendars/AF", "calendars/secretariat",
        "registers", "mail", "audit", "plans/af-2026", "plans/et-2026", "plans/gh-2026", "plans/lb-2026", "plans/et-2026/draft",
        "plans/et-2026/draft/plan", "plans/et-2026/draft/indicators", "plans/et-2026/draft/indicators/A1", "plans/et-2026/draft/risks",
        "plans/af-2026/reports/20260401-20260630", "plans/af-2026/reports/20261001-20261231", "plans/gh-2026/reports/20261001-20261231",
        "plans/gh-2026/reports/20260701-20260930", "plans/af-2026/reports/20260401-20260630/restatements",
        "donor-reports/norad-acip-2026/20260101-20261231",
    ];

    [Fact]
    public Task A_fixed_sample_for_every_door() => SendAsync(each: 2, seed: 13);

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Ten_thousand_and_at_least_fifty_for_every_door() => Assert.True(await SendAsync(each: 110, seed: 2026) >= 10_000);

    private async Task<int> SendAsync(int each, int seed)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
        var requests = new MalformedRequests(world, await FormsAsync(http), await WholeAsync(http));
        await HandOutAsync();
        IReadOnlyDictionary<string, string> before = await EverythingStored.ReadAsync(world.World);
        var wrong = new List<string>();
        var statuses = new Dictionary<HttpStatusCode, int>();
        int sent = 0;
        foreach (Door door in Door.All)
        {
            foreach (MalformedRequest request in requests.For(door, each, seed + sent))
            {
                sent++;
                using HttpRequestMessage message = request.Message(world.World.Platform.BaseUrl, world.World.Platform.MasterKey);
                using HttpResponseMessage answer = await http.SendAsync(message);
                string text = await answer.Content.ReadAsStringAsync();
                statuses[answer.StatusCode] = statuses.GetValueOrDefault(answer.StatusCode) + 1;
                if ((int)answer.StatusCode >= 500 && !(request.Door.IsWebhook && answer.StatusCode == HttpStatusCode.ServiceUnavailable))
                {
                    wrong.Add($"{(int)answer.StatusCode} {request}");
                }
                else if (
                    PageHeaders.Names.Where(name => !answer.Headers.NonValidated.Contains(name)).ToArray() is { Length: > 0 } missing
                    && !OfTheServer(request, answer, text)
                )
                {
                    wrong.Add($"{(int)answer.StatusCode} without {string.Join(", ", missing)}: {request}");
                }

                if (request.Door.Method != HttpMethod.Get && (int)answer.StatusCode is >= 200 and < 400)
                {
                    before = await CompareAsync(before, $"{(int)answer.StatusCode} {request}", wrong);
                }
            }

            before = await CompareAsync(before, door.ToString(), wrong);
        }

        output.WriteLine(
            $"{sent} requests to {Door.All.Count} doors: {string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{(int)one.Key} {one.Value}"))}"
        );
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {sent}:\n{string.Join('\n', wrong.Take(200))}");
        return sent;
    }

    /// <summary>A workbook that is handed out is put on record, once for what it holds: so that nothing is left to be recorded.</summary>
    private async Task HandOutAsync()
    {
        foreach (string plan in world.Plans)
        {
            await world.World.GetAsync("officer-one", $"api/plans/{plan}/draft.xlsx");
        }

        await world.World.Platform.Busy.QuietAsync();
    }

    private async Task<IReadOnlyDictionary<string, string>> CompareAsync(
        IReadOnlyDictionary<string, string> before,
        string after,
        List<string> wrong
    )
    {
        await world.World.Platform.Busy.QuietAsync();
        IReadOnlyDictionary<string, string> now = await EverythingStored.ReadAsync(world.World);
        if (EverythingStored.Changed(before, now) is { Count: > 0 } changed)
        {
            wrong.Add($"changed {string.Join(", ", changed.Take(5))}: {after}");
        }

        return now;
    }

    /// <summary>What Kestrel refuses, the host finds no function for (a number that is none) or asks a key for, has no headers of ours:
    /// nothing of ours ran.</summary>
    private static bool OfTheServer(MalformedRequest request, HttpResponseMessage answer, string text) =>
        text.Length == 0
        && answer.Content.Headers.ContentType is null
        && answer.StatusCode switch
        {
            HttpStatusCode.NotFound => true,
            HttpStatusCode.Unauthorized => request.Door.NeedsKey
                || request.Door.Operation?.Caller == ACip.Functions.OpenApi.ApiCaller.FunctionKey, // by the host, before our code
            HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestHeaderFieldsTooLarge => answer
                .Headers
                .ConnectionClose == true,
            _ => false,
        };

    private async Task<IReadOnlyList<(string Person, PageForm Form)>> FormsAsync(HttpClient http)
    {
        var found = new List<(string, PageForm)>();
        (string Person, string Page)[] all =
        [
            .. from person in (string[])["officer-one", "approver-one", "coordinator-af", "coordinator-et", "integrity-officer"]
            from page in Pages
            select (person, page),
            .. world.LinkPages.Select(page => ("", page)),
        ];
        foreach ((string person, string page) in all)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, $"{world.World.Platform.BaseUrl.TrimEnd('/')}/{page}");
            message.Headers.TryAddWithoutValidation(
                person.Length == 0 ? "Cookie" : "X-Local-Sign-In",
                person.Length == 0 ? world.Cookie : person
            );
            using HttpResponseMessage answer = await http.SendAsync(message);
            found.AddRange(PageForm.On(await answer.Content.ReadAsStringAsync(), $"/{page}").Select(form => (person, form)));
        }

        return found;
    }

    /// <summary>For each door somebody who may go through it, so that most requests are looked into and not refused at once.</summary>
    private async Task<IReadOnlyDictionary<string, string>> WholeAsync(HttpClient http)
    {
        var may = new Dictionary<string, string>(StringComparer.Ordinal) { ["POST /api/plans/{planId}/submission"] = "coordinator-et" };
        foreach (Door door in Door.All.Where(door => door.Operation?.Id != "submitPlan"))
        {
            foreach (
                string person in new[] { "officer-one", "approver-one", "coordinator-af", "coordinator-et", "integrity-officer", "auditor" }
            )
            {
                using HttpRequestMessage message = new MalformedRequest(
                    door,
                    door.Path(parameter => world.Value(door, parameter, new Random(1))),
                    person,
                    "probe"
                )
                {
                    Body = door.Method == HttpMethod.Get ? null : "{"u8.ToArray(),
                    Headers = [("If-Match", "\"open")],
                }.Message(world.World.Platform.BaseUrl, "");
                using HttpResponseMessage answer = await http.SendAsync(message);
                if (answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
                {
                    may[door.ToString()] = person;
                    break;
                }
            }
        }

        return may;
    }
}
