using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

[CollectionDefinition(Name)]
public sealed class ToldCollection : ICollectionFixture<FewReports>
{
    public const string Name = "a few open reports, and who is told";
}

/// <summary>As many as the scenarios of that collection need, and some of each language.</summary>
public sealed class FewReports : OpenReports
{
    private protected override int Administrations => 8;

    /// <returns>The question, as another coordinator of the same administration got it.</returns>
    internal LocalMessage MailToColleague(OpenReport report) =>
        Of("QuarterlyTask")
            .First(mail => mail.CustomArgs["stream"] == report.Ref.Stream.Value && mail.Recipient.Email != report.Person.Email);

    /// <returns>A number of the report that mails repeat.</returns>
    internal async Task<FormItem> NumberAsync(OpenReport report) =>
        (await ItemsAsync(report)).First(item => item is { Kind: FormItemKind.Number, Sensitive: false, Groups: null or { Count: 0 } });

    /// <summary>Hands in one value behind the link of a mail, with the code that is asked for.</summary>
    internal async Task AnswerOnThePageAsync(LocalMessage ask, FormItem item, string value)
    {
        long before = Platform.Mail.Newest;
        var browser = new Browser(Http, LinkIn(ask));
        await browser.OpenAsync();
        await browser.PostAsync([new(FormFields.Value(item), value), LinkScenarios.Act("submit")]);
        await Platform.Busy.QuietAsync();
        string code = Regex.Match(Assert.Single(Of("OneTimeCode", ask.Recipient.Email, before)).Text, @"\b[0-9]{6}\b").Value;
        await browser.PostAsync([new("code", code), LinkScenarios.Act("code")]);
        await Platform.Busy.QuietAsync();
    }
}
