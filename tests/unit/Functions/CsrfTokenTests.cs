using ACip.Functions.Authorization;
using ACip.Workflows.Messaging;
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

    private sealed class Clock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
