using ACip.Functions.Authorization;
using ACip.Functions.Health;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Reconciliation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Operations;

/// <summary>GET /operations: whether the platform is working, for the Secretariat. POST: sends waiting mail now, restarts failed
/// workflows, or runs the daily check.</summary>
public sealed class OperationsPageEndpoint(
    PageFrame frame,
    ProgrammeStandsQuery stands,
    HealthCheck health,
    TimerRuns timers,
    RepairService repairs
)
{
    [Function(nameof(OperationsPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "operations")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (HttpMethods.IsPost(request.Method) && page.Refused is null)
        {
            return await OfficerForms.ActAsync(
                frame,
                request,
                page,
                workflows,
                (form, by) => ActAsync(form, by, workflows, cancellation),
                () => Run(request, workflows, cancellation),
                cancellation
            );
        }

        return PageFrame.RefuseUnless(Right.ManageProgramme, page)
            ?? PageFrame.Show<OperationsPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(OperationsPage.Status)] = await stands.ReadAsync(workflows, cancellation),
                    [nameof(OperationsPage.Health)] = await health.ReadAsync(workflows, cancellation),
                    [nameof(OperationsPage.Timers)] = await timers.ReadAsync(cancellation),
                    [nameof(OperationsPage.Token)] = frame.TokenFor(page, page.Path),
                    [nameof(OperationsPage.Done)] = request.Query.ContainsKey("done"),
                }
            );
    }

    private async Task<CommandResult?> ActAsync(
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        switch (form.Text("act"))
        {
            case "send":
                await repairs.SendWaitingAsync(by, workflows, cancellation);
                break;
            case "check":
                await repairs.CheckAsync(by, workflows, cancellation);
                break;
            case "retry":
                await repairs.RetryAsync(form.Text("instance"), by, workflows, cancellation);
                break;
            default:
                return null;
        }

        return new CommandResult.Recorded(null);
    }
}
