using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What ends or stops a plan, and a coordinator who leaves: by the forms that officers have, on a programme of its own.</summary>
public sealed class StandingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_plan_is_suspended_resumed_and_closed_by_its_page()
    {
        var plan = new PlanId("af-2026");
        IPage officer = await site.PageAsync("officer-one", script: false);

        await ActAsync(officer, "/plans/af-2026", "Suspend the plan", "#su-why", "The agreement is being renewed.", "Suspend");
        Assert.Equal(PlanState.Suspended, (await PlanAsync(plan)).State);

        await ActAsync(officer, "/plans/af-2026", "Resume the plan", "#re-why", "It is renewed.", "Resume");
        Assert.Equal(PlanState.Active, (await PlanAsync(plan)).State);

        await ActAsync(officer, "/plans/af-2026", "Close the plan before its time", "#cl-why", "Another plan follows.", "Close the plan");
        PlanRecord after = await PlanAsync(plan);
        Assert.Equal(PlanState.Closed, after.State);
        await site.Platform.Busy.QuietAsync();
        // what was handed in is still decided upon
        Assert.Equal(["task|af-2026-review-20261001-20261231-s1"], await OpenTasksAsync("af-2026"));
        await officer.GotoAsync("/plans/af-2026?lang=en");
        Assert.Contains("The agreement is being renewed.", await officer.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Another plan follows.", await officer.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await officer.Locator("form.decide:has(#ca-why)").CountAsync());
    }

    [Fact]
    public async Task A_plan_is_cancelled_by_its_page_and_what_waits_for_it_ends()
    {
        IPage officer = await site.PageAsync("officer-one", script: false);
        Assert.NotEmpty(await OpenTasksAsync("et-2026"));

        await ActAsync(officer, "/plans/et-2026", "Cancel the plan", "#ca-why", "The administration has withdrawn.", "Cancel the plan");
        await site.Platform.Busy.QuietAsync();

        Assert.True((await PlanAsync(new PlanId("et-2026"))).IsOver);
        Assert.Empty(await OpenTasksAsync("et-2026"));
    }

    [Fact]
    public async Task A_coordinator_who_leaves_is_recorded_by_the_persons_page_with_who_takes_over()
    {
        IPage officer = await site.PageAsync("officer-one", script: false);
        await officer.GotoAsync("/people/coordinator-gh?lang=en");
        ILocator form = officer.Locator("form:has(#l-day)");
        await officer.Locator("details:has(#l-day) > summary").ClickAsync();
        await officer.Locator("#l-day").FillAsync("2027-03-31");
        await officer.Locator("#l-who").SelectOptionAsync("alternate-gh");
        await officer.Locator("#l-why").FillAsync("A new post.");
        await form.GetByRole(AriaRole.Button).ClickAsync();

        Assert.Contains("done=1", officer.Url, StringComparison.Ordinal);
        ProgrammeRegister register = await site.RegisterAsync();
        Assert.All(register.People[new PersonId("coordinator-gh")].Roles, role => Assert.Equal(new DateOnly(2027, 3, 31), role.Until));
        Assert.Contains(
            register.People[new PersonId("alternate-gh")].Roles,
            role => role.Role == Role.Coordinator && role.From == new DateOnly(2027, 4, 1)
        );
    }

    private static async Task ActAsync(IPage page, string path, string summary, string field, string reason, string button)
    {
        await page.GotoAsync(path + "?lang=en");
        await page.Locator($"details:has({field}) > summary", new PageLocatorOptions { HasText = summary }).ClickAsync();
        await page.Locator(field).FillAsync(reason);
        await page.Locator($"form:has({field})").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button }).ClickAsync();
        Assert.Contains("done=1", page.Url, StringComparison.Ordinal);
    }

    private async Task<PlanRecord> PlanAsync(PlanId plan) => (await PlanRows.FindAsync(site.Table, plan, CancellationToken.None))!.Value;

    private async Task<string[]> OpenTasksAsync(string plan) =>
        [
            .. (
                await site.Table.ListAsync<HumanTaskRecord>(
                    Workflows.Identifiers.StreamId.Of(new PlanId(plan)),
                    TaskRows.Prefix,
                    CancellationToken.None
                )
            )
                .Where(row => row.Value.State == TaskState.Open)
                .Select(row => row.Key),
        ];
}
