using System.Net;
using System.Text.Json.Nodes;
using ACip.Tests.Security.Harness;
using ACip.Workflows.HumanTasks;

namespace ACip.Tests.Security.Attacks;

internal sealed class AuthorAsReviewer : IAttack
{
    public string Name => "Author as reviewer";

    public string Tries =>
        "Who entered or corrected a figure accepts the report; who revised a plan approves it; who drafted it does; by API and by page";

    public string MustHold => "Nobody decides on what they wrote any part of, whatever roles they have; somebody else can";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Take();
        await programme.HandInAsync(report);
        Tally.Honest((await programme.CorrectAsync("officer-one", report, 11)).Status == HttpStatusCode.OK, "an officer's correction");
        foreach (object decision in (object[])[new { approved = true }, new { approved = false, reason = "Once more." }])
        {
            Refused(tally, await programme.DecideAsync("officer-one", report, decision), "officer-one, who corrected a figure, decides");
        }

        Refused(
            tally,
            await programme.DecideAsync(report.Coordinator, report, new { approved = true }),
            "the coordinator, who entered the figures, decides",
            HttpStatusCode.Forbidden
        );
        var page = new Scenarios.Mail.Browser(programme.Target.Http, $"/{report.Page}", "officer-one");
        await page.OpenAsync();
        tally.Try(!page.Page.Contains("id=\"decide\"", StringComparison.Ordinal), "the page offers its author to decide");
        tally.Try(await programme.StateAsync(report) == "Submitted", $"the report is {await programme.StateAsync(report)}");
        Tally.Honest(
            (await programme.DecideAsync("officer-two", report, new { approved = true })).Status == HttpStatusCode.OK,
            "the decision of somebody who wrote nothing"
        );
        await ReviseAsync(programme, tally, report.Plan);
    }

    /// <summary>Officer two is made an approver as it should be done, and revises a plan: the role does not help.</summary>
    private static async Task ReviseAsync(Programme programme, Tally tally, string plan)
    {
        Target target = programme.Target;
        const string author = "officer-two";
        Seen read = await target.MustAsync("officer-one", HttpMethod.Get, $"api/people/{author}");
        JsonNode entry = read.Json;
        entry["roles"]!.AsArray().Add(new JsonObject { ["role"] = "Approver", ["from"] = "2025-01-01" });
        entry["reason"] = "Two are too few.";
        await target.MustAsync("officer-one", HttpMethod.Put, $"api/people/{author}", entry, ("If-Match", read.Tag!));
        Refused(
            tally,
            await target.PostAsync("officer-one", $"api/people/{author}/roles/decision", new { approved = true }),
            "who proposed a role confirms it",
            HttpStatusCode.Forbidden
        );
        await target.MustAsync("approver-one", HttpMethod.Post, $"api/people/{author}/roles/decision", new { approved = true });

        await target.MustAsync(
            author,
            HttpMethod.Post,
            $"api/plans/{plan}/revision",
            new { reason = "The register counts otherwise.", effectiveFrom = "2026-10-01" }
        );
        await target.QuietAsync();
        await target.MustAsync($"coordinator-{plan[..2]}", HttpMethod.Post, $"api/plans/{plan}/submission");
        await target.QuietAsync();
        Refused(
            tally,
            await target.PostAsync(author, $"api/plans/{plan}/decision", new { approved = true }),
            "who revised the plan approves it"
        );
        Refused(
            tally,
            await target.PostAsync($"coordinator-{plan[..2]}", $"api/plans/{plan}/decision", new { approved = true }),
            "who handed the plan in approves it",
            HttpStatusCode.Forbidden
        );
        Seen other = await target.PostAsync("approver-one", $"api/plans/{plan}/decision", new { approved = true });
        Tally.Honest(other.Status == HttpStatusCode.OK, $"the approval of another approver: {other}");
    }

    private static void Refused(Tally tally, Seen seen, string what, HttpStatusCode expected = HttpStatusCode.Conflict) =>
        tally.Try(
            seen.Status == expected && (expected != HttpStatusCode.Conflict || seen.Text.Contains(FourEyes.Rule, StringComparison.Ordinal)),
            $"{what}: {seen}"
        );
}
