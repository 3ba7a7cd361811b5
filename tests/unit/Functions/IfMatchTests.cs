using System.Text;
using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Unit.Functions;

/// <summary>What requests say, read in one place each: tags, bodies, addresses.</summary>
public sealed class IfMatchTests
{
    [Theory]
    [InlineData("\"abc\"", true)]
    [InlineData("W/\"abc\"", true)] // a proxy that compresses weakens a tag
    [InlineData("\"other\", \"abc\"", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("\"\"", false)]
    public void Tags_are_what_was_read(string header, bool fits)
    {
        (AsRead read, IResult? refusal) = IfMatch.Of(Request(ifMatch: header));
        Assert.Null(refusal);
        Assert.Equal(fits, read.Fits("abc"));
    }

    /// <summary>What is read again is what changed, though it stands in other rows; what is decided on is one row alone.</summary>
    [Fact]
    public void An_answer_of_several_rows_is_tagged_as_a_whole_and_matched_by_the_row_that_is_decided_on()
    {
        var row = new Row<string>("meeting", "2027", new Azure.ETag("W/\"datetime'2027-01-01T00%3A00%3A00.1Z'\""));
        string nobody = TagOf(new { row.Value, Coming = 0 }, row),
            somebody = TagOf(new { row.Value, Coming = 1 }, row);
        Assert.NotEqual(nobody, somebody);
        Assert.All([nobody, somebody], tag => Assert.True(IfMatch.Of(Request(ifMatch: tag)).AsRead.Fits(row)));
        var changed = new Row<string>("meeting", "2027", new Azure.ETag("W/\"datetime'2027-01-01T00%3A00%3A00.2Z'\""));
        Assert.False(IfMatch.Of(Request(ifMatch: nobody)).AsRead.Fits(changed));
    }

    private static string TagOf<T>(T value, Row<string> row)
    {
        HttpRequest request = Request();
        JsonAnswer.Read(request, value, row);
        return request.HttpContext.Response.Headers.ETag.ToString();
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("\"abc")]
    [InlineData("abc\"")]
    [InlineData("\"a\" \"b\"")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("W/abc")]
    [InlineData("*, \"a\"")]
    public async Task What_is_no_tag_is_400(string header)
    {
        (_, IResult? refusal) = IfMatch.Of(Request(ifMatch: header));
        Assert.Equal(400, (await AnswerAsync(refusal!)).Status);
    }

    [Fact]
    public async Task Who_replaces_something_says_from_what()
    {
        Assert.Equal(428, (await AnswerAsync(IfMatch.Of(Request(), needed: true).Refusal!)).Status);
        Assert.True(IfMatch.Of(Request()).AsRead.Fits("anything"));
        HttpRequest isNew = Request();
        isNew.Headers.IfNoneMatch = "*";
        Assert.True(IfMatch.Of(isNew, needed: true, mayBeNew: true).AsRead.Fits(null));
        Assert.False(IfMatch.Of(isNew, needed: true, mayBeNew: true).AsRead.Fits("abc"));
    }

    [Theory]
    [InlineData("""{"risks":[],"deviations":[null],"events":[]}""", "$.deviations[0]")]
    [InlineData("""{"risks":[],"deviations":[],"events":[{"kind":"Nonsense"}]}""", "$.events[0].kind")]
    [InlineData("""{"risks":[],"deviations":[]}""", "$")]
    [InlineData("""{"risks":null,"deviations":[],"events":[]}""", "$.risks")]
    [InlineData("""{"risks":[],""", "$")]
    [InlineData("null", "$")]
    [InlineData("", "$")]
    public async Task A_body_that_is_not_what_is_taken_is_400_with_the_place(string body, string at)
    {
        HttpRequest request = Request(body: body);
        Assert.Null(await JsonBody.ReadAsync<ReportNotes>(request, CancellationToken.None));
        (int status, string text) = await AnswerAsync(JsonBody.Refusal("not-json", "Send notes."), request.HttpContext);
        Assert.Equal(400, status);
        Assert.Contains($"\"path\":\"{at}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_read_no_further_than_it_may_be_long()
    {
        Assert.Null(await RequestBody.ReadAsync(Request(body: new string(' ', 101)), 100, CancellationToken.None));
        Assert.Equal(100, (await RequestBody.ReadAsync(Request(body: new string(' ', 100)), 100, CancellationToken.None))!.Length);
        HttpRequest declared = Request(body: "{}");
        declared.ContentLength = long.MaxValue;
        Assert.Null(await RequestBody.ReadAsync(declared, 100, CancellationToken.None));
    }

    [Theory]
    [InlineData("/tasks/🤖", "/tasks/%F0%9F%A4%96")]
    [InlineData("/tasks/é?done=1&lang=fr#x", "/tasks/%C3%A9?done=1&lang=fr#x")]
    [InlineData("/tasks/a\r\nSet-Cookie: x", "/tasks/a%0D%0ASet-Cookie:%20x")]
    public async Task An_address_is_written_so_that_a_header_can_hold_it(string address, string written)
    {
        var context = new DefaultHttpContext();
        await new SeeOther(address).ExecuteAsync(context);
        Assert.Equal(written, context.Response.Headers.Location.ToString());
    }

    [Fact]
    public Task So_is_half_a_character() =>
        An_address_is_written_so_that_a_header_can_hold_it("/tasks/a" + (char)0xD83E, "/tasks/a%EF%BF%BD");

    [Theory]
    [InlineData("Approver", Role.Approver)]
    [InlineData("4", null)]
    [InlineData("approver", null)]
    [InlineData("99", null)]
    [InlineData("Approver, Auditor", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_choice_of_a_form_is_one_of_its_words(string? text, Role? role) => Assert.Equal(role, FormChoice.Read<Role>(text));

    [Theory]
    [InlineData("2027-02-28", true)]
    [InlineData(" 2027-02-28 ", true)]
    [InlineData("9999-12-31", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("2027-02-30", false)]
    [InlineData("28/02/2027", false)]
    [InlineData(null, false)]
    public void A_day_is_one_that_calendars_can_count_on(string? text, bool day) => Assert.Equal(day, DayBounds.Read(text) is not null);

    private static HttpRequest Request(string? ifMatch = null, string? body = null)
    {
        var context = new DefaultHttpContext();
        if (ifMatch is not null)
        {
            context.Request.Headers.IfMatch = ifMatch;
        }

        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body ?? ""));
        return context.Request;
    }

    private static async Task<(int Status, string Text)> AnswerAsync(IResult result, HttpContext? context = null)
    {
        context ??= new DefaultHttpContext();
        context.RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
    }
}
