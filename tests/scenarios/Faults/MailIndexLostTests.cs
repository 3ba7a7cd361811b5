using System.Net;
using ACip.Local.Cli.Operators;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Mail;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>The index of mails is gone, or older than the table beside it: what reconciles everything writes it again.</summary>
public sealed class MailIndexLostTests
{
    private static readonly StreamId Stream = StreamId.Of(new PlanId("af-2026"));

    [Fact]
    public async Task Links_open_again_what_waits_is_sent_and_what_was_sent_is_not_sent_twice()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2025, 11, 5, 12, 0, 0, TimeSpan.Zero));
        LocalMessage asked = Assert.Single(Mails(world), mail => mail.CustomArgs["delivery"].Contains("-ask-coordinator-af"));
        string link = OpenReports.LinkIn(asked);
        await AssertOpensAsync(world, link, HttpStatusCode.OK);

        string key = asked.CustomArgs["delivery"];
        await ChangeAsync(world, key, OutgoingState.Waiting);
        await EmptyAsync(world);
        await AssertOpensAsync(world, link, HttpStatusCode.NotFound);
        int before = Mails(world).Count;

        await ReconcileAsync(world);
        await AssertOpensAsync(world, link, HttpStatusCode.OK);
        LocalMessage sent = Assert.Single(Mails(world), mail => mail.Id != asked.Id && mail.CustomArgs["delivery"] == key);
        Assert.Equal(before + 1, Mails(world).Count);

        await EmptyAsync(world);
        await ReconcileAsync(world);
        Assert.Equal(before + 1, Mails(world).Count);
        Assert.Equal(asked.Subject, sent.Subject);

        await ChangeAsync(world, key, OutgoingState.Held);
        await EmptyAsync(world);
        await ReconcileAsync(world);
        Assert.Equal(key, Assert.Single(await world.Service<OutboxIndex>().ListHeldAsync(CancellationToken.None)).Mail.Key);
    }

    private static async Task EmptyAsync(PlanWorld world)
    {
        TableClient index = new(world.Platform.Storage, "MailIndex");
        await foreach (TableEntity row in index.QueryAsync<TableEntity>())
        {
            await index.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
        }
    }

    private static IReadOnlyList<LocalMessage> Mails(PlanWorld world) =>
        [.. world.Platform.Mail.List().Where(mail => mail.CustomArgs.GetValueOrDefault("stream") == Stream.Value)];

    private static async Task AssertOpensAsync(PlanWorld world, string link, HttpStatusCode expected)
    {
        using HttpResponseMessage page = await world.Http.GetAsync(link);
        Assert.Equal(expected, page.StatusCode);
    }

    private static Task<bool> ChangeAsync(PlanWorld world, string key, OutgoingState state) =>
        world.Table.DecideAsync(
            async () =>
            {
                Row<OutgoingMail> row = (
                    await world.Table.FindAsync<OutgoingMail>(Stream, OutgoingMail.RowKey(key), CancellationToken.None)
                )!;
                return (new UnitOfWork(Stream).Replace(row, row.Value with { State = state }), true);
            },
            CancellationToken.None
        );

    private static async Task ReconcileAsync(PlanWorld world)
    {
        using var said = new StringWriter();
        await OperatorCommands.ReconcileAsync(["--url", world.Platform.BaseUrl, "--key", world.Platform.Simulator.HostKey], said);
        await world.Platform.Busy.QuietAsync();
    }
}
