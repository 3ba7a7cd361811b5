using System.Net;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Mail;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Decisions;

/// <summary>A form is taken for what its page offers; anything else is not read as something near it, and what stands already is no
/// change.</summary>
public sealed class OfferedChoicesTests(PeopleFixture programme) : IClassFixture<PeopleFixture>
{
    private readonly PlanWorld world = programme.World;

    [Theory]
    [InlineData("plans/af-2026/draft", "coordinator-af", "act", "[null]", HttpStatusCode.BadRequest)]
    [InlineData("plans/af-2026/draft/plan", "coordinator-af", "act", "destroy", HttpStatusCode.BadRequest)]
    [InlineData("plans/af-2026/draft/indicators/A1", "coordinator-af", "result", "Nonsense", HttpStatusCode.UnprocessableEntity)]
    [InlineData("plans/af-2026/draft/indicators/A1", "coordinator-af", "ascending", "-1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("people/expert-one", "officer-one", "home-0", "[null]", HttpStatusCode.BadRequest)]
    [InlineData("people/expert-one", "officer-one", "donor-1", "Nonsense", HttpStatusCode.BadRequest)]
    public async Task What_a_form_does_not_offer_is_not_taken(
        string path,
        string person,
        string field,
        string value,
        HttpStatusCode expected
    )
    {
        var browser = new Browser(world.Http, $"/{path}", person);
        await browser.OpenAsync();
        Malformed.PageForm form = Malformed.PageForm.On(browser.Page, $"/{path}").Single(one => one.Action == $"/{path}");
        string before = await TrailsAsync();

        await browser.PostAsync([.. form.Sent().Where(one => one.Key != field), new(field, value)]);

        Assert.Equal(expected, browser.Status);
        await world.Platform.Busy.QuietAsync();
        Assert.Equal(before, await TrailsAsync());
        Assert.Equal(PlanState.Drafting, (await world.PlanAsync(new PlanId("af-2026"))).State);
    }

    [Theory]
    [InlineData("api/people/expert-one")]
    [InlineData("api/agreements/norad-acip-2026")]
    public async Task Saving_what_stands_is_no_change(string path)
    {
        Answer read = (await world.GetAsync("officer-one", path)).Is(HttpStatusCode.OK);
        string before = await TrailsAsync();
        Assert.Equal(read.Tag, (await world.SendAsync("officer-one", HttpMethod.Put, path, read.Json, read.Tag)).Is(HttpStatusCode.OK).Tag);
        Assert.Equal(before, await TrailsAsync());
    }

    private async Task<string> TrailsAsync()
    {
        AuditHead?[] heads = await Task.WhenAll(
            new[] { StreamId.Of(new PlanId("af-2026")), StreamId.Programme }.Select(async stream =>
                (await world.Table.FindAsync<AuditHead>(stream, AuditRows.Head, CancellationToken.None))?.Value
            )
        );
        return string.Join(' ', heads.Select(head => head?.Hash));
    }
}
