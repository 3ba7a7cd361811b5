using System.Text;
using ACip.Functions.Authorization;
using ACip.Workflows.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ACip.Tests.Unit.Functions;

public sealed class CsrfTokenTests
{
    private readonly Clock clock = new(new DateTimeOffset(2026, 11, 22, 23, 59, 0, TimeSpan.Zero));

    private CsrfToken Tokens => new(Options.Create(new MailOptions { TokenSecret = "a secret of more than thirty-two characters" }), clock);

    [Fact]
    public void A_form_left_open_over_midnight_is_still_taken_and_one_of_the_day_before_yesterday_is_not()
    {
        string token = Tokens.For("approver-one", "/plans/gh-2026/decision");
        Assert.True(Tokens.Holds("approver-one", "/plans/gh-2026/decision", token));
        clock.Now = clock.Now.AddMinutes(2);
        Assert.True(Tokens.Holds("approver-one", "/plans/gh-2026/decision", token));
        clock.Now = clock.Now.AddDays(1);
        Assert.False(Tokens.Holds("approver-one", "/plans/gh-2026/decision", token));
    }

    [Theory]
    [InlineData("approver-two", "/plans/gh-2026/decision")]
    [InlineData("approver-one", "/plans/et-2026/decision")]
    [InlineData("approver-one/", "plans/gh-2026/decision")]
    public void A_token_is_for_one_person_and_one_form(string whose, string form) =>
        Assert.False(Tokens.Holds(whose, form, Tokens.For("approver-one", "/plans/gh-2026/decision")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("é")]
    public void Whatever_else_is_posted_is_no_token(string? token) =>
        Assert.False(Tokens.Holds("approver-one", "/plans/gh-2026/decision", token));

    /// <summary>Only a form that is not ours is "too old": who typed too much reads that, and types nothing again in vain.</summary>
    [Theory]
    [InlineData(20_000, true, false, "taken")]
    [InlineData(20_001, true, false, "too large")]
    [InlineData(20_001, true, true, "taken")]
    [InlineData(20_001, false, false, "not ours")]
    [InlineData(20_001, false, true, "not ours")]
    public async Task A_form_that_is_too_long_is_told_from_one_that_is_not_ours(int letters, bool ours, bool keeps, string expected)
    {
        HttpRequest request = Posted(ours ? Tokens.For("approver-one", "/form") : "", ("text", new string('x', letters)));
        string answer;
        try
        {
            answer = await Tokens.ReadFormAsync(request, "approver-one", "/form", CancellationToken.None, _ => keeps) is null
                ? "not ours"
                : "taken";
        }
        catch (FormTooLargeException)
        {
            answer = "too large";
        }

        Assert.Equal(expected, answer);
    }

    [Fact]
    public async Task A_report_of_many_items_has_more_fields_than_other_forms()
    {
        HttpRequest request = Many();
        Assert.Equal(3_001, (await Tokens.ReadFormAsync(request, "approver-one", "/form", CancellationToken.None, _ => true))!.Count);
        Assert.Null(await Tokens.ReadFormAsync(Many(), "approver-one", "/form", CancellationToken.None));
    }

    private HttpRequest Many() =>
        Posted(Tokens.For("approver-one", "/form"), [.. Enumerable.Range(0, 3_000).Select(number => ($"v.B{number}", "1"))]);

    private static HttpRequest Posted(string token, params (string Name, string Text)[] fields)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        string body = string.Join('&', fields.Prepend((CsrfToken.Field, token)).Select(field => $"{field.Item1}={field.Item2}"));
        request.Method = "POST";
        request.ContentType = "application/x-www-form-urlencoded";
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return request;
    }

    private sealed class Clock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
