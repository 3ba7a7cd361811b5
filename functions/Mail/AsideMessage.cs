using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Functions.Tasks;
using ACip.Workflows.Mail.Receiving;
using ACip.Workflows.Programme;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Mail;

/// <summary>GET and POST /mail/{key}: one message as text, and what the Secretariat does with it: takes it as somebody's answer, discards or seals it.</summary>
public sealed class AsideMessage(PageShell shell, AsideList list, ReceivedMails mails, ProgrammeDirectory directory)
{
    [Function(nameof(AsideMessage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "mail/{key}")] HttpRequest request,
        string key,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (PageShell.RefuseUnless(Right.HandleMail, page) is { } refusal)
        {
            return refusal;
        }

        if (await mails.FindAsync(key, cancellation) is not { } found)
        {
            return PageShell.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (found.Mail.State == SetAsideState.Sealed && !PageShell.May(Right.OpenSealedMail, page))
        {
            return PageShell.Refuse(page, StatusCodes.Status403Forbidden, page.Say("This message is sealed.", "Ce message est scellé.", "Este mensaje está sellado."));
        }

        if (HttpMethods.IsPost(request.Method))
        {
            return await shell.ReadFormAsync(request, page, cancellation) is { } form
                ? await ActAsync(page, key, form, workflows, request, cancellation)
                : PageShell.Refuse(page, StatusCodes.Status400BadRequest);
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        PersonId? person = request.Query["person"] is [{ Length: > 0 } asked] ? new PersonId(asked) : found.Mail.Person;
        return PageShell.Show<AsideMessagePage>(page, new Dictionary<string, object?>
        {
            [nameof(AsideMessagePage.Mail)] = found.Mail,
            [nameof(AsideMessagePage.Message)] = await mails.ReadAsync(found.Mail, cancellation),
            [nameof(AsideMessagePage.Answers)] = await mails.AnswersAsync(found, cancellation),
            [nameof(AsideMessagePage.IsAside)] = found.IsAside,
            [nameof(AsideMessagePage.People)] = register.People.Values.Where(Answers).OrderBy(one => one.Id.Value, StringComparer.Ordinal).ToArray(),
            [nameof(AsideMessagePage.Chosen)] = person,
            [nameof(AsideMessagePage.Tasks)] = person is { } chosen ? await list.OpenTasksAsync(chosen, cancellation) : [],
            [nameof(AsideMessagePage.Csrf)] = shell.TokenFor(page, page.Path),
        });
    }

    private async Task<IResult> ActAsync(PageContext page, string key, IFormCollection form, DurableTaskClient workflows, HttpRequest request, CancellationToken cancellation)
    {
        PersonId officer = page.Person!.Id;
        DeskResult result;
        switch (form["act"].ToString())
        {
            case "answer":
                TaskId? task = form["task"] is [{ Length: > 0 } id] ? new TaskId(id) : null;
                (result, MailTaken taken) = await list.TreatAsAnswerAsync(key, new PersonId(form["person"].ToString()), task, officer, cancellation);
                await workflows.GoOnAsync(taken, cancellation);
                break;
            case "discard":
                result = await list.DiscardAsync(key, officer, form["reason"], cancellation);
                break;
            case "seal":
                result = await list.SealAsync(key, officer, cancellation);
                break;
            default:
                return PageShell.Refuse(page, StatusCodes.Status400BadRequest);
        }

        switch (result)
        {
            case DeskResult.Recorded:
                request.HttpContext.Response.Headers.Location = page.Link("/mail");
                return Results.StatusCode(StatusCodes.Status303SeeOther);
            case DeskResult.Stale:
                return PageShell.Refuse(page, StatusCodes.Status412PreconditionFailed);
            default:
                return PageShell.Refuse(page, StatusCodes.Status409Conflict, (result as DeskResult.Refused)?.Why);
        }
    }

    private static bool Answers(Person person) => person.Roles.Any(role => role.Role is Role.Coordinator or Role.Alternate or Role.HeadOfCustoms);
}
