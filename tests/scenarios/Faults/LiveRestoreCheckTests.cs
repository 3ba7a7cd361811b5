using ACip.Local.Cli.Operators;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Mail.Robustness;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using InboundMail = ACip.Workflows.HumanTasks.Answers.InboundMail;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>The thorough check of a programme that nobody has restored: ordinary work is not taken for what a restore has lost.</summary>
public sealed class LiveRestoreCheckTests
{
    [Fact]
    public async Task Mail_that_is_just_arriving_and_repeats_that_no_row_names_are_no_loss_and_a_mail_left_behind_is()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(4));
        LocalMessage asked = world.Platform.Mail.List().First(mail => mail.Recipient.Email == "coordinator.af@customs-af.example");
        var store = world.Service<ReceivedMailStore>();

        Task<string> KeepAsync(int number, string path) =>
            store.KeepAsync(
                SignedPosts.Reply(
                    asked.Recipient.Email,
                    asked.ReplyTo[0].Email,
                    "QUESTION: may we count in tonnes?",
                    number,
                    null,
                    ("sender_ip", path)
                ),
                SignedPosts.ContentType,
                CancellationToken.None
            );

        string first = await KeepAsync(1, "192.0.2.1");
        await world.Platform.Workflows.StartOnceAsync(nameof(InboundMail), first, InboundMail.InstanceIdOf(first), CancellationToken.None);
        await world.Platform.Busy.QuietAsync();
        string repeat = await KeepAsync(1, "192.0.2.2");
        Assert.NotEqual(first, repeat);
        Assert.Empty(await LossesAsync(world)); // the repeat may be arriving just now

        await world.Platform.AdvanceAsync(TimeSpan.FromHours(3));
        string arriving = await KeepAsync(2, "192.0.2.3");
        Assert.Empty(await LossesAsync(world));
        Assert.Null(await world.Platform.Workflows.GetInstanceAsync(InboundMail.InstanceIdOf(arriving)));

        // hours later nobody has taken it up: the rows that knew it are gone
        await world.Platform.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Contains("mails taken in again: 1;", Assert.Single(await LossesAsync(world)), StringComparison.Ordinal);
        Assert.NotNull(await world.Platform.Workflows.GetInstanceAsync(InboundMail.InstanceIdOf(arriving)));
        Assert.Null(await world.Platform.Workflows.GetInstanceAsync(InboundMail.InstanceIdOf(repeat)));
    }

    private static async Task<IReadOnlyList<string?>> LossesAsync(PlanWorld world)
    {
        using var said = new StringWriter();
        await OperatorCommands.ReconcileAsync(["--url", world.Platform.BaseUrl, "--key", world.Platform.Simulator.HostKey], said);
        await world.Platform.Busy.QuietAsync();
        return
        [
            .. (await AuditRows.ReadAsync(world.Table, StreamId.Programme, CancellationToken.None))
                .Where(link => link.Kind == AuditKind.StorageRestored)
                .Select(link => link.Reason),
        ];
    }
}
