using System.Net.Http.Json;
using ACip.Functions.Health;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Harness;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Scenarios.Mail.Robustness;

/// <summary>Days on which mail arrives, stops arriving, and arrives again.</summary>
public sealed class HeartbeatTests
{
    private static readonly string[] Officers = ["officer.one@acip-secretariat.example"];

    [Fact]
    public async Task That_mail_stops_is_told_once_and_shown_until_it_arrives_again()
    {
        await using RunningProgramme programme = await RunningProgramme.StartAsync(1, "--Mail:Heartbeat=true");
        int before = (await programme.Get<QuarantineService>().ListAsync(CancellationToken.None)).Count;
        await GoToAsync(programme, 22);

        // two probes have come back, and left nothing but that they did
        LocalMessage[] probes = Probes(programme);
        Assert.Equal(2, probes.Length);
        Assert.All(programme.Platform.Mail.Received, one => Assert.Equal(PostState.Taken, one.State));
        Assert.Equal(before, (await programme.Get<QuarantineService>().ListAsync(CancellationToken.None)).Count);
        Assert.Empty(programme.Get<BlobServiceClient>().GetBlobContainerClient("received-mail").GetBlobs());
        Assert.Empty(await MailInstancesAsync(programme));
        Assert.Equal(
            new DateTimeOffset(2025, 10, 22, 4, 0, 0, TimeSpan.Zero),
            (await HealthAsync(programme)).MailArrivedAt!.Value,
            TimeSpan.FromMinutes(1)
        );
        Assert.True((await HealthAsync(programme)).MailArrives);

        // a probe that is posted once more proves nothing, and one that somebody else has thought out goes to a person
        await ReplayAsync(programme, probes[0].Recipient.Email);
        await ReplayAsync(programme, "heartbeat+202512310400-0123456789abcdef0123456789abcdef@reply.acip.example");
        Assert.Equal(before + 1, (await programme.Get<QuarantineService>().ListAsync(CancellationToken.None)).Count);

        programme.Platform.Mail.RotateInboundKey(); // nobody has told the application
        await GoToAsync(programme, 23);
        Assert.Equal(Officers, Told(programme));
        HealthAnswer silent = await HealthAsync(programme);
        Assert.Equal((true, false), (silent.Healthy, silent.MailArrives));
        await GoToAsync(programme, 25);
        Assert.Equal(Officers, Told(programme));
        Assert.False((await programme.Get<HeartbeatService>().ReadAsync(CancellationToken.None))!.Arrives);
        Assert.Contains("mail-silent", await FoundAsync(programme));

        Harness.EachWorker.TakesKeyToo(programme.Platform, programme.Platform.Mail.InboundPublicKey);
        await GoToAsync(programme, 27);
        Assert.True((await HealthAsync(programme)).MailArrives);
        Assert.Equal(Officers, Told(programme));
        Assert.DoesNotContain("mail-silent", await FoundAsync(programme));
        AuditKind[] kinds =
        [
            .. (
                await programme.Get<ProgrammeTable>().ListAsync<AuditEvent>(StreamId.Inbox, AuditRows.Prefix, CancellationToken.None)
            ).Select(row => row.Value.Kind),
        ];
        Assert.Equal(
            [AuditKind.InboundMailSilent, AuditKind.InboundMailRestored],
            kinds.Where(kind => kind is AuditKind.InboundMailSilent or AuditKind.InboundMailRestored)
        );
        Assert.Equal([], (await programme.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Empty(await RowsOnRecord.MissingAsync(programme.Platform));
    }

    [Fact]
    public async Task Where_it_is_switched_off_nothing_is_sent_and_nothing_is_said()
    {
        await using RunningProgramme programme = await RunningProgramme.StartAsync(1);
        await GoToAsync(programme, 23);
        Assert.Empty(Probes(programme));
        Assert.Null((await HealthAsync(programme)).MailArrives);
        Assert.Null(
            await programme.Get<ProgrammeTable>().FindAsync<MailHeartbeat>(StreamId.Inbox, MailHeartbeat.RowKey, CancellationToken.None)
        );
    }

    private static async Task GoToAsync(RunningProgramme programme, int day)
    {
        await programme.Platform.AdvanceToAsync(new DateTimeOffset(2025, 10, day, 9, 0, 0, TimeSpan.Zero));
        await programme.Platform.Busy.QuietAsync();
    }

    private static LocalMessage[] Probes(RunningProgramme programme) =>
        [.. programme.Platform.Mail.List().Where(mail => mail.Recipient.Email.StartsWith("heartbeat+", StringComparison.Ordinal))];

    private static IEnumerable<string> Told(RunningProgramme programme) =>
        programme
            .Platform.Mail.List()
            .Where(mail => mail.Subject.Contains("no longer arrive", StringComparison.Ordinal))
            .Select(mail => mail.Recipient.Email);

    private static async Task<HealthAnswer> HealthAsync(RunningProgramme programme)
    {
        using var http = new HttpClient { BaseAddress = new Uri(programme.Platform.BaseUrl) };
        return (await http.GetFromJsonAsync<HealthAnswer>("api/health"))!;
    }

    private static async Task<IEnumerable<string>> FoundAsync(RunningProgramme programme) =>
        (await ReconciliationState.ReadAsync(programme.Get<ProgrammeTable>(), CancellationToken.None)).Findings.Select(one => one.Rule);

    private static async Task<IReadOnlyList<string>> MailInstancesAsync(RunningProgramme programme)
    {
        var found = new List<string>();
        await foreach (
            OrchestrationMetadata one in programme.Platform.Workflows.GetAllInstancesAsync(
                new OrchestrationQuery(InstanceIdPrefix: "mail:")
            )
        )
        {
            found.Add(one.InstanceId);
        }

        return found;
    }

    private static async Task ReplayAsync(RunningProgramme programme, string to)
    {
        await programme.Platform.Mail.DeliverAsync(
            new ACip.Local.Mail.InboundMail
            {
                From = new MailAddress("programme@acip.example"),
                To = new MailAddress(to),
                EnvelopeFrom = "programme@acip.example",
                EnvelopeTo = [to],
                Subject = "A-CIP: test of the reply address",
                Text = "Once more.",
                Headers = [new("Message-ID", $"<{to[..20].Replace('+', '.')}@elsewhere.example>")],
            }
        );
        await programme.Platform.Busy.QuietAsync();
    }
}
