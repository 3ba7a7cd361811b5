using ACip.Workflows.Reconciliation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Operations;

/// <summary>GET /api/operations/status, POST /api/operations/reconciliation: the programme's status, and running the daily reconciliation
/// now.</summary>
/// <remarks>Needs a function key, because operators need not be in the programme's register. It contains no names, addresses or
/// figures.</remarks>
public sealed class OperationsEndpoints(ProgrammeStandsQuery stands, RepairService repairs)
{
    [Function("GetStatus")]
    public async Task<IResult> Status(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/operations/status")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) => Results.Json(await stands.ReadAsync(workflows, cancellation), JsonAnswer.Options);

    [Function("Reconcile")]
    public async Task<IResult> Reconcile(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/operations/reconciliation")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        await repairs.CheckAsync(null, workflows, cancellation);
        return Results.Json(await stands.ReadAsync(workflows, cancellation), JsonAnswer.Options);
    }
}
