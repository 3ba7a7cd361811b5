using ACip.Local.Mail;
using ACip.Tests.Scenarios.Cycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ByOfficers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>An officer asks the head of customs for a report that is overdue, of which its coordinators were reminded already.</summary>
public sealed class MovedWhenOverdueScenarios(FewReports programme) : IClassFixture<FewReports>
{
    [Fact]
    public async Task Who_is_moved_aside_reads_it_once_and_the_head_is_asked_at_once()
    {
        OpenReport report = programme.Take(Language.En);
        ReportRecord file = await programme.ReadAsync(report);
        Person head = (await programme.RegisterAsync()).People.Values.First(person =>
            person.Roles.Any(held => held.Role == Role.HeadOfCustoms && held.Administration == file.Administration)
        );
        TaskRef asked = (await CurrentTask.LastAsync(programme.Table, ReportTasks.Answer(file), CancellationToken.None))!;
        await programme.Platform.AdvanceToAsync(file.Due.AddHours(1));
        await programme.ToMailHoursOfAsync(report);
        long before = programme.Platform.Mail.Newest;

        await programme.Platform.WakeAsync(
            await programme
                .Platform.Get<OfficerTaskService>()
                .MoveAsync(asked, Role.HeadOfCustoms, "Both are away.", new PersonId("officer-one"), CancellationToken.None)
        );
        await programme.Platform.Busy.QuietAsync();
        Assert.Single(Of("QuarterlyTask", head.Email));
        Assert.Single(Of("Escalation", report.Person.Email));

        await programme.Platform.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Single(Of("Escalation", report.Person.Email));

        IEnumerable<LocalMessage> Of(string kind, string to) =>
            programme.Of(kind, to, before).Where(mail => mail.CustomArgs["stream"] == report.Ref.Stream.Value);
    }
}
