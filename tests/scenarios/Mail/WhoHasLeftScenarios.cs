using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Cycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using Decision = ACip.Workflows.HumanTasks.Decision;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>Whoever had handed a report in and has left the administration since is told nothing of it; their colleague is.</summary>
[Collection(ToldCollection.Name)]
public sealed class WhoHasLeftScenarios(FewReports programme)
{
    [Fact]
    public async Task Neither_corrections_nor_the_acceptance_are_told_to_whoever_has_left()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take();
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        await LeaveAsync(report.Person);
        LocalMessage ask = programme
            .Of("QuarterlyTask")
            .First(mail => mail.CustomArgs["stream"] == report.Ref.Stream.Value && mail.Recipient.Email != report.Person.Email);
        FormItem number = (await programme.ItemsAsync(report)).First(item =>
            item is { Kind: FormItemKind.Number, Sensitive: false, Groups: null or { Count: 0 } }
        );
        long before = programme.Platform.Mail.Newest;

        await programme.Platform.Mail.ReplyAsync(ask.Id, new InboundReply { Text = $"{number.Code}: 5316" });
        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(5316, (await programme.ReadAsync(report)).Entries[number.Code].Value);
        await CorrectOnThePageAsync(ask, number);
        Assert.Equal(5317, (await programme.ReadAsync(report)).Entries[number.Code].Value);
        await programme.Platform.WakeAsync(
            await programme
                .Platform.Get<ReportService>()
                .DecideAsync(report.Ref, new Decision(true), new PersonId("approver-one"), CancellationToken.None)
        );

        Assert.Equal(ReportState.Accepted, (await programme.ReadAsync(report)).State);
        Assert.Equal(2, programme.Of("Acknowledgement", ask.Recipient.Email, before).Count);
        Assert.Single(programme.Of("ReportAccepted", ask.Recipient.Email, before));
        Assert.Empty(programme.Platform.Mail.List(report.Person.Email, before));
        Assert.Equal([], await StorageAudit.RunAsync(programme.Platform.Storage!));
    }

    private async Task CorrectOnThePageAsync(LocalMessage ask, FormItem number)
    {
        long before = programme.Platform.Mail.Newest;
        var browser = new Browser(programme.Http, OpenReports.LinkIn(ask));
        await browser.OpenAsync();
        await browser.PostAsync([new(FormFields.Value(number), "5317"), LinkScenarios.Act("submit")]);
        await programme.Platform.Busy.QuietAsync();
        string code = Regex.Match(Assert.Single(programme.Of("OneTimeCode", ask.Recipient.Email, before)).Text, @"\b[0-9]{6}\b").Value;
        await browser.PostAsync([new("code", code), LinkScenarios.Act("code")]);
        await programme.Platform.Busy.QuietAsync();
    }

    private async Task LeaveAsync(Person person)
    {
        Row<Person> row = (
            await programme.Table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(person.Id), CancellationToken.None)
        )!;
        DateOnly yesterday = DateOnly.FromDateTime(programme.Platform.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        Person left = row.Value with { Roles = [.. row.Value.Roles.Select(held => held with { Until = yesterday })] };
        Assert.True(await programme.Table.TryCommitAsync(new UnitOfWork(StreamId.Programme).Replace(row, left), CancellationToken.None));
        House.EachWorker.ForgetRegister(programme.Platform);
    }
}
