using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Sends mails written by an endpoint or a check, through a workflow that retries.</summary>
public static class MailDispatch
{
    [Function(nameof(MailDispatch))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        MailsOfStream mails = context.GetInput<MailsOfStream>()!;
        await context.SendMailsAsync(mails.Stream, mails.Keys, tried: false);
    }

    /// <param name="round">Another one for mails that are sent again; the same starts nothing twice.</param>
    public static Task DispatchAsync(
        this DurableTaskClient workflows,
        MailsOfStream? mails,
        string round,
        CancellationToken cancellation
    ) =>
        mails is null
            ? Task.CompletedTask
            : workflows.StartOnceAsync(nameof(MailDispatch), mails, InstanceIdOf(mails, round), cancellation);

    private static string InstanceIdOf(MailsOfStream mails, string round) =>
        "send:"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mails.Stream}\n{string.Join('\n', mails.Keys)}\n{round}")))[
            ..40
        ];
}
