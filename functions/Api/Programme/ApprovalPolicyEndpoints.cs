using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Programme;

/// <summary>GET and PUT /api/policies/approval: from which size a plan needs a second approver. PUT with If-Match.</summary>
public sealed class ApprovalPolicyEndpoints(ApprovalPolicyService service, SignedInPerson signedIn)
{
    [Function(nameof(ApiApprovalPolicy))]
    public async Task<IResult> ApiApprovalPolicy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/policies/approval")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        return access.Granted && await service.ReadAsync(cancellation) is var policy
            ? PlanAnswers.Tagged(request, policy, ContentTag.Of(policy))
            : access.Refusal!;
    }

    [Function(nameof(ApiSaveApprovalPolicy))]
    public async Task<IResult> ApiSaveApprovalPolicy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/policies/approval")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        (AsRead asRead, IResult? refusal) = IfMatch.Of(request, needed: true);
        return refusal is null && await PlanAnswers.ReadAsync<ApprovalPolicy>(request, cancellation) is { } policy
            ? await PlanAnswers.OfAsync(
                await service.SaveAsync(policy, access.Person.Id, cancellation, asRead),
                access.Person.Language,
                workflows,
                cancellation
            )
            : refusal ?? PlanAnswers.NotJson;
    }
}
