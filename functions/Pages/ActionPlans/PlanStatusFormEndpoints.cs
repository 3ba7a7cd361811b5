using System.Globalization;
using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>POST /plans/{planId}/standing: officers' acts on the whole plan; …/reviews/findings: the coordinator's findings; …/comments:
/// an expert's comment on a submission.</summary>
public sealed class PlanStatusFormEndpoints(
    PageFrame frame,
    ProgrammeDirectory directory,
    PlanStatusService service,
    PlanEvaluationService reviews,
    PlanRevisionService revisions,
    PlanApprovalQuery comments,
    ProgrammeTable table,
    PlanPageEndpoint plans
)
{
    public static string PathOf(PlanId plan) => $"/plans/{plan}/standing";

    public static string FindingsPathOf(PlanId plan) => $"/plans/{plan}/findings";

    public static string CommentPathOf(PlanId plan) => $"/plans/{plan}/comments";

    [Function(nameof(PlanStandingForm))]
    public Task<IResult> PlanStandingForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/standing")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync(
            request,
            planId,
            (page, _) => PageFrame.May(Right.ManageProgramme, page),
            workflows,
            (plan, by, asRead, text) => asRead is { } seen ? ActAsync(plan.Id, by, seen, text, workflows, cancellation) : NotSeen,
            cancellation
        );

    [Function(nameof(PlanFindingsForm))]
    public Task<IResult> PlanFindingsForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/findings")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync(
            request,
            planId,
            (page, home) => PageFrame.May(Right.ManageProgramme, page) || Coordinates(page, home),
            workflows,
            async (plan, by, asRead, text) =>
            {
                // an officer may be a coordinator elsewhere, or have been one
                EntrySource source = plan.OfItsOwn ? EntrySource.Page("plan") : EntrySource.OnBehalf("plan");
                return asRead is not { } seen
                    ? null
                    : await reviews.FindAsync(
                        new PlanReviewRef(plan.Id, Number(text("number"))),
                        text("text"),
                        by.Id,
                        source,
                        null,
                        cancellation,
                        seen
                    );
            },
            cancellation
        );

    [Function(nameof(PlanCommentForm))]
    public Task<IResult> PlanCommentForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/comments")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        DoAsync(
            request,
            planId,
            (page, _) => PlanReadPolicy.Comments(page.Person!, Today(page)),
            workflows,
            async (plan, by, _, text) =>
                await comments.CommentAsync(
                    plan.Id,
                    text("item").ToUpperInvariant() is { Length: > 0 } item ? item : null,
                    text("text"),
                    by.Id,
                    cancellation
                ),
            cancellation
        );

    /// <summary>A form that does not say which version was read was not issued by us.</summary>
    private static Task<CommandResult?> NotSeen => Task.FromResult<CommandResult?>(null);

    private async Task<CommandResult?> ActAsync(
        PlanId plan,
        Person by,
        AsRead asRead,
        Func<string, string> text,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        string reason = text("reason");
        switch (text("act"))
        {
            case "suspend":
                return await service.SuspendAsync(plan, reason, by.Id, cancellation, asRead);
            case "resume":
                return await service.ResumeAsync(plan, reason, by.Id, cancellation, asRead);
            case "cancel":
                return await service.CancelAsync(plan, reason, by.Id, cancellation, asRead);
            case "close":
                return await service.CloseAsync(plan, reason, by.Id, cancellation, asRead);
            case "withdraw":
                return await revisions.WithdrawAsync(plan, reason, by.Id, cancellation, asRead);
            case "revise" when DayBounds.Read(text("from")) is { } from:
                return await ReviseAsync(plan, reason, from, by.Id, asRead, workflows, cancellation);
            case "review" when FormChoice.Read<PlanReviewKind>(text("kind")) is null:
            case "conclude" when FormChoice.Read<PlanReviewConclusion>(text("conclusion")) is null:
                return FormChoice.Unoffered;
            case "review" when DayBounds.Read(text("due")) is { } due && FormChoice.Read<PlanReviewKind>(text("kind")) is { } kind:
                (CommandResult result, PlanReviewRef? begin) = await reviews.OpenAsync(plan, kind, due, by.Id, cancellation, asRead);
                await workflows.BeginAsync(begin, cancellation);
                return result;
            case "conclude" when FormChoice.Read<PlanReviewConclusion>(text("conclusion")) is { } conclusion:
                return await reviews.ConcludeAsync(
                    new PlanReviewRef(plan, Number(text("number"))),
                    conclusion,
                    reason,
                    by.Id,
                    cancellation,
                    asRead
                );
            default:
                return new CommandResult.Refused("not-a-day", "Give a day.");
        }
    }

    private async Task<CommandResult> ReviseAsync(
        PlanId plan,
        string reason,
        DateOnly from,
        PersonId by,
        AsRead asRead,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        CommandResult opened = await revisions.OpenAsync(plan, reason, from, by, cancellation, asRead);
        if (opened is CommandResult.Recorded && await PlanRows.FindAsync(table, plan, cancellation) is { Value.Revision: { } revision })
        {
            await workflows.StartOnceAsync(
                nameof(PlanRevisionWorkflow),
                new RevisionRef(plan, revision.Number),
                PlanRevision.InstanceIdOf(plan, revision.Number),
                cancellation
            );
        }

        return opened;
    }

    private async Task<IResult> DoAsync(
        HttpRequest request,
        string planId,
        Func<PageContext, AdministrationId, bool> may,
        DurableTaskClient workflows,
        Func<PostedOn, Person, AsRead?, Func<string, string>, Task<CommandResult?>> act,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (
            !(await directory.ReadAsync(cancellation)).Plans.TryGetValue(new PlanId(planId), out PlanListing? plan)
            || !PlanReadPolicy.MayRead(person, plan.Administration, Today(page))
        )
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        string back = $"/plans/{planId}";
        return !may(page, plan.Administration) ? PageFrame.Refuse(page, StatusCodes.Status403Forbidden)
            : await frame.ReadFormAsync(request, page, cancellation) is { } form
            && await act(
                new PostedOn(plan.Id, Coordinates(page, plan.Administration)),
                person,
                IfMatch.Of(form),
                field => form[field].ToString().Trim()
            )
                is { } result
                ? await DecisionForms.AnswerAsync(
                    request,
                    page,
                    result,
                    back,
                    workflows,
                    () => plans.Run(request, planId, cancellation),
                    cancellation
                )
            : PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
    }

    /// <param name="OfItsOwn">True: by a coordinator of the plan's administration, who speaks for it.</param>
    private sealed record PostedOn(PlanId Id, bool OfItsOwn);

    private static DateOnly Today(PageContext page) => DateOnly.FromDateTime(page.Now.UtcDateTime);

    private static bool Coordinates(PageContext page, AdministrationId home) => PlanReadPolicy.Coordinates(page.Person!, home, Today(page));

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
