using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Settings;

/// <summary>GET /settings: everything that officers can enter or set, with links to the forms. POST: starts a plan.</summary>
public sealed class SettingsPageEndpoint(PageFrame frame, NewPlanService plans, ProgrammeDirectory directory)
{
    [Function(nameof(SettingsPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "settings")] HttpRequest request,
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
                (form, by) => BeginPlanAsync(form, by, workflows, cancellation),
                () => Run(request, workflows, cancellation),
                cancellation
            );
        }

        return PageFrame.RefuseUnless(Right.ManageProgramme, page)
            ?? PageFrame.Show<SettingsPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(SettingsPage.Register)] = await directory.ReadAsync(cancellation),
                    [nameof(SettingsPage.Token)] = frame.TokenFor(page, page.Path),
                    [nameof(SettingsPage.Done)] = request.Query.ContainsKey("done"),
                }
            );
    }

    private async Task<CommandResult?> BeginPlanAsync(
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        if (form.Text("act") != "plan" || form.Text("from") is not ("library" or "last"))
        {
            return null;
        }

        if (form.Day("start") is var start && start == default)
        {
            return new CommandResult.Refused("not-a-day", "Give a day.");
        }

        int[] factors = [.. form.Numbers("factors")];
        if (factors.Any(one => one is < 1 or > 10))
        {
            return new CommandResult.Refused("key-factors", "Key factors are numbers from 1 to 10.");
        }

        (PlanRecord? plan, CommandResult.Refused? refusal) = await plans.BeginAsync(
            new NewPlan(
                new AdministrationId(form.Text("administration")),
                start,
                form.Text("from") == "last",
                factors.Length > 0 ? factors : null
            ),
            by,
            cancellation
        );
        if (plan is null)
        {
            return refusal;
        }

        await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), plan.Id, plan.InstanceId, cancellation);
        return new CommandResult.Recorded(null);
    }
}
