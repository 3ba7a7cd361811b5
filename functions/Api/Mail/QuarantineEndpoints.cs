using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.HumanTasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Mail;

/// <summary>GET /api/mail/aside: messages in quarantine, newest first, with the reason.</summary>
public sealed class QuarantineEndpoints(QuarantineService list, SignedInPerson signedIn)
{
    [Function(nameof(QuarantineEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mail/aside")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.HandleMail, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        bool opensSealed = (await signedIn.MayAsync(Right.OpenSealedMail, request, cancellation)).Granted;
        return ListAnswer.Of(
            request,
            [.. (await list.ListAsync(cancellation)).Select(mail => QuarantinedMessage.Of(mail.ShownTo(opensSealed)))],
            one => one.Key,
            besides: [],
            byKey: false
        );
    }
}

/// <param name="Verdict">What was found of who wrote it.</param>
/// <param name="Task">What it answers; null where that is not known, or it is sealed for the reader.</param>
/// <param name="Person">Whose address it came from; null where it is nobody's, or it is sealed for the reader.</param>
public sealed record QuarantinedMessage(
    string Key,
    DateTimeOffset At,
    string Verdict,
    string? Reason,
    string? Task,
    string? Person,
    string State,
    string? HandledBy
)
{
    internal static QuarantinedMessage Of(ReceivedMail mail) =>
        new(
            mail.MessageKey,
            mail.At,
            mail.Verdict.ToString(),
            mail.Reason,
            mail.Task?.Value,
            mail.Person?.Value,
            mail.State.ToString(),
            mail.HandledBy?.Value
        );
}

/// <summary>POST /api/mail/aside/{key}: {"action": "answer", "person": "…", "task": "…"}, {"action": "discard", "reason": "…"} or
/// {"action": "seal"}.</summary>
public sealed class QuarantineAction(QuarantineService list, SignedInPerson signedIn)
{
    [Function(nameof(QuarantineAction))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/aside/{key}")] HttpRequest request,
        string key,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.HandleMail, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        QuarantineRequest? asked = await ReadAsync(request, cancellation);
        switch (asked?.Action)
        {
            case "answer" when asked.Person is { Length: > 0 } person:
                (var result, MailTaken taken) = await list.TreatAsAnswerAsync(
                    key,
                    new PersonId(person),
                    asked.Task is { Length: > 0 } task ? new TaskId(task) : null,
                    access.Person.Id,
                    cancellation
                );
                await workflows.GoOnAsync(taken, cancellation);
                return DecisionAnswer.Of(result, access.Person.Language);
            case "discard":
                CommandResult discarded = await list.DiscardAsync(key, access.Person.Id, asked.Reason, cancellation);
                await workflows.FollowAsync(discarded, cancellation);
                return DecisionAnswer.Of(discarded, access.Person.Language);
            case "seal":
                return DecisionAnswer.Of(await list.SealAsync(key, access.Person.Id, cancellation), access.Person.Language);
            default:
                return JsonBody.Refusal("no-such-action", "Send JSON with an action: answer (with person), discard or seal.");
        }
    }

    private static Task<QuarantineRequest?> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        JsonBody.ReadAsync<QuarantineRequest>(request, cancellation);

    private sealed record QuarantineRequest(string? Action, string? Person, string? Task, string? Reason);
}
