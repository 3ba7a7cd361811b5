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
        string asked = request.Query["administrations"].ToString();
        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int administrations) && asked.Length > 0)
        {
            return Results.Problem("administrations is a number.", statusCode: StatusCodes.Status400BadRequest, type: "/problems/not-a-number");
        }

        if (!DayBounds.TryRead(request.Query["start"], out DateOnly? start))
        {
            return Results.Problem("start is a day such as 2026-01-01.", statusCode: StatusCodes.Status400BadRequest, type: "/problems/not-a-day");
        }

        IReadOnlyList<PlanFile> plans = await sample.LoadAsync(asked.Length == 0 ? null : administrations, start ?? ProgrammeSeed.FirstDay, cancellation);
        foreach (PlanFile plan in plans)
        {
            await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), plan.Id, plan.InstanceId, cancellation);
        }

        return Results.Ok(new { plans = plans.Select(plan => plan.Id.Value) });
    }
}
