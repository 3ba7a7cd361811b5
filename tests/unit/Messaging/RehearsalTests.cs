using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging;

namespace ACip.Tests.Unit.Messaging;

public sealed class RehearsalTests
{
    private static readonly MailOptions Rehearsing = new() { Rehearsal = "TEST", OnlyTo = "one@acip.example, @who.example" };

    [Theory]
    [InlineData("one@acip.example", true)]
    [InlineData("ONE@acip.example", true)]
    [InlineData("two@who.example", true)]
    [InlineData("two@acip.example", false)]
    [InlineData("one@acip.example.org", false)]
    [InlineData("two@not-who.example", false)]
    public void Mail_goes_only_to_the_list(string address, bool goes) => Assert.Equal(goes, Rehearsing.MayGoTo(address));

    [Fact]
    public void In_production_mail_goes_to_everybody_unmarked()
    {
        var production = new MailOptions();
        Assert.True(production.MayGoTo("anybody@customs.example"));
        Assert.Equal("A task", production.Marked("A task"));
        Assert.Equal("[TEST] A task", Rehearsing.Marked("A task"));
    }

    [Theory]
    [InlineData("", "one@acip.example", "Mail__Rehearsal is not")]
    [InlineData("TEST", "one@", "neither a mail address nor a domain")]
    [InlineData("TEST", "@", "neither a mail address nor a domain")]
    [InlineData("a\nb", "", "line break")]
    public void A_wrong_setting_is_named(string rehearsal, string onlyTo, string said)
    {
        var options = new MailOptions
        {
            Rehearsal = rehearsal,
            OnlyTo = onlyTo,
            TokenSecret = new string('s', 40),
            PublicUrl = "https://acip.example",
        };
        Assert.Contains(said, Assert.Single(new MailOptionsRules().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_stands_on_every_page()
    {
        var page = new PageContext("/", "", Language.Es, false, null, false, DateTimeOffset.UnixEpoch);
        var refusal = new PageResult(
            typeof(RefusalPage),
            new Dictionary<string, object?> { ["Page"] = page, [nameof(RefusalPage.Status)] = 404 },
            404
        );
        Assert.Contains("Ensayo: TEST.", await refusal.RenderAsync("TEST"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ensayo", await refusal.RenderAsync(), StringComparison.Ordinal);
    }
}
