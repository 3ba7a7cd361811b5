using System.Net;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.ActionPlans;

/// <summary>Whoever speaks for an administration is told what becomes of its plan, also where somebody else did it.</summary>
public sealed class ToldOfPlansTests : IAsyncLifetime
{
    private const string Officer = "officer-one",
        Path = "api/plans/af-2026";

    private static readonly PlanId Plan = new("af-2026");
    private PlanWorld world = null!;

    public async Task InitializeAsync() => world = await PlanWorld.StartAsync(1);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task An_officer_hands_in_and_revises_a_plan_and_its_coordinator_reads_so()
    {
        await DoAsync(Officer, "submission", new { });
        Assert.Contains("has handed in your action plan", Told("Handed in for you:").Text, StringComparison.Ordinal);
        await DoAsync("expert-one", "comments", new { text = "Compare with last year's survey." });
        Assert.Contains("Compare with last year's survey.", Words(Told("A comment")), StringComparison.Ordinal);
        await DoAsync("approver-one", "decision", new { approved = true });
        Assert.Contains("Your action plan is approved", Words(Told("Approved:")), StringComparison.Ordinal);

        await world.Platform.AdvanceToAsync(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero));
        await DoAsync(Officer, "revision", new { reason = "A law counts otherwise.", effectiveFrom = "2026-04-01" });
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Contains("A programme officer writes: A law counts otherwise.", Words(Told("Please revise:")), StringComparison.Ordinal);
        await DoAsync("coordinator-af", "submission", new { });
        await DoAsync("approver-one", "decision", new { approved = false, reason = "Baselines are missing." });
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(2));

        (await world.SendAsync(Officer, HttpMethod.Delete, $"{Path}/revision", new { reason = "The law was repealed." })).Is(
            HttpStatusCode.OK
        );
        Assert.Contains("The law was repealed.", Words(Told("Revision withdrawn")), StringComparison.Ordinal);
        long before = world.Platform.Mail.Newest;
        await DoAsync(Officer, "revision", new { reason = "Another law.", effectiveFrom = "2026-04-01" });
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(2));
        string asked = Words(Told("Please revise:", before));
        Assert.Contains("A programme officer writes: Another law.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Baselines are missing.", asked, StringComparison.Ordinal);
        Assert.Equal(PlanState.UnderRevision, (await world.PlanAsync(Plan)).State);
        await CloseAsync();
        Assert.Equal([], await StorageAudit.RunAsync(world.Platform.Storage!));
    }

    /// <summary>Its coordinator reads why, once, and who did it gets no mail of it.</summary>
    private async Task CloseAsync()
    {
        await DoAsync(Officer, "closing", new { reason = "The grant ends early." });
        Assert.Equal(PlanState.Closed, (await world.PlanAsync(Plan)).State);
        string status = $"{Plan}-status{(await world.PlanAsync(Plan)).Notes.Count}-";
        LocalMessage told = Assert.Single(world.Platform.Mail.List(), mail => Delivery(mail).StartsWith(status, StringComparison.Ordinal));
        Assert.Equal(status + "coordinator-af", Delivery(told));
        Assert.Contains("The grant ends early.", Words(told), StringComparison.Ordinal);
        Assert.DoesNotContain(
            world.Platform.Mail.List(),
            mail =>
                Delivery(mail).Contains("-status", StringComparison.Ordinal) && Delivery(mail).EndsWith(Officer, StringComparison.Ordinal)
        );
    }

    private static string Delivery(LocalMessage mail) => mail.CustomArgs.GetValueOrDefault("delivery") ?? "";

    private async Task DoAsync(string person, string what, object body) =>
        (await world.SendAsync(person, HttpMethod.Post, $"{Path}/{what}", body)).Is(HttpStatusCode.OK);

    private LocalMessage Told(string subject, long after = 0) =>
        Assert.Single(
            world.Platform.Mail.List(after: after),
            mail =>
                mail.Recipient.Email.StartsWith("coordinator.af", StringComparison.Ordinal)
                && mail.Subject.Contains(subject, StringComparison.Ordinal)
        );

    private static string Words(LocalMessage mail) =>
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
