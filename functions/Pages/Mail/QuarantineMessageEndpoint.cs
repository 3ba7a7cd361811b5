using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.HumanTasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Mail;

/// <summary>GET and POST /mail/{key}: one message as text, and what the Secretariat does with it: takes it as somebody's answer, discards
/// it or seals it.</summary>
public sealed class QuarantineMessageEndpoint(PageFrame frame, QuarantineService list, ReceivedMails mails, ProgrammeDirectory directory)
{
    [Function(nameof(QuarantineMessageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "mail/{key}")] HttpRequest request,
        string key,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        (PageContext page, MailWithAnswers? found, IResult? refusal) = await OpenAsync(request, key, cancellation);
        if (found is null)
        {
            return refusal!;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return await ShowAsync(page, found, request.Query["person"], cancellation);
        }

        return await frame.ReadFormAsync(request, page, cancellation) is { } form
            ? await ActAsync(request, page, key, form, workflows, cancellation)
            : PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
    }

    private async Task<(PageContext Page, MailWithAnswers? Found, IResult? Refusal)> OpenAsync(
        HttpRequest request,
        string key,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.HandleMail, page) is { } refusal)
        {
            return (page, null, refusal);
        }

        if (await mails.FindAsync(key, cancellation) is not { } found)
        {
            return (page, null, PageFrame.Refuse(page, StatusCodes.Status404NotFound));
        }

        return found.Mail.State == QuarantineState.Sealed && !PageFrame.May(Right.OpenSealedMail, page)
            ? (page, null, PageFrame.Refuse(page, StatusCodes.Status403Forbidden, page.Say(Texts.ThisMessageIsSealed)))
            : (page, found, null);
    }

    private async Task<IResult> ShowAsync(PageContext page, MailWithAnswers found, string? whose, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        PersonId? person = whose is { Length: > 0 } asked ? new PersonId(asked) : found.Mail.Person;
        return PageFrame.Show<QuarantineMessagePage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(QuarantineMessagePage.Mail)] = found.Mail,
                [nameof(QuarantineMessagePage.Message)] = await mails.ReadAsync(found.Mail, cancellation),
                [nameof(QuarantineMessagePage.Answers)] = await mails.AnswersAsync(found, cancellation),
                [nameof(QuarantineMessagePage.IsAside)] = found.IsAside,
                [nameof(QuarantineMessagePage.People)] = register
                    .People.Values.Where(QuarantineService.MayAnswer)
                    .OrderBy(one => one.Name, page.Language.Order)
                    .ToArray(),
                [nameof(QuarantineMessagePage.Chosen)] = person,
                [nameof(QuarantineMessagePage.Tasks)] = person is { } chosen
                    ? await list.OpenTasksAsync(chosen, found.Mail.TaskStream, cancellation)
                    : [],
                [nameof(QuarantineMessagePage.Csrf)] = frame.TokenFor(page, page.Path),
            }
        );
    }

    private async Task<IResult> ActAsync(
        HttpRequest request,
        PageContext page,
        string key,
        IFormCollection form,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PersonId officer = page.Person!.Id;
        CommandResult result;
        switch (form["act"].ToString())
        {
            case "answer":
                TaskId? task = form["task"] is [{ Length: > 0 } id] ? new TaskId(id) : null;
                (result, MailTaken taken) = await list.TreatAsAnswerAsync(
                    key,
                    new PersonId(form["person"].ToString()),
                    task,
                    officer,
                    cancellation
                );
                await workflows.GoOnAsync(taken, cancellation);
                break;
            case "discard":
                result = await list.DiscardAsync(key, officer, form["reason"], cancellation);
                await workflows.FollowAsync(result, cancellation);
                break;
            case "seal":
                result = await list.SealAsync(key, officer, cancellation);
                break;
            default:
                return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        return result is CommandResult.Recorded
            ? new SeeOther(page.Link("/mail"))
            : await AgainAsync(
                request,
                page,
                key,
                form,
                result as CommandResult.Refused ?? CommandResult.Refused.ChangedMeanwhile,
                cancellation
            );
    }

    /// <summary>The message once more, with what was typed and why it was refused, in the reader's language.</summary>
    private Task<IResult> AgainAsync(
        HttpRequest request,
        PageContext page,
        string key,
        IFormCollection form,
        CommandResult.Refused refused,
        CancellationToken cancellation
    ) =>
        DecisionForms.AgainAsync(
            request,
            RefusedForm.Of(request, page.Path, refused),
            async () =>
            {
                (PageContext again, MailWithAnswers? found, IResult? refusal) = await OpenAsync(request, key, cancellation);
                return found is null ? refusal! : await ShowAsync(again, found, form["person"], cancellation);
            }
        );
}
