using System.Net;
using ACip.Tests.Scenarios.Harness;
using ACip.Tests.Scenarios.Mail.Robustness;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>A workflow that fails is heard of: a received mail goes to a person or is begun again, and the daily reconciliation lists the
/// rest.</summary>
public sealed class FailedWorkTests : IAsyncLifetime
{
    private RunningProgramme? programme;

    private RunningProgramme Programme => programme!;

    public async Task InitializeAsync() => programme = await RunningProgramme.StartAsync(1);

    public async Task DisposeAsync() => await Programme.DisposeAsync();

    [Fact]
    public async Task A_mail_that_cannot_be_worked_on_for_half_a_day_goes_to_a_person()
    {
        // acknowledged, and its POST is gone: nothing that is tried can succeed
        string key = new('a', 40);
        await StartAsync(nameof(InboundMail), key, InboundMail.InstanceIdOf(key));
        await Programme.Platform.AdvanceAsync(TimeSpan.FromHours(15));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(InboundMail.InstanceIdOf(key)));
        ReceivedMail aside = Assert.Single(await Programme.Get<QuarantineService>().ListAsync(CancellationToken.None));
        Assert.Equal((key, TriageReasons.NotProcessed, QuarantineState.Waiting), (aside.Blob, aside.Reason, aside.State));
        Assert.Contains($"/mail/{key}", Programme.Newest("NeedsPerson").Text, StringComparison.Ordinal);
        using HttpResponseMessage page = await GetAsync($"mail/{key}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_failed_workflow_is_listed_and_that_of_a_mail_is_begun_again()
    {
        byte[] body = SignedPosts.Reply("stranger@webmail.example", "nobody@reply.acip.example", "Hello?", 1, null);
        string key = await Programme.Get<ReceivedMailStore>().KeepAsync(body, SignedPosts.ContentType, CancellationToken.None);
        await StartAsync("NoSuchOrchestrator", key, InboundMail.InstanceIdOf(key));
        await StartAsync("NoSuchOrchestrator", "x", "stray:1");
        await Programme.Platform.Busy.QuietAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync(InboundMail.InstanceIdOf(key)));

        await Programme.Platform.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(InboundMail.InstanceIdOf(key)));
        Assert.Contains(await Programme.Get<QuarantineService>().ListAsync(CancellationToken.None), mail => mail.Blob == key);
        ReconciliationState found = await ReconciliationState.ReadAsync(Programme.Get<ProgrammeTable>(), CancellationToken.None);
        Assert.Contains(
            found.Findings,
            one => one is { Rule: "mail-failed", Repaired: false } && one.Subject == InboundMail.InstanceIdOf(key)
        );
        Assert.Contains(found.Findings, one => one is { Rule: "instance-failed", Repaired: false, Subject: "stray:1" });
        using HttpResponseMessage dashboard = await GetAsync("");
        string page = await dashboard.Content.ReadAsStringAsync();
        Assert.Contains("What needs a look", page, StringComparison.Ordinal);
        Assert.Contains("stray:1", page, StringComparison.Ordinal);

        await Programme.Platform.AdvanceAsync(TimeSpan.FromDays(1));
        found = await ReconciliationState.ReadAsync(Programme.Get<ProgrammeTable>(), CancellationToken.None);
        Assert.DoesNotContain(found.Findings, one => one.Rule == "mail-failed");
    }

    [Fact]
    public async Task A_mail_that_is_delivered_again_after_its_workflow_failed_is_begun_again()
    {
        using var service = new SignedPosts();
        Programme.Get<Microsoft.Extensions.Options.IOptions<MailOptions>>().Value.InboundPublicKey += " " + service.PublicKey;
        using var http = new HttpClient { BaseAddress = new Uri(Programme.Platform.BaseUrl) };
        byte[] body = SignedPosts.Reply("stranger@webmail.example", "nobody@reply.acip.example", "Hello again?", 2, null);
        string id = InboundMail.InstanceIdOf(SignedPosts.KeyOf(body));
        await StartAsync("NoSuchOrchestrator", "x", id);
        await Programme.Platform.Busy.QuietAsync();

        Assert.Equal(HttpStatusCode.OK, await service.PostAsync(http, "api/mail/inbound", body));
        await Programme.Platform.Busy.QuietAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync(id));
    }

    private Task<string> StartAsync(string orchestrator, string input, string id) =>
        Programme.Platform.Workflows.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    private async Task<OrchestrationRuntimeStatus?> StatusAsync(string id) =>
        (await Programme.Platform.Workflows.GetInstanceAsync(id))?.RuntimeStatus;

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Programme.Platform.BaseUrl) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Local-Sign-In", "officer-one");
        return await http.SendAsync(request);
    }
}
