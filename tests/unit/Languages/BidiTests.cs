using ACip.Functions.Pages.Frame;
using ACip.Tests.Unit.Messaging.Letters;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Tests.Unit.Languages;

public sealed class BidiTests
{
    private static readonly Language Arabic = (Language)"ar";

    [Fact]
    public void What_stands_for_a_placeholder_is_set_apart_where_words_run_from_right_to_left()
    {
        Text due = Workflows.Messaging.Letters.Texts.StillMissing(codes: "B3");
        Assert.Contains("\u2068B3\u2069", due.In(Arabic), StringComparison.Ordinal);
        Assert.DoesNotContain('\u2068', due.In((Language)"pt"));
        Assert.DoesNotContain('\u2068', due.In(Language.En));
    }

    [Theory]
    [InlineData("- B3: 45 (نسبة)", "\u200F- B3: 45 (نسبة)")]
    [InlineData("نسبة B3", "نسبة B3")]
    [InlineData("B3: [            ]", "B3: [            ]")]
    [InlineData("-- ", "-- ")]
    [InlineData("https://acip.example/tasks/x", "https://acip.example/tasks/x")]
    public void A_line_that_begins_with_a_code_runs_as_its_words_do(string line, string marked) =>
        Assert.Equal(marked, Bidi.Lines(line, Arabic));

    [Fact]
    public async Task A_mail_says_its_direction_where_programs_look_for_it()
    {
        MailContent content = Samples.All(Arabic).First(one => one.Name == "acknowledgement-noted").Content;
        string html = (await MailRendering.RenderAsync(content, Samples.Frame(Arabic))).Html;
        // webmail takes html and body off
        Assert.Contains("margin:0 auto\" lang=\"ar\" dir=\"rtl\">", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\" dir=\"ltr\" style=\"text-align:right", html, StringComparison.Ordinal);
        Assert.DoesNotContain("text-align:left", html, StringComparison.Ordinal);
        Assert.DoesNotContain("padding-left", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_and_lists_are_written_as_the_language_does()
    {
        Assert.Equal("من 1 يوليو إلى 30 سبتمبر 2026", new DateWords(Arabic, "UTC").Range(new(2026, 7, 1), new(2026, 9, 30)));
        Assert.Equal("1 de Julho a 30 de Setembro de 2026", new DateWords((Language)"pt", "UTC").Range(new(2026, 7, 1), new(2026, 9, 30)));
        Assert.Equal(
            ["zero", "one", "two", "few", "many", "other"],
            new decimal[] { 0, 1, 2, 103, 11, 100 }.Select(Arabic.Culture.PluralOf)
        );
        Assert.Equal("تونس", CountryNames.Of(new Workflows.Identifiers.AdministrationId("TN")).In(Arabic));
    }

    [Theory]
    [InlineData("<p>حتى 2026-12-31 09:00 UTC</p>", "<p>حتى <bdi dir=\"ltr\">2026-12-31 09:00 UTC</bdi></p>")]
    [InlineData("<a href=\"/x?on=2026-12-31\">x</a>", "<a href=\"/x?on=2026-12-31\">x</a>")]
    [InlineData("<textarea>2026-12-31: 45</textarea>", "<textarea>2026-12-31: 45</textarea>")]
    public void A_day_on_a_page_is_set_apart_but_in_what_is_typed(string html, string shown)
    {
        const string Turned = "<html lang=\"ar\" dir=\"rtl\">";
        Assert.Equal(Turned + shown, TurnedPage.Of(Turned + html));
        Assert.Equal(html, TurnedPage.Of(html));
    }
}
