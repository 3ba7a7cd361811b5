using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Mail;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.ActionPlans;

/// <summary>A coordinator who has nothing but a mailbox and a link.</summary>
public sealed partial class DraftingByMailTests
{
    private static readonly PlanId Plan = new("af-2026");

    [Fact]
    public async Task A_plan_is_drafted_by_replying_with_the_workbook_that_came_with_the_mail_and_corrected_behind_the_link()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        await world.Platform.AdvanceToAsync(PlanWorld.Begins.AddDays(1));
        LocalMessage ask = Of(world, "DraftingTask");
        LocalAttachment workbook = Assert.Single(ask.Attachments);
        Assert.EndsWith(".xlsx", workbook.Filename, StringComparison.Ordinal);
        await KeepAsync("planning.xlsx", workbook.Content);

        // the workbook, filled and sent back; then handed in by one word
        string title = (await PlanRows.DraftAsync(world.Table, Plan, CancellationToken.None))!.Value.Title;
        await ReplyAsync(
            world,
            ask,
            new InboundReply
            {
                Text = "Please find it attached.",
                Attachments =
                [
                    new InboundAttachment(workbook.Filename, workbook.Type, PlanWorld.Retype(workbook.Content, title, "Integrity by mail")),
                ],
            }
        );
        Assert.Equal("Integrity by mail", (await PlanRows.DraftAsync(world.Table, Plan, CancellationToken.None))!.Value.Title);
        Assert.Equal(PlanState.Drafting, (await world.PlanAsync(Plan)).State);
        await ReplyAsync(world, ask, new InboundReply { Text = "SUBMIT" });
        Assert.Equal(PlanState.Submitted, (await world.PlanAsync(Plan)).State);

        // sent back: the workbook comes along again, as the draft stands now
        (
            await world.SendAsync(
                "approver-one",
                HttpMethod.Post,
                $"api/plans/{Plan}/decision",
                new { approved = false, reason = "Who owns the first risk?" }
            )
        ).Is(HttpStatusCode.OK);
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(4));
        LocalMessage returned = Of(world, "ReportReturned");
        Assert.Single(returned.Attachments);

        // behind the link, in a browser that has to show itself to be the coordinator's first
        string link = OpenReports.LinkIn(returned);
        ActionPlan draft = (await PlanRows.DraftAsync(world.Table, Plan, CancellationToken.None))!.Value;
        string item = $"{link}/draft/risks/{draft.Risks[0].Code}";
        var browser = new Browser(world.Http, link);
        await browser.OpenAsync(item);
        Assert.DoesNotContain("f-owner", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync(link);
        await browser.PostAsync([new("act", "edit")]);
        await world.Platform.Busy.QuietAsync();
        await browser.PostAsync([new("code", Code().Match(Of(world, "OneTimeCode").Text).Value), new("act", "code")]);
        Assert.Contains("/draft/risks", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync(item);
        Dictionary<string, string> fields = Fields(browser.Page);
        fields["owner"] = "Director of integrity";
        await browser.PostAsync([.. fields, new("act", "save")]);
        Assert.Equal("Director of integrity", (await PlanRows.DraftAsync(world.Table, Plan, CancellationToken.None))!.Value.Risks[0].Owner);
        Assert.Equal("no-referrer", browser.ReferrerPolicy);

        // and what does not fit is said, with all that was typed
        await browser.OpenAsync(item);
        fields["likelihood"] = "rather high";
        await browser.PostAsync([.. fields, new("act", "save")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("rather high", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_handed_in_before_the_draft_was_changed_is_not_meant_by_it_and_its_sender_is_told_so()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        await world.Platform.AdvanceToAsync(PlanWorld.Begins.AddDays(1));
        LocalMessage ask = Of(world, "DraftingTask");
        LocalAttachment workbook = Assert.Single(ask.Attachments);
        string title = (await PlanRows.DraftAsync(world.Table, Plan, CancellationToken.None))!.Value.Title;
        await world.Platform.Mail.ReplyAsync(
            ask.Id,
            new InboundReply { Text = "SUBMIT", Handover = new Handover(Late: TimeSpan.FromHours(2)) }
        );
        await world.Platform.AdvanceAsync(TimeSpan.FromMinutes(30));
        byte[] changed = PlanWorld.Retype(workbook.Content, title, "Integrity, second thoughts");
        await ReplyAsync(
            world,
            ask,
            new InboundReply { Text = "", Attachments = [new InboundAttachment(workbook.Filename, workbook.Type, changed)] }
        );

        await world.Platform.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(PlanState.Drafting, (await world.PlanAsync(Plan)).State);
        LocalMessage question = Of(world, "QuestionBack");
        Assert.Contains("The draft was changed or decided upon after this was sent.", question.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mid_term_review_is_answered_by_mail_and_its_outcome_recorded()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        (
            await world.SendAsync("officer-one", HttpMethod.Post, $"api/plans/{Plan}/reviews", new { kind = "MidTerm", due = "2027-05-20" })
        ).Is(HttpStatusCode.Conflict);
        (await world.SendAsync("coordinator-af", HttpMethod.Post, $"api/plans/{Plan}/submission", new { })).Is(HttpStatusCode.OK);
        (await world.SendAsync("approver-one", HttpMethod.Post, $"api/plans/{Plan}/decision", new { approved = true })).Is(
            HttpStatusCode.OK
        );
        (
            await world.SendAsync("officer-one", HttpMethod.Post, $"api/plans/{Plan}/reviews", new { kind = "Closing", due = "2025-12-01" })
        ).Is(HttpStatusCode.OK);
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(2));

        LocalMessage ask = Of(world, "PlanReviewTask");
        await ReplyAsync(world, ask, new InboundReply { Text = "We reached three of four results.\nThe fourth needs a law." });
        PlanReviewStage review = Assert.Single((await world.PlanAsync(Plan)).Reviews);
        Assert.Equal("We reached three of four results.\nThe fourth needs a law.", review.Findings!.Text);
        Assert.False(await world.Platform.Workflows.GetInstanceAsync(new PlanReviewRef(Plan, 1).InstanceId) is { IsCompleted: false });

        // changed twice, then a person has it: a robot that nobody recognises would go on for ever
        long last = world.Platform.Mail.Newest;
        for (int change = 1; change <= 4; change++)
        {
            await ReplyAsync(world, ask, new InboundReply { Text = $"Changed for the {change}. time." });
        }

        Assert.Equal("Changed for the 2. time.", Assert.Single((await world.PlanAsync(Plan)).Reviews).Findings!.Text);
        Assert.Equal(
            ["Acknowledgement", "Acknowledgement", "PassedOn"],
            world
                .Platform.Mail.List(after: last)
                .Where(mail => mail.Recipient == ask.Recipient)
                .OrderBy(mail => mail.Number)
                .Select(mail => mail.CustomArgs["kind"])
        );

        (
            await world.SendAsync(
                "coordinator-af",
                HttpMethod.Post,
                $"api/plans/{Plan}/reviews/1/outcome",
                new { conclusion = "Close", text = "done" }
            )
        ).Is(HttpStatusCode.Forbidden);
        (
            await world.SendAsync(
                "officer-one",
                HttpMethod.Post,
                $"api/plans/{Plan}/reviews/1/outcome",
                new { conclusion = "Close", text = "The law is outside the plan." }
            )
        ).Is(HttpStatusCode.OK);
        Assert.Equal(
            "review-not-due",
            (
                await world.SendAsync(
                    "officer-one",
                    HttpMethod.Post,
                    $"api/plans/{Plan}/reviews/1/outcome",
                    new { conclusion = "Close", text = "again" }
                )
            )
                .Is(HttpStatusCode.Conflict)
                .Rule
        );
        Assert.Equal(PlanNoteKind.ClosingReview, Assert.Single((await world.PlanAsync(Plan)).Notes).Kind);
        LocalMessage told = Assert.Single(
            world.Platform.Mail.List(),
            mail => mail.CustomArgs.GetValueOrDefault("delivery") == $"{Plan}-status1-coordinator-af"
        );
        Assert.Contains("The plan is to be closed.", told.Text, StringComparison.Ordinal);
        Assert.Contains("The law is outside the plan.", told.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static LocalMessage Of(PlanWorld world, string kind) =>
        world.Platform.Mail.List().Where(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind).MaxBy(mail => mail.Number)!;

    private static async Task ReplyAsync(PlanWorld world, LocalMessage mail, InboundReply reply)
    {
        await world.Platform.Mail.ReplyAsync(mail.Id, reply);
        await world.Platform.Busy.QuietAsync();
    }

    /// <summary>What stands in the form, as a browser would post it.</summary>
    private static Dictionary<string, string> Fields(string page)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(page))
        {
            fields[input.Groups[1].Value] = WebUtility.HtmlDecode(input.Groups[2].Value);
        }

        foreach (Match area in Area().Matches(page))
        {
            fields[area.Groups[1].Value] = WebUtility.HtmlDecode(area.Groups[2].Value);
        }

        return fields;
    }

    /// <summary>With ACIP_WORKBOOKS=FOLDER the workbook is kept, to be opened by a person.</summary>
    private static async Task KeepAsync(string name, byte[] content)
    {
        if (Environment.GetEnvironmentVariable("ACIP_WORKBOOKS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
        }
    }

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex Code();

    [GeneratedRegex("<input id=\"f-[^\"]*\" name=\"([^\"]*)\"[^>]*? value=\"([^\"]*)\"")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea id=\"f-[^\"]*\" name=\"([^\"]*)\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex Area();
}
