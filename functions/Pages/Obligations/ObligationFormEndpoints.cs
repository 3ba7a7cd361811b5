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

/// <summary>POST /agreements/{id}/obligations: an officer enters what an agreement wants, or says that it was met.
/// GET …/{obligation}/file: what was sent.</summary>
public sealed class ObligationFormEndpoints(
    PageFrame frame,
    ObligationService obligations,
    ObligationFiles files,
    AgreementPageEndpoints agreement
)
{
    private const int Largest = 20 << 20;

    [Function(nameof(ObligationForm))]
    public async Task<IResult> ObligationForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "agreements/{id}/obligations")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/agreements/{id}";
        if (request.ContentLength is not <= Largest || await frame.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
        }

        var which = new ObligationRef(new AgreementId(id), form.Text("obligation"));
        CommandResult? result = form.Text("act") switch
        {
            "enter" when FormChoice.Read<ObligationKind>(form.Text("kind")) is { } kind => await EnterAsync(
                which,
                kind,
                form,
                page.Person!.Id,
                workflows,
                cancellation
            ),
            "met" => await MeetAsync(which, form.Day("day"), form, page.Person!.Id, cancellation),
            "waive" => await MeetAsync(which, null, form, page.Person!.Id, cancellation),
            _ => null,
        };
        return result is null
            ? PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest)
            : await DecisionForms.AnswerAsync(
                request,
                page,
                result,
                back,
                workflows,
                () => agreement.EditAgreement(request, id, cancellation),
                cancellation,
                "obligations"
            );
    }

    [Function(nameof(ObligationSentFile))]
    public async Task<IResult> ObligationSentFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agreements/{id}/obligations/{obligation}/file")] HttpRequest request,
        string id,
        string obligation,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        Obligation? owed = (await obligations.ListAsync(new AgreementId(id), cancellation)).FirstOrDefault(one => one.Id == obligation);
        return owed?.Met?.File is { } file && await files.ReadAsync(file.Sha256, cancellation) is { } bytes
            ? Results.File(bytes, "application/octet-stream", file.Name)
            : PageFrame.Refuse(page, StatusCodes.Status404NotFound);
    }

    private async Task<CommandResult> EnterAsync(
        ObligationRef which,
        ObligationKind kind,
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        (CommandResult result, ObligationRef? begin) = await obligations.EnterAsync(
            new Obligation(which.Agreement, which.Id, kind, form.Text("title"), form.Day("due"), by),
            cancellation
        );
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return result;
    }

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
