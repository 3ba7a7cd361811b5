using System.Net;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Mail;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.ActionPlans;

/// <summary>What a coordinator writes beside the planning workbook reaches those who decide on the plan.</summary>
public sealed class WordsBesideWorkbookTests
{
    private static readonly PlanId Plan = new("af-2026");

    [Fact]
    public async Task Words_beside_a_workbook_stand_on_the_plan_with_the_submission_that_followed()
    {
        const string Law = "We cannot set a target for R2 before the law of June.",
            Owner = "The owner of the first risk is named next week.";
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        await world.Platform.AdvanceToAsync(PlanWorld.Begins.AddDays(1));
        LocalMessage ask = Newest(world, "DraftingTask");
        string title = (await PlanRows.DraftAsync(world.Table, Plan, CancellationToken.None))!.Value.Title;

        await SendAsync(world, ask, Law, "plan.xlsx", PlanWorld.Retype(ask.Attachments[0].Content, title, "One"));
        Assert.Contains("second.xlsx", Newest(world, "Acknowledgement").Text, StringComparison.Ordinal);
        await SendAsync(world, ask, "SUBMIT");
        Assert.Contains(Law, await SubmissionAsync(world, 1), StringComparison.Ordinal);

        var returned = new { approved = false, reason = "Who owns the first risk?" };
        (await world.SendAsync("approver-one", HttpMethod.Post, $"api/plans/{Plan}/decision", returned)).Is(HttpStatusCode.OK);
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(4));
        LocalMessage again = Newest(world, "ReportReturned");
        await SendAsync(world, again, Owner, "plan.xlsx", PlanWorld.Retype(again.Attachments[0].Content, "One", "Two"));
        await SendAsync(world, again, "SUBMIT");

        Assert.DoesNotContain(Owner, await SubmissionAsync(world, 1), StringComparison.Ordinal);
        Assert.Contains(Owner, await SubmissionAsync(world, 2), StringComparison.Ordinal);
    }

    /// <summary>What stands under a submission on the plan's page.</summary>
    private static async Task<string> SubmissionAsync(PlanWorld world, int number)
    {
        Assert.True((await world.PlanAsync(Plan)).Rounds.Count >= number);
        string page = await new Browser(world.Http, $"/plans/{Plan}?lang=en", "approver-one").OpenAsync();
        string[] rounds = page[page.IndexOf("<ol class=\"rounds\">", StringComparison.Ordinal)..].Split("<li><h3>");
        return rounds[number].Split("</li>")[0];
    }

    /// <param name="workbook">Attached twice; the second is named and not read.</param>
    private static async Task SendAsync(PlanWorld world, LocalMessage ask, string text, string? name = null, byte[]? workbook = null)
    {
        string type = workbook is null ? "" : ask.Attachments[0].Type;
        await world.Platform.Mail.ReplyAsync(
            ask.Id,
            new InboundReply
            {
                Text = text,
                Attachments = workbook is null
                    ? []
                    : [new InboundAttachment(name!, type, workbook), new InboundAttachment("second.xlsx", type, workbook)],
            }
        );
        await world.Platform.Busy.QuietAsync();
    }

    private static LocalMessage Newest(PlanWorld world, string kind) =>
        world.Platform.Mail.List().Where(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind).MaxBy(mail => mail.Number)!;
}
