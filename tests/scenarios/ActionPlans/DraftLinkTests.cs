using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Mail;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.ActionPlans;

/// <summary>The page behind the link of a drafting mail.</summary>
public sealed class DraftLinkTests : IAsyncLifetime
{
    private const string Plan = "api/plans/af-2026";
    private PlanWorld world = null!;

    public async Task InitializeAsync() => world = await PlanWorld.StartAsync(1);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_draft_with_errors_is_not_handed_in_and_each_error_is_said_and_what_changed_meanwhile_is_looked_at_again()
    {
        Answer sound = await world.GetAsync("coordinator-af", $"{Plan}/draft/indicators");
        JsonArray broken = sound.Json.AsArray();
        string code = broken[0]!["code"]!.GetValue<string>(),
            result = broken[0]!["result"]!.GetValue<string>();
        await SaveAsync(broken, "X99", sound.Tag);
        LocalMessage asking = world
            .Platform.Mail.List()
            .First(mail => mail.Recipient.Email.StartsWith("coordinator.af", StringComparison.Ordinal) && mail.Text.Contains("/tasks/"));
        var browser = new Browser(world.Http, Regex.Match(asking.Text, "/tasks/[a-z2-7]{26}").Value);
        await browser.OpenAsync();
        await HandInAsync(browser);
        await browser.PostAsync([new("code", Code()), new("act", "code")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains($"<span class=\"code\">{code}</span>", Alert(browser), StringComparison.Ordinal);
        Assert.Equal(PlanState.Drafting, (await world.PlanAsync(new PlanId("af-2026"))).State);

        Answer stands = await world.GetAsync("alternate-af", $"{Plan}/draft/indicators");
        await SaveAsync(stands.Json.AsArray(), result, stands.Tag);
        await HandInAsync(browser); // the page is still open as it was
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("role=\"status\"", browser.Page, StringComparison.Ordinal);
        Assert.Equal(PlanState.Drafting, (await world.PlanAsync(new PlanId("af-2026"))).State);

        await HandInAsync(browser);
        Assert.Equal(PlanState.Submitted, (await world.PlanAsync(new PlanId("af-2026"))).State);
    }

    private async Task SaveAsync(JsonArray indicators, string result, string? tag)
    {
        indicators[0]!["result"] = result;
        (await world.SendAsync("alternate-af", HttpMethod.Put, $"{Plan}/draft/indicators", indicators.DeepClone(), tag)).Is(
            HttpStatusCode.OK
        );
    }

    private async Task HandInAsync(Browser browser)
    {
        await browser.PostAsync([new("act", "submit")]);
        await world.Platform.Busy.QuietAsync();
    }

    private string Code() =>
        Regex
            .Match(
                world.Platform.Mail.List().Last(mail => mail.CustomArgs.GetValueOrDefault("kind") == "OneTimeCode").Text,
                @"\b[0-9]{6}\b"
            )
            .Value;

    private static string Alert(Browser browser) => Regex.Match(browser.Page, "role=\"alert\".*?</div>", RegexOptions.Singleline).Value;
}
