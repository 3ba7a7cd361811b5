using System.Globalization;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Sample;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Programme;

/// <summary>POST /api/programme/sample?administrations=3&amp;start=2026-01-01: starts the programme with fictional sample data; repeated,
/// it adds what is missing. Needs the master key, because nobody is registered yet who could sign in.</summary>
public sealed class LoadSampleEndpoint(SampleProgramme sample)
{
    [Function(nameof(LoadSampleEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/programme/sample")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        string asked = request.Query["administrations"].ToString();
        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int administrations) && asked.Length > 0)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "not-a-number", "administrations is a number.");
        }

        if (!DayBounds.TryRead(request.Query["start"], out DateOnly? start))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "not-a-day", "start is a day such as 2026-01-01.");
        }

        if (
            await sample.LoadAsync(asked.Length == 0 ? null : administrations, start ?? ProgrammeSeed.FirstDay, cancellation)
            is not { } loaded
        )
        {
            return ApiProblem.Of(
                StatusCodes.Status409Conflict,
                "programme-in-use",
                "The programme is a real one; fictional sample data must not get into it."
            );
        }

        foreach (PlanRecord plan in loaded.Plans)
        {
            await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), plan.Id, plan.InstanceId, cancellation);
        }

        return Results.Ok(new { plans = loaded.Plans.Select(plan => plan.Id.Value), added = Kinds(loaded.Added) });
    }

    /// <summary>What was added, by kind: administrations, donors, agreements, people, plans.</summary>
    private static Dictionary<string, string[]> Kinds(IReadOnlyList<string> keys) =>
        keys.GroupBy(
                key => key[..key.IndexOf('|', StringComparison.Ordinal)],
                key => key[(key.IndexOf('|', StringComparison.Ordinal) + 1)..]
            )
            .ToDictionary(kind => kind.Key, kind => kind.ToArray());
}
