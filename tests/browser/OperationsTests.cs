using System.Net;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Whether the platform does its work, seen by the Secretariat.</summary>
[Collection(OneSite.Name)]
public sealed class OperationsTests(Site site)
{
    [Fact]
    public async Task An_officer_sees_that_all_parts_answer_and_has_everything_checked_now()
    {
        IPage page = await site.PageAsync("officer-one", language: "fr");
        await page.GotoAsync("/operations");
        Assert.Equal(0, await page.GetByText("Ne répond pas").CountAsync());
        Assert.True(await page.Locator(".tiles li").CountAsync() >= 4);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tout contrôler maintenant" }).ClickAsync();
        await page.GetByText("C'est fait.").WaitForAsync();
        Assert.Equal(("check", "officer-one"), await LastRepairAsync());
        Assert.Empty(await Axe.ViolationsAsync(page));
    }

    [Fact]
    public async Task What_failed_is_begun_again_with_one_click_and_timers_say_when_they_ran()
    {
        const string Stray = "stray:browser";
        await site.Platform.Workflows.ScheduleNewOrchestrationInstanceAsync(
            "NoSuchOrchestrator",
            "x",
            new StartOrchestrationOptions(Stray)
        );
        await site.Platform.Busy.QuietAsync();
        OrchestrationMetadata failed = (await site.Platform.Workflows.GetInstanceAsync(Stray))!;
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);

        await site.Platform.AdvanceAsync(TimeSpan.FromSeconds(1)); // so that it can be told when it ran
        IPage page = await site.PageAsync("officer-one", width: 360, language: "es");
        await page.GotoAsync("/operations");
        await page.Locator("form", new PageLocatorOptions { HasText = Stray }).Locator("button[value='retry']").ClickAsync();
        await page.Locator(".note.done").WaitForAsync();
        await site.Platform.Busy.QuietAsync();
        OrchestrationMetadata again = (await site.Platform.Workflows.GetInstanceAsync(Stray))!;
        Assert.True(again.CreatedAt > failed.CreatedAt || again.LastUpdatedAt > failed.LastUpdatedAt);
        Assert.Equal(($"retry {Stray}", "officer-one"), await LastRepairAsync());

        Assert.True(await page.Locator("#timers + .wide tbody tr").CountAsync() >= 4);
        Assert.Equal(0, await page.Locator("#timers + .wide .bad").CountAsync());
        await PagesTests.LookAsync(page, "/operations-failed", "officer-one", "phone");
        Assert.Empty(await Axe.ViolationsAsync(page));
        await site.Platform.Workflows.PurgeInstanceAsync(Stray);
    }

    [Theory]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    [InlineData("coordinator-af", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Nobody_else_operates(string? person, HttpStatusCode expected)
    {
        using HttpClient client = site.Client(person);
        using HttpResponseMessage answer = await client.GetAsync("/operations");
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<(string Subject, string? By)> LastRepairAsync()
    {
        var chain = await site
            .Platform.Get<ProgrammeTable>()
            .ListAsync<AuditEvent>(StreamId.Programme, AuditRows.Prefix, CancellationToken.None);
        AuditEvent noted = chain.Last(row => row.Value.Kind == AuditKind.RepairAsked).Value;
        return (noted.Subject, noted.By?.Value);
    }
}
