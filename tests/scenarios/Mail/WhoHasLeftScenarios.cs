using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Cycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
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
        LocalMessage ask = programme.MailToColleague(report);
        FormItem number = await programme.NumberAsync(report);
        long before = programme.Platform.Mail.Newest;

        await programme.Platform.Mail.ReplyAsync(ask.Id, new InboundReply { Text = $"{number.Code}: 5316" });
        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(5316, (await programme.ReadAsync(report)).Entries[number.Code].Value);
        await programme.AnswerOnThePageAsync(ask, number, "5317");
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

    private async Task LeaveAsync(Person person)
    {
        Row<Person> row = (
            await programme.Table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(person.Id), CancellationToken.None)
        )!;
        DateOnly yesterday = programme.Platform.Clock.UtcToday().AddDays(-1);
        Person left = row.Value with { Roles = [.. row.Value.Roles.Select(held => held with { Until = yesterday })] };
        Assert.True(await programme.Table.TryCommitAsync(new UnitOfWork(StreamId.Programme).Replace(row, left), CancellationToken.None));
        Harness.EachWorker.ForgetRegister(programme.Platform);
    }
}
