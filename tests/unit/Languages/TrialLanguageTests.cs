using System.Text;
using ACip.Functions.Pages.Frame;
using ACip.Tests.Unit.DonorReports;
using ACip.Tests.Unit.Messaging.Letters;
using ACip.Tests.Unit.ReplyParsing;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Serialization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Unit.Languages;

/// <summary>A language is files and a line of the registry: this one is known to no code (see <see cref="TrialLanguage"/>).</summary>
public sealed class TrialLanguageTests
{
    private static readonly Language Trial = Language.FromString(TrialLanguage.Tag);

    [Fact]
    public async Task A_mail_is_written_in_it()
    {
        MailContent content = Samples.All(Trial).First(one => one.Name == "quarterly-task").Content;
        MailMessage mail = await MailRendering.RenderAsync(content, Samples.Frame(Trial));
        Assert.Contains(Workflows.Messaging.Letters.Texts.QuarterlyIntro.In(Trial), mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"qtz\" dir=\"rtl\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("möön-", mail.Text, StringComparison.Ordinal);
        Assert.Equal(Trial, mail.Language);
    }

    [Fact]
    public void A_reply_in_it_is_understood()
    {
        ParsedReply reply = ReplyReader.Read(
            ReplyText.Of("B4: yöp\nB6: 12 moonten 2026\nB5: kön wört: nöbody cöunted\n\nSOBMÖT\n", null),
            RecognisedCase.Items,
            Trial
        );
        Assert.IsType<Command.Submit>(reply.Command);
        Assert.Contains(reply.Figures, figure => figure.Reached == true);
        Assert.Contains(reply.Figures, figure => figure.MissingReason is not null);
        Assert.Contains(reply.Figures, figure => figure.Date == new DateOnly(2026, 10, 12));
    }

    [Fact]
    public void A_report_is_written_in_it()
    {
        string page = Encoding.UTF8.GetString(
            DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.Norad), Trial)[ReportParts.Html].Bytes
        );
        Assert.Contains("<html lang=\"qtz\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains(TrialLanguage.Turned("Working principles"), page, StringComparison.Ordinal);
        Assert.Matches("[٠-٩]", page);
    }

    [Fact]
    public async Task A_page_is_shown_in_it_to_whoever_asks()
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString("?lang=qtz");
        Assert.Equal(Trial, PageLanguage.For(context.Request, null));

        var page = new PageContext("/x", "", Trial, ChosenLanguage: true, null, Fictional: true, DateTimeOffset.UnixEpoch);
        string html = await RenderAsync<RefusalPage>(new() { ["Page"] = page, ["Status"] = 404 });
        Assert.Contains("<html lang=\"qtz\" dir=\"rtl\">", html, StringComparison.Ordinal);
        Assert.Contains(TrialLanguage.Turned("There is no such page"), System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_days_lists_places_and_plurals_are_its_own()
    {
        Assert.Equal("١٬٢٣٤٫٥", Figures.Number(1234.5m, Trial));
        Assert.Equal("2026 möön-10 först", new DateWords(Trial, "UTC").Day(new DateOnly(2026, 10, 1)));
        Assert.Equal("Mölö", CountryNames.Of(new AdministrationId("ML")).In(Trial));
        Assert.Equal("a, b öt c", Trial.Culture.List(["a", "b", "c"]));
        Assert.Equal(["other", "one", "few", "other", "few"], new decimal[] { 0, 1, 3, 12, 23 }.Select(Trial.Culture.PluralOf));
        Text confirm = Workflows.Messaging.Letters.Texts.ConfirmWords(lines: 3);
        Assert.StartsWith("few ", confirm.In(Trial), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_people_are_kept_with_it()
    {
        var person = new Person(new PersonId("x"), "X", "x@example.org", Trial, []);
        Assert.Equal(Trial, Json.Read<Person>(Json.Write(person)).Language);
        Assert.Contains("\"language\":\"Qtz\"", Json.Write(person), StringComparison.Ordinal);
    }

    private static async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
