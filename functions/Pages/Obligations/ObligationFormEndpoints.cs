using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Programme;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Obligations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Obligations;

/// <summary>POST /agreements/{id}/obligations: an officer enters an obligation of an agreement, or how it was met. GET
/// …/{obligation}/file: what was sent.</summary>
public sealed class ObligationFormEndpoints(
    PageFrame frame,
    ObligationService obligations,
    ObligationFiles files,
    AgreementPageEndpoints agreement
)
{
    [Function(nameof(ObligationForm))]
    public Task<IResult> ObligationForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "agreements/{id}/obligations")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerForms.ActAsync(
            frame,
            request,
            new FormPlace($"/agreements/{id}", "obligations", () => agreement.EditAgreement(request, id, cancellation)),
            workflows,
            async (form, by) =>
            {
                var which = new ObligationRef(new AgreementId(id), form.Text("obligation"));
                return form.Text("act") switch
                {
                    "enter" when FormChoice.Read<ObligationKind>(form.Text("kind")) is { } kind => await obligations
                        .EnterAsync(new Obligation(which.Agreement, which.Id, kind, form.Text("title"), form.Day("due"), by), cancellation)
                        .BeginAsync(workflows.BeginAsync, cancellation),
                    "enter" => FormChoice.Unoffered,
                    "met" => await MeetAsync(which, form.Day("day"), form, by, cancellation),
                    "file" => await obligations.AddFileAsync(
                        which,
                        await ChosenFile.ReadAsync(form, "file", cancellation),
                        by,
                        cancellation
                    ),
                    "waive" => await MeetAsync(which, null, form, by, cancellation),
                    _ => null,
                };
            },
            cancellation
        );

    [Function(nameof(ObligationSentFile))]
    public Task<IResult> ObligationSentFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agreements/{id}/obligations/{obligation}/file")] HttpRequest request,
        string id,
        string obligation,
        CancellationToken cancellation
    ) =>
        FiledProof.HandOutAsync(
            frame,
            request,
            Right.ManageProgramme,
            files,
            async () =>
                (await obligations.ListAsync(new AgreementId(id), cancellation)).FirstOrDefault(one => one.Id == obligation)?.Met?.File,
            cancellation
        );

    private async Task<CommandResult> MeetAsync(
        ObligationRef which,
        DateOnly? day,
        IFormCollection form,
        PersonId by,
        CancellationToken cancellation
    )
    {
        (string, byte[])? sent = await ChosenFile.ReadAsync(form, "file", cancellation);
        return await obligations.MeetAsync(which, day, by, form.Text("receipt"), sent, by, cancellation);
    }
}
