using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Programme;

/// <summary>GET and POST /api/policies/reminders: who is reminded when, and when others are told. POST, with If-Match, creates a new
/// version; tasks that have begun keep theirs.</summary>
public sealed class ReminderPolicyEndpoints(CycleSettingsService service, SignedInPerson signedIn)
{
    [Function(nameof(ApiReminderPolicies))]
    public async Task<IResult> ApiReminderPolicies(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/policies/reminders")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        ReminderPolicy policy = await service.PolicyAsync(cancellation);
        return JsonAnswer.Read(request, policy, ContentTag.Of(policy));
    }

    [Function(nameof(ApiNewReminderPolicy))]
    public async Task<IResult> ApiNewReminderPolicy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/policies/reminders")] HttpRequest request,
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
        return refusal is null && await PlanAnswers.ReadAsync<ReminderPolicy>(request, cancellation) is { } policy
            ? await PlanAnswers.OfAsync(
                await service.SavePolicyAsync(policy, access.Person.Id, cancellation, asRead),
                access.Person.Language,
                workflows,
                cancellation
            )
            : refusal ?? PlanAnswers.NotJson;
    }
}
