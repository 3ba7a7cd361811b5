using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using ACip.Local.Azurite;
using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Harness;
using ACip.Tests.Scenarios.Mail.Robustness;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>One figure, corrected by mail again and again, while the process is killed (SIGKILL) and started anew; the mail service goes on
/// until each mail is acknowledged.</summary>
internal sealed class KilledCorrections : IAsyncDisposable
{
    private const string Secret = "a secret of this test, long enough to derive tokens from";

    private static readonly ReportRef Report = new(new PlanId("af-2026"), new PeriodKey("20260101-20260331"));
    private static readonly DateTimeOffset Now = new(2026, 4, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("acip-corrected-").FullName;
    private readonly SignedPosts service = new();
    private readonly AzuriteProcess storage;
    private readonly ProgrammeTable table;
    private readonly Random chance;
    private ServeProcess? process;
    private int acknowledged;

    private KilledCorrections(AzuriteProcess storage, int seed)
    {
        this.storage = storage;
        table = new ProgrammeTable(new TableServiceClient(storage.ConnectionString), TimeProvider.System);
        chance = new Random(seed);
    }

    public int Kills { get; private set; }

    public static async Task<KilledCorrections> OpenAsync(int seed)
    {
        var corrections = new KilledCorrections(await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true }), seed);
        await corrections.StartAsync();
        await corrections.AskForTheReportAsync();
        return corrections;
    }

    /// <summary>Posts corrections 1, 2, 3 … of the same figure, each until it is acknowledged, and kills meanwhile.</summary>
    /// <param name="saysWhen">True: eight at a time, and the mail service says when each came in. False: one after the other, as fast as
    /// they are acknowledged.</param>
    /// <returns>What stands, once every mail was worked on.</returns>
    public async Task<decimal?> PlayAsync(int corrections, int kills, bool saysWhen)
    {
        string code = await CodeAsync();
        var queue = new ConcurrentQueue<int>(Enumerable.Range(1, corrections));
        Task killing = KillAsync(corrections, kills);
        await Task.WhenAll(
            Enumerable
                .Range(0, saysWhen ? 8 : 1)
                .Select(async _ =>
                {
                    while (queue.TryDequeue(out int number))
                    {
                        DateTimeOffset? received = saysWhen ? Now.AddSeconds(number - corrections) : null;
                        await PostAsync(SignedPosts.Reply("coordinator.af@customs-af.example", To, $"{code}: {number}", number, received));
                        Interlocked.Increment(ref acknowledged);
                    }
                })
        );
        await killing;
        await WorkedOnAsync(corrections);
        return (await ReportRows.FindAsync(table, Report, CancellationToken.None))!.Value.Entries[code].Value;
    }

    public Task<IReadOnlyList<Finding>> AuditAsync() => StorageAudit.RunAsync(storage.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        process?.Dispose();
        service.Dispose();
        await storage.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string To =>
        ReplyAddress.For(
            TaskTokens.Reply(
                Encoding.UTF8.GetBytes(Secret),
                new TaskId($"{Report.Plan}-report-{Report.Period}-r1"),
                new PersonId("coordinator-af")
            ),
            "reply.acip.example"
        );

    private async Task StartAsync() =>
        process = await ServeProcess.StartAsync(
            storage.ConnectionString,
            folder,
            ("Mail__TokenSecret", Secret),
            ("Mail__InboundPublicKey", service.PublicKey)
        );

    private async Task AskForTheReportAsync()
    {
        using var approved = new HttpRequestMessage(HttpMethod.Post, "api/plans/af-2026/submission");
        approved.Headers.Add("X-Local-Sign-In", "coordinator-af");
        using HttpResponseMessage handedIn = await process!.Http.SendAsync(approved);
        Assert.True(handedIn.IsSuccessStatusCode, await handedIn.Content.ReadAsStringAsync());
        await process.DecideAsync("api/plans/af-2026/decision", "approver-one");
        await process.AdvanceAsync("2026-04-20");
    }

    private async Task<string> CodeAsync()
    {
        ActionPlan plan = await PlanRows.VersionAsync(table, Report.Plan, 1, CancellationToken.None);
        ReportRecord report = (await ReportRows.FindAsync(table, Report, CancellationToken.None))!.Value;
        return ReportItems.Asked(plan, report).First(item => item is { Kind: FormItemKind.Number, Sensitive: false }).Code;
    }

    private async Task PostAsync(byte[] body)
    {
        while (true)
        {
            try
            {
                if (await service.PostAsync(process!.Http, "api/mail/inbound", body) == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception away)
                when (away
                        is HttpRequestException
                            or IOException
                            or ObjectDisposedException
                            or TaskCanceledException
                            or InvalidOperationException
                )
            {
                // killed: the next one listens elsewhere
            }

            await Task.Delay(50);
        }
    }

    private async Task KillAsync(int corrections, int kills)
    {
        for (int kill = 1; kill <= kills; kill++)
        {
            while (Volatile.Read(ref acknowledged) < corrections * kill / (kills + 1))
            {
                await Task.Delay(5);
            }

            await Task.Delay(chance.Next(150));
            ServeProcess dying = process!;
            await dying.KillAsync();
            await StartAsync();
            dying.Dispose();
            Kills++;
        }
    }

    private async Task WorkedOnAsync(int corrections)
    {
        for (int look = 0; ; look++)
        {
            // what failed waits on the programme's clock before it is tried again
            await process!.AdvanceAsync(Now.AddDays(1 + look).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            int done = (await table.ListAsync<ReceivedMail>(Report.Stream, ReceivedMail.Prefix, CancellationToken.None)).Count;
            if (done == corrections)
            {
                return;
            }

            Assert.True(look < 3, $"{done} of {corrections} mails that were acknowledged have come to an end");
        }
    }
}
