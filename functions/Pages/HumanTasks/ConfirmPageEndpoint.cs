using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>GET and POST /tasks/{token}/confirm/{key}/{secret}: somebody confirms having written a mail whose domain did not authenticate
/// it. No code is needed, because the secret was mailed only to the registered address.</summary>
public sealed class ConfirmPageEndpoint(
    TaskLinkQuery query,
    LinkAnswers browsers,
    ConfirmationService confirmations,
    ProgrammeDirectory directory,
    CsrfToken csrf
)
{
    [Function(nameof(ConfirmPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "tasks/{token}/confirm/{key}/{secret}")] HttpRequest request,
        string token,
        string key,
        string secret,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        TaskLink link = await query.FindAsync(token, cancellation);
        LinkedTask? linked = link.Task;
        bool known = linked is not null && browsers.Knows(linked.Person, request.Cookies[browsers.CookieOf(linked.Person)]);
        var visit = LinkContext.Of(request, token, linked, known, csrf, (await directory.ReadAsync(cancellation)).Fictional);
        if (linked is null || await confirmations.FindAsync(linked.Ref, linked.Person, key, secret, cancellation) is not { } waiting)
        {
            return Notice(StatusCodes.Status404NotFound, LinkNotice.Unknown);
        }

        if (waiting.Row.State != QuarantineState.Waiting)
        {
            return Notice(StatusCodes.Status200OK, LinkNotice.Confirmed);
        }

        if (link is TaskLink.Closed closed)
        {
            return Notice(StatusCodes.Status410Gone, LinkNotice.Of(closed.Why));
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return LinkResult.Show<ConfirmPage>(visit, StatusCodes.Status200OK, (nameof(ConfirmPage.Waiting), waiting));
        }

        if (await csrf.ReadFormAsync(request, TaskTokens.Hash(token), visit.Path, cancellation) is null)
        {
            return Notice(StatusCodes.Status400BadRequest, LinkNotice.FormTooOld);
        }

        AnswerTaken taken = await confirmations.ConfirmAsync(linked.Ref, waiting, linked.Person.Id, cancellation);
        await workflows.GoOnAsync(taken.Mail, cancellation);
        return taken.Outcome switch
        {
            AnswerOutcome.Taken => Notice(StatusCodes.Status200OK, LinkNotice.Confirmed),
            AnswerOutcome.Closed => Notice(StatusCodes.Status410Gone, LinkNotice.Of(LinkClosed.Expired)),
            _ => Notice(StatusCodes.Status200OK, LinkNotice.NothingToConfirm with { Address = $"/tasks/{token}" }),
        };

        LinkResult Notice(int status, LinkNotice notice) => LinkResult.Show<NoticePage>(visit, status, (nameof(NoticePage.Notice), notice));
    }
}

internal static class MailTakenSteps
{
    /// <summary>Wakes whoever waits for the answer and sends the resulting mails; both are already committed.</summary>
    public static async Task GoOnAsync(this DurableTaskClient workflows, MailTaken taken, CancellationToken cancellation)
    {
        await workflows.BeginAsync(taken.Begins, cancellation);
        if (taken.Wake is { } instance)
        {
            await workflows.WakeAsync(instance, HumanTask.Answered, cancellation);
        }

        foreach (MailsOfStream mails in taken.Mails)
        {
            await workflows.DispatchAsync(mails, "page", cancellation);
        }
    }
}
