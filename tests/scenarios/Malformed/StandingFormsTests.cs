using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Tests.Scenarios.ActionPlans;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Forms of what stands: a refused one is still based on what its reader has read, and one that is saved as it was shown changes
/// nothing.</summary>
public sealed partial class StandingFormsTests(MalformedWorld world, ITestOutputHelper output) : IClassFixture<MalformedWorld>
{
    private const string Officer = "officer-two";

    private const string Agreement = "/agreements/norad-acip-2026",
        Books = Agreement + "/finance?period=20260101-20261231";

    public static TheoryData<string, string, string, string, string> Edits =>
        new()
        {
            // page, a field that another officer changes, the field that is mistaken, the mistake, and its mending
            { "/calendars/AF", "holidays=2027-05-05", "holidays", "no day", "2027-06-06" },
            { "/calendars/ET", "zone=Asia/Kolkata", "holidays", "no day", "2027-06-06" },
            { "/administrations/AF", "name=Customs, as it is called by now", "fiscalYearStart", "no day", "04-01" },
            { Agreement, "purpose=Another purpose", "amount", "250,000", "3000" },
            { Books, "AF-explanation=As the other explains it", "total-budget", "250,000", "100" },
            { "/questionnaire", "q0-en=As the other asks it", "q1-fr", "", "Autrement ?" },
            { "/pmm/reference", "years=3", "k0-fr", "", "Autrement." },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Who_mends_a_mistake_does_not_write_over_what_somebody_else_has_saved(
        string page,
        string others,
        string field,
        string mistake,
        string mended
    )
    {
        await EnterBooksAsync();
        string changed = others.Split('=')[0],
            value = others.Split('=')[1];
        PageForm mine = Form(await ReadAsync(page), page, changed),
            theirs = Form(await ReadAsync(page), page, changed);
        (HttpStatusCode saved, string _) = await PostAsync(theirs, (changed, value));
        Assert.Equal(HttpStatusCode.SeeOther, saved);

        (HttpStatusCode refused, string html) = await PostAsync(mine, (field, mistake));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        PageForm again = Form(html, mine.Action, changed);
        Assert.Equal(mistake, again.Fields.First(one => one.Name == field).Value.Trim());

        (HttpStatusCode stale, string both) = await PostAsync(again, (field, mended));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale);
        Assert.Equal(value, Form(await ReadAsync(page), page, changed).Fields.First(one => one.Name == changed).Value.Trim());

        if (page is "/questionnaire" or "/pmm/reference")
        {
            Assert.Equal(
                [value, mended],
                BothSides().Matches(both).Select(one => WebUtility.HtmlDecode(one.Groups[one.Groups[1].Value == value ? 1 : 2].Value))
            );
        }

        // now both are seen, and what is saved then is meant
        (HttpStatusCode last, string _) = await PostAsync(Form(both, mine.Action, changed), (field, mended));
        Assert.Equal(HttpStatusCode.SeeOther, last);
    }

    [Fact]
    public async Task A_person_that_is_read_and_written_back_is_told_things_as_often_as_before()
    {
        JsonNode person = (await world.World.GetAsync(Officer, "api/people/coordinator-gh")).Json;
        person["notices"] = "Weekly";
        await world.World.SendAsync(Officer, HttpMethod.Put, "api/people/coordinator-gh", person, "*");
        Answer read = await world.World.GetAsync(Officer, "api/people/coordinator-gh");
        (await world.World.SendAsync(Officer, HttpMethod.Put, "api/people/coordinator-gh", read.Json, read.Tag)).Is(HttpStatusCode.OK);
        Assert.Equal("Weekly", (await world.World.GetAsync(Officer, "api/people/coordinator-gh")).Json["notices"]?.GetValue<string>());
    }

    /// <summary>A row of the table that shows what stands beside what was typed.</summary>
    [GeneratedRegex("<td data-label=\"As it stands\">([^<]*)</td><td data-label=\"Yours\">([^<]*)</td>")]
    private static partial Regex BothSides();

    private async Task EnterBooksAsync()
    {
        await PutAsync(
            "allocations/af-one",
            """{"id":"af-one","agreement":"norad-acip-2026","administration":"AF","amount":1000,"currency":"NOK","from":"2026-01-01","until":"2026-12-31","purpose":"Training."}"""
        );
        await PutAsync(
            "finance/20260101-20261231",
            """{"agreement":"norad-acip-2026","start":"2026-01-01","end":"2026-12-31","currency":"NOK","lines":[{"component":"AF","budget":100,"received":100,"spent":95}],"totals":{"budget":100,"received":100,"spent":95,"balance":5}}"""
        );
    }

    private async Task PutAsync(string path, string body) =>
        await world.World.SendAsync(Officer, HttpMethod.Put, $"api{Agreement}/{path}", JsonNode.Parse(body), isNew: true);

    /// <summary>The last form that holds the field and says what was read.</summary>
    private static PageForm Form(string html, string page, string field) =>
        PageForm
            .On(html, page.Split('?')[0])
            .Last(form => form.Fields.Any(one => one.Name == field) && form.Fields.Any(one => one.Name is "seen"));

    private async Task<string> ReadAsync(string path, string role = Officer) => (await world.World.GetAsync(role, path[1..])).Text;

    private async Task<HttpStatusCode> PostAsync(PageForm form, string role) => (await PostAsync(role, form)).Status;

    private Task<(HttpStatusCode Status, string Html)> PostAsync(PageForm form, params (string Name, string Value)[] typed) =>
        PostAsync(Officer, form, typed);

    private async Task<(HttpStatusCode Status, string Html)> PostAsync(
        string role,
        PageForm form,
        params (string Name, string Value)[] typed
    )
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(world.World.Platform.BaseUrl),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action)
        {
            Content = new FormUrlEncodedContent(
                form.Sent()
                    .Select(one =>
                        typed.FirstOrDefault(other => other.Name == one.Key) is { Name: not null } other
                            ? KeyValuePair.Create(one.Key, other.Value)
                            : one
                    )
            ),
        };
        request.Headers.Add("X-Local-Sign-In", role);
        request.Headers.Add("Accept-Language", "en");
        using HttpResponseMessage answer = await http.SendAsync(request);
        await world.World.Platform.Busy.QuietAsync();
        string html = await answer.Content.ReadAsStringAsync();
        output.WriteLine($"{(int)answer.StatusCode} {form.Action}");
        return (answer.StatusCode, html);
    }
}
