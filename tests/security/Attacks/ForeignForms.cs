using System.Net;
using ACip.Tests.Scenarios.Malformed;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Attacks;

internal sealed class ForeignForms : IAttack
{
    public string Name => "Forms of another site or session";

    public string Tries =>
        "Posts every form that a page shows without its token, with another person's, with another form's and with made-up ones, as a page elsewhere would";

    public string MustHold => "Only a form that was given to this person decides anything";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Take();
        await programme.HandInAsync(report);
        string[] pages =
        [
            report.Page,
            "people/expert-one",
            "notices",
            $"plans/{report.Plan}",
            "calendars/secretariat",
            "agreements/norad-acip-2026",
        ];
        IReadOnlyList<string> before = await programme.TrailAsync(report);
        int forms = 0;
        foreach (string page in pages)
        {
            PageForm[] own = await FormsAsync(programme, "approver-one", page);
            string?[] foreign = [.. (await FormsAsync(programme, "approver-two", page)).Select(TokenOf)];
            foreach (PageForm form in own.Where(form => TokenOf(form) is not null))
            {
                forms++;
                string? another = own.Select(TokenOf).FirstOrDefault(token => token is not null && token != TokenOf(form));
                foreach (string? token in (IEnumerable<string?>)[null, "", new('0', 32), TokenOf(form)![..31], another, .. foreign])
                {
                    HttpStatusCode status = await PostAsync(programme, form, token);
                    tally.Try(
                        (int)status is >= 400 and < 500,
                        $"{form.Action} with {(token is null ? "no token" : "a token that is not its own")}: {(int)status}"
                    );
                }
            }
        }

        Tally.Honest(forms > 0, "pages show forms with a token");
        tally.Try(before.SequenceEqual(await programme.TrailAsync(report)), "a foreign form left an event in the chain");
        tally.Try(await programme.StateAsync(report) == "Submitted", $"the report is {await programme.StateAsync(report)}");
        foreach (string path in (string[])["local/clock/advance", "local/mail/none/reply"])
        {
            Seen seen = await programme.Target.SendAsync(
                null,
                HttpMethod.Post,
                path,
                new { days = 1 },
                ("Origin", "https://elsewhere.example")
            );
            tally.Try(seen.Status == HttpStatusCode.Forbidden, $"another site posts to the simulator's own /{path}: {seen}");
        }

        PageForm right = (await FormsAsync(programme, "approver-one", report.Page)).First(form =>
            form.Action.EndsWith("/decision", StringComparison.Ordinal)
        );
        HttpStatusCode taken = await PostAsync(programme, right, TokenOf(right), new("decision", "approve"));
        Tally.Honest(
            (int)taken is >= 200 and < 400 && await programme.StateAsync(report) == "Accepted",
            $"the person's own form: {(int)taken}"
        );
    }

    private static string? TokenOf(PageForm form) => form.Fields.FirstOrDefault(field => field.Name == "csrf")?.Value;

    private static async Task<PageForm[]> FormsAsync(Programme programme, string person, string page) =>
        [.. PageForm.On((await programme.Target.GetAsync(person, page)).Text, $"/{page}")];

    private static async Task<HttpStatusCode> PostAsync(
        Programme programme,
        PageForm form,
        string? token,
        KeyValuePair<string, string>? chosen = null
    )
    {
        var fields = form.Sent().Where(field => field.Key != "csrf" && field.Key != chosen?.Key).ToList();
        if (chosen is { } one)
        {
            fields.Add(one);
        }

        if (token is not null)
        {
            fields.Add(new("csrf", token));
        }

        return (
            await programme.Target.SendAsync(
                "approver-one",
                HttpMethod.Post,
                form.Action.TrimStart('/'),
                new FormUrlEncodedContent(fields),
                ("Origin", "https://elsewhere.example")
            )
        ).Status;
    }
}
