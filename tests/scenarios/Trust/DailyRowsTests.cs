using System.Net;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>What counts mails and refusals of a day goes when it is of no use any more.</summary>
public sealed class DailyRowsTests
{
    [Fact]
    public async Task They_go_a_week_or_two_later_and_nothing_else_does()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1, "--Local:Clock:Start=2026-08-03T06:00:00Z"); // a Monday
        await CauseAsync(world);
        Assert.Equal((2, 1), await CountAsync(world));
        int events = (await AuditRows.ReadAsync(world.Table, StreamId.Programme, CancellationToken.None)).Count;

        await GoToAsync(world, 10); // of seven days ago: kept until they are older
        Assert.Equal((2, 1), await CountAsync(world));
        await CauseAsync(world);
        Assert.Equal((4, 2), await CountAsync(world));
        Assert.Empty(await RowsOnRecord.MissingAsync(world.Platform));

        await GoToAsync(world, 17); // the first ones are over, the second ones are not
        Assert.Equal((2, 1), await CountAsync(world));
        Assert.All(
            await world.Table.ListAsync<DeniedAccess>(StreamId.Programme, DeniedAccess.Prefix, CancellationToken.None),
            row => Assert.Contains("|20260810|", row.Key, StringComparison.Ordinal)
        );
        await GoToAsync(world, 24);
        Assert.Equal((0, 0), await CountAsync(world));

        // the refusals themselves stay in the chain, and nothing is missed
        Assert.Equal(
            2,
            (await AuditRows.ReadAsync(world.Table, StreamId.Programme, CancellationToken.None)).Count(link =>
                link.Kind == AuditKind.AccessDenied
            )
        );
        Assert.True((await AuditRows.ReadAsync(world.Table, StreamId.Programme, CancellationToken.None)).Count > events);
        Assert.Equal([], (await world.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
    }

    [Fact]
    public async Task Nothing_that_the_chain_holds_can_be_taken_away_so()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(0);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            world.Table.PurgeAsync(StreamId.Programme, "person|", new DateOnly(2026, 1, 1), CancellationToken.None)
        );
    }

    /// <summary>A refusal, and a stranger's mail.</summary>
    private static async Task CauseAsync(PlanWorld world)
    {
        (await world.GetAsync("coordinator-af", "api/people")).Is(HttpStatusCode.Forbidden);
        LocalMessage asked = world
            .Platform.Mail.List()
            .Last(mail => mail.Recipient.Email == "coordinator.af@customs-af.example" && mail.ReplyTo.Count > 0);
        await world.Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply { Text = $"Hello? {world.Platform.Clock.GetUtcNow():O}", From = new MailAddress("stranger@elsewhere.example") }
        );
        await world.Platform.Busy.QuietAsync();
    }

    private static async Task GoToAsync(PlanWorld world, int day)
    {
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2026, 8, day, 7, 0, 0, TimeSpan.Zero));
        await world.Platform.Busy.QuietAsync();
    }

    private static async Task<(int Limits, int Denied)> CountAsync(PlanWorld world)
    {
        int limits = 0,
            denied = 0;
        await foreach (
            TableEntity row in world
                .Service<TableServiceClient>()
                .GetTableClient(ProgrammeTable.Name)
                .QueryAsync<TableEntity>(select: ["RowKey"])
        )
        {
            limits += row.RowKey.StartsWith(MailLimit.Prefix, StringComparison.Ordinal) ? 1 : 0;
            denied += row.RowKey.StartsWith(DeniedAccess.Prefix, StringComparison.Ordinal) ? 1 : 0;
        }

        return (limits, denied);
    }
}
