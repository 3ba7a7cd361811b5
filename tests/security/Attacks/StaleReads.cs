using System.Net;
using ACip.Tests.Scenarios.Mail;
using ACip.Tests.Scenarios.Malformed;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Attacks;

internal sealed class StaleReads : IAttack
{
    public string Name => "Decisions on stale reads";

    public string Tries =>
        "Decides with the tag of an earlier read, with tags that are none, with a form of an earlier page, and by GET on every address that takes a decision";

    public string MustHold => "A decision is taken on what was read or not at all, and no GET ever decides";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Take();
        await programme.HandInAsync(report);
        string stale = await programme.TagAsync(report);
        var page = new Browser(programme.Target.Http, $"/{report.Page}", "approver-one");
        await page.OpenAsync();
        IReadOnlyList<KeyValuePair<string, string>> seen = page.Hidden();
        Tally.Honest(
            (await programme.CorrectAsync(report.Coordinator, report, 999)).Status == HttpStatusCode.OK,
            "the coordinator's correction"
        );

        Seen late = await programme.DecideAsync("approver-one", report, new { approved = true }, stale);
        tally.Try(late.Status == HttpStatusCode.PreconditionFailed, $"with the tag of an earlier read: {late}");
        foreach (string tag in Odd.MalformedTags)
        {
            Seen odd = await programme.DecideAsync("approver-one", report, new { approved = true }, tag);
            tally.Try((int)odd.Status is 400 or 412, $"If-Match: {tag}: {odd}");
        }

        var form = new Browser(programme.Target.Http, $"/{report.Page}/decision", "approver-one");
        await form.PostAsync([.. seen, new("decision", "approve")]);
        tally.Try(form.Status == HttpStatusCode.PreconditionFailed, $"a form of the earlier page: {(int)form.Status}");
        await ByGetAsync(programme, tally, report);
        tally.Try(await programme.StateAsync(report) == "Submitted", $"the report is {await programme.StateAsync(report)}");
        Tally.Honest(
            (await programme.DecideAsync("approver-one", report, new { approved = true }, await programme.TagAsync(report))).Status
                == HttpStatusCode.OK,
            "the decision on what was read"
        );
    }

    private static async Task ByGetAsync(Programme programme, Tally tally, AskedReport report)
    {
        IReadOnlyList<string> before = await programme.TrailAsync(report);
        var addresses = new Addresses(programme);
        foreach (Door door in Door.All.Where(door => door.Method != HttpMethod.Get))
        {
            string path = addresses.Of(door, report) + "?approved=true&decision=approve&act=submit";
            foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
            {
                Seen answer = await programme.Target.SendAsync("approver-one", method, path, null, ("X-HTTP-Method-Override", "POST"));
                tally.Try(!answer.IsOurFault, $"{method} /{path}: {answer}");
            }
        }

        tally.Try(before.SequenceEqual(await programme.TrailAsync(report)), "a GET or HEAD left an event in the chain");
    }
}
