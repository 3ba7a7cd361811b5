using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>One coordinator hands the report in by mail, and another changes it on the page behind their own link.</summary>
[Collection(ToldCollection.Name)]
public sealed class ChangedByColleagueScenarios(FewReports programme)
{
    [Fact]
    public async Task Who_handed_a_report_in_is_told_when_a_colleague_changes_it_on_the_page()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take();
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
        LocalMessage ask = programme.MailToColleague(report);
        FormItem number = await programme.NumberAsync(report);
        long before = programme.Platform.Mail.Newest;
        await programme.AnswerOnThePageAsync(ask, number, "5317");

        Assert.Equal(5317, (await programme.ReadAsync(report)).Entries[number.Code].Value);
        LocalMessage own = Assert.Single(programme.Of("Acknowledgement", ask.Recipient.Email, before)),
            told = Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before));
        Assert.Matches($@"- {number.Code}: [^\n]*\b5[., \u00A0\u202F]?317\b", told.Text.ReplaceLineEndings("\n"));
        Assert.Contains(ask.Recipient.Name!, Words(told), StringComparison.Ordinal); // who has changed it
        Assert.Contains(report.Person.Name, Words(own), StringComparison.Ordinal); // whose figures they stand in place of
        Assert.Equal([], await StorageAudit.RunAsync(programme.Platform.Storage!));
    }

    private static string Words(LocalMessage mail) =>
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
