using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Registers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.EarlierYears;

/// <summary>POST /plans/{planId}/history: an officer imports accepted figures of earlier years from a file.</summary>
public sealed class EarlierYearsFormEndpoint(PageFrame frame, EarlierYearsService years, PlanPageEndpoint plans)
{
    /// <summary>Value of the form's button.</summary>
    public const string Act = "history";

    private const int MostShown = 20;

    public static string PathOf(PlanId plan) => $"/plans/{plan}/history";

    [Function("EarlierYearsForm")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/history")] HttpRequest request,
        string planId,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerForms.ActAsync(
            frame,
            request,
            new FormPlace($"/plans/{planId}", "history", () => plans.Run(request, planId, cancellation)),
            workflows,
            async (form, by) =>
            {
                (string _, byte[] bytes) = await ChosenFile.ReadAsync(form, "file", cancellation) ?? ("", []);
                HistoricImport import = await years.ImportAsync(new PlanId(planId), form.Text("source"), bytes, by, cancellation);
                return import.Errors.Count == 0
                    ? new CommandResult.Recorded(null) { Forgiven = import.Forgiven }
                    : new CommandResult.Refused("historic-file", "Nothing of the file was taken over.")
                    {
                        Because = [.. import.Errors.Take(MostShown).Select(Words)],
                    };
            },
            cancellation
        );

    private static Text Words(LineError error) => Texts.LineSays(line: error.Line, why: Api.LineErrors.WordsOf(error));
}
