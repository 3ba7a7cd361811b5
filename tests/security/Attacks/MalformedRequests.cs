using System.Net;
using System.Text;
using ACip.Tests.Scenarios.Malformed;
using ACip.Tests.Security.Harness;
using Garbage = ACip.Tests.Scenarios.Malformed.MalformedRequests;

namespace ACip.Tests.Security.Attacks;

internal sealed class MalformedRequests : IAttack
{
    /// <summary>How many requests go to each route.</summary>
    public int EachDoor { get; init; } = 6;

    public string Name => "Malformed requests";

    public string Tries =>
        "Sends to every route garbage bodies, content types that are none, bodies over the limit, paths that climb, headers with line ends, odd tags and queries";

    public string MustHold =>
        "Never a failure of ours (the mail service's routes answer 503), never a stack trace, never a header of the attacker's";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        var garbage = new Garbage(new Addresses(programme), await FormsAsync(programme), await WhoMayAsync(programme));
        int seed = 17;
        foreach (Door door in Door.All)
        {
            foreach (MalformedRequest request in garbage.For(door, EachDoor, seed++))
            {
                using HttpRequestMessage message = request.Message(programme.Target.Http.BaseAddress!.ToString(), "no-key");
                await SendAsync(programme, tally, door, message, request.ToString());
            }
        }

        await ClimbAsync(programme, tally);
        await TooLargeAsync(programme, tally);
    }

    private static async Task SendAsync(Programme programme, Tally tally, Door? door, HttpRequestMessage message, string what)
    {
        using HttpResponseMessage answer = await programme.Target.Http.SendAsync(message);
        Seen seen = await Seen.OfAsync(answer);
        bool mailsOwn = door is { IsWebhook: true } && seen.Status == HttpStatusCode.ServiceUnavailable;
        tally.Try(!seen.IsOurFault || mailsOwn, $"{what}: {seen}");
        tally.Try(!seen.TellsHowItIsBuilt, $"tells how it is built: {what}: {seen}");
        tally.Try(
            !answer.Headers.NonValidated.Any(header =>
                header.Key is "X-Injected"
                || (header.Key == "Set-Cookie" && header.Value.ToString().Contains("injected", StringComparison.Ordinal))
            ),
            $"a header of the attacker's: {what}"
        );
    }

    private static async Task ClimbAsync(Programme programme, Tally tally)
    {
        string[] paths =
        [
            "..%2f..%2fetc/passwd",
            "static/..%2f..%2fhost.json",
            "static/%2e%2e/%2e%2e/appsettings.json",
            "static/..%5c..%5clocal.settings.json",
            "api/../local.settings.json",
            "donor-reports/norad-acip-2026/20260101-20261231/en/..%2f..%2fmanifest.json",
            "api/audit/..%2fprogramme",
            "%0d%0aX-Injected:%201",
            "people?lang=en%0d%0aX-Injected:%201",
            "people?lang=%0d%0aSet-Cookie:%20injected=1",
            ".auth/logout?post_logout_redirect_uri=//evil.example%0d%0aX-Injected:1",
            "api/plans/%00",
            "//evil.example/",
            "/%5cevil.example",
        ];
        foreach (string path in paths)
        {
            foreach (string? person in (string?[])["officer-one", null])
            {
                using var message = new HttpRequestMessage(
                    HttpMethod.Get,
                    new Uri(
                        $"{programme.Target.Http.BaseAddress!.ToString().TrimEnd('/')}/{path}",
                        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
                    )
                );
                if (person is not null)
                {
                    message.Headers.Add(Target.SignIn, person);
                }

                using HttpResponseMessage answer = await programme.Target.Http.SendAsync(message);
                Seen seen = await Seen.OfAsync(answer);
                tally.Try(!seen.IsOurFault && !seen.TellsHowItIsBuilt, $"GET /{path}: {seen}");
                tally.Try(
                    !seen.Text.Contains("root:", StringComparison.Ordinal)
                        && !seen.Text.Contains("AzureWebJobsStorage", StringComparison.Ordinal)
                        && !seen.Text.Contains("durableTask", StringComparison.Ordinal),
                    $"GET /{path} gave a file of the machine"
                );
                tally.Try(
                    !answer.Headers.NonValidated.Contains("X-Injected")
                        && answer.Headers.Location is not { IsAbsoluteUri: true, Host: "evil.example" },
                    $"GET /{path} gave a header of the attacker's"
                );
            }
        }
    }

    /// <summary>More than the programme takes is refused by it; what is more than the server takes the host refuses itself, by an empty
    /// 500, before anything of ours runs.</summary>
    private static async Task TooLargeAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Victim;
        (string Path, HttpMethod Method, string Type, int Size, bool IsOurs)[] all =
        [
            ($"{report.Path}/decision", HttpMethod.Post, "application/json", (2 << 20) + 10, true),
            ("api/people/expert-one", HttpMethod.Put, "application/json", 8 << 20, true),
            ($"{report.Page}/decision", HttpMethod.Post, "application/x-www-form-urlencoded", 8 << 20, true),
            ($"api/plans/{report.Plan}/draft.xlsx", HttpMethod.Post, "application/octet-stream", 26 << 20, true),
            ($"{report.Path}/decision", HttpMethod.Post, "application/json", (64 << 20) + 1024, false),
        ];
        foreach ((string path, HttpMethod method, string type, int size, bool isOurs) in all)
        {
            byte[] large = new byte[size];
            Array.Fill(large, (byte)' ');
            Seen? seen = null;
            try
            {
                seen = await programme.Target.SendAsync(
                    "officer-one",
                    method,
                    path,
                    new ByteArrayContent(large) { Headers = { { "Content-Type", type } } },
                    ("If-Match", "*")
                );
            }
            catch (HttpRequestException)
            {
                // the server has hung up before all of it was sent, as it may
            }

            string what = $"{size >> 20} MB to {method} /{path}: {seen}";
            tally.Try(
                seen is null
                    || (
                        isOurs
                            ? (int)seen.Status is >= 400 and < 500
                            : (int)seen.Status >= 400 && (!seen.IsOurFault || seen.Text.Length == 0)
                    ),
                what
            );
            tally.Try(seen?.TellsHowItIsBuilt != true, $"tells how it is built: {what}");
        }
    }

    private static async Task<IReadOnlyList<(string Person, PageForm Form)>> FormsAsync(Programme programme)
    {
        AskedReport report = programme.Victim;
        var found = new List<(string, PageForm)>();
        foreach (string person in (string[])["officer-one", "approver-one", report.Coordinator])
        {
            foreach (
                string page in (string[])
                    [
                        "people/expert-one",
                        report.Page,
                        $"plans/{report.Plan}",
                        "calendars/secretariat",
                        "agreements/norad-acip-2026",
                        "notices",
                    ]
            )
            {
                found.AddRange(
                    PageForm.On((await programme.Target.GetAsync(person, page)).Text, $"/{page}").Select(form => (person, form))
                );
            }
        }

        return found;
    }

    private static async Task<IReadOnlyDictionary<string, string>> WhoMayAsync(Programme programme)
    {
        var may = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Door door in Door.All.Where(door => door.Method != HttpMethod.Get))
        {
            string path = new Addresses(programme).Of(door, programme.Victim);
            foreach (string person in (string[])["officer-one", "approver-one", programme.Victim.Coordinator, "integrity-officer"])
            {
                Seen seen = await programme.Target.SendAsync(
                    person,
                    door.Method,
                    path,
                    new StringContent("{", Encoding.UTF8, "application/json"),
                    ("If-Match", "\"open")
                );
                if ((int)seen.Status is not (401 or 403 or 404))
                {
                    may[door.ToString()] = person;
                    break;
                }
            }
        }

        return may;
    }
}
