using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Programme;

/// <summary>POST /api/programme/sample?administrations=3&amp;start=2026-01-01: begins the programme with fictional sample data. Needs the master key: nobody is registered yet who could sign in.</summary>
public sealed class LoadSample(SampleProgramme sample)
{
    [Function(nameof(LoadSample))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/programme/sample")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        int? administrations = int.TryParse(request.Query["administrations"], NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
        DateOnly start = DateOnly.TryParseExact(request.Query["start"], "yyyy-MM-dd", out DateOnly day) ? day : ProgrammeSeed.FirstDay;
        IReadOnlyList<PlanFile> plans = await sample.LoadAsync(administrations, start, cancellation);
        foreach (PlanFile plan in plans)
        {
            await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), plan.Id, plan.InstanceId, cancellation);
        }

        return Results.Ok(new { plans = plans.Select(plan => plan.Id.Value) });
    }
}
