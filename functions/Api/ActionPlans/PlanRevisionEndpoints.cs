using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>POST /api/plans/{planId}/revision opens a revision, DELETE withdraws it; POST …/draft/indicators/{code}/revision revises one
/// indicator in it.</summary>
public sealed class PlanRevisionEndpoints(
    PlanRevisionService revisions,
    PlanDraftService drafts,
    ProgrammeTable table,
    PlanAuthorization access
)
{
    public sealed record Opening(string Reason, DateOnly EffectiveFrom);

    public sealed record Withdrawal(string Reason);

    /// <param name="Factor">New value = old value × Factor; null: the series breaks.</param>
    public sealed record IndicatorRevision(Indicator Indicator, string Reason, decimal? Factor = null);

    [Function(nameof(ApiOpenRevision))]
    public async Task<IResult> ApiOpenRevision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/revision")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ManageAsync(request, planId, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        if (!entry.Granted || malformed is not null || await PlanAnswers.ReadAsync<Opening>(request, cancellation) is not { } opening)
        {
            return entry.Refusal ?? malformed ?? PlanAnswers.NotJson;
        }

        CommandResult result = await revisions.OpenAsync(
            entry.Plan,
            opening.Reason,
            opening.EffectiveFrom,
            entry.Person.Id,
            cancellation,
            asRead
        );
        if (
            result is CommandResult.Recorded
            && await PlanRows.FindAsync(table, entry.Plan, cancellation) is { Value.Revision: { } revision }
        )
        {
            await workflows.StartOnceAsync(
                nameof(PlanRevisionWorkflow),
                new RevisionRef(entry.Plan, revision.Number),
                PlanRevision.InstanceIdOf(entry.Plan, revision.Number),
                cancellation
            );
        }

        return await PlanAnswers.OfAsync(result, entry.Person.Language, workflows, cancellation);
    }

    [Function(nameof(ApiWithdrawRevision))]
    public async Task<IResult> ApiWithdrawRevision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/plans/{planId}/revision")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.ManageAsync(request, planId, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        return entry.Granted && malformed is null && await PlanAnswers.ReadAsync<Withdrawal>(request, cancellation) is { } withdrawal
            ? await PlanAnswers.OfAsync(
                await revisions.WithdrawAsync(entry.Plan, withdrawal.Reason, entry.Person.Id, cancellation, asRead),
                entry.Person.Language,
                workflows,
                cancellation
            )
            : entry.Refusal ?? malformed ?? PlanAnswers.NotJson;
    }

    [Function(nameof(ApiReviseIndicator))]
    public async Task<IResult> ApiReviseIndicator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/draft/indicators/{code}/revision")]
            HttpRequest request,
        string planId,
        string code,
        CancellationToken cancellation
    )
    {
        PlanEntry entry = await access.WriteAsync(request, planId, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        return entry.Granted && malformed is null && await PlanAnswers.ReadAsync<IndicatorRevision>(request, cancellation) is { } revision
            ? PlanAnswers.Of(
                await drafts.ReviseIndicatorAsync(
                    entry.Plan,
                    (revision.Indicator with { Code = code }, revision.Reason, revision.Factor),
                    asRead,
                    entry.Person.Id,
                    EntrySource.Api("indicator-revision"),
                    cancellation
                ),
                request,
                entry.Person.Language,
                "indicators"
            )
            : entry.Refusal ?? malformed ?? PlanAnswers.NotJson;
    }
}
