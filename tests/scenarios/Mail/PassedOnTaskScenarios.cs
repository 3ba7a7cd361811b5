using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Cycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ByOfficers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>An officer passes a report to the head of customs, who hears what becomes of it, and so do the coordinators.</summary>
[Collection(ToldCollection.Name)]
public sealed class PassedOnTaskScenarios(FewReports programme)
{
    private static readonly PersonId Officer = new("officer-one");

    [Fact]
    public async Task Whoever_a_report_was_passed_to_is_told_of_its_new_day_and_of_its_end()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        ReportRecord file = await programme.ReadAsync(report);
        Person head = (await programme.RegisterAsync()).People.Values.First(person =>
            person.Roles.Any(held => held.Role == Role.HeadOfCustoms && held.Administration == file.Administration)
        );
        TaskRef asked = (await CurrentTask.LastAsync(programme.Table, ReportTasks.Answer(file), CancellationToken.None))!;
        await programme.Platform.WakeAsync(
            await Of<OfficerTaskService>().MoveAsync(asked, Role.HeadOfCustoms, "Both are away.", Officer, CancellationToken.None)
        );
        long before = programme.Platform.Mail.Newest;

        await programme.Platform.WakeAsync(
            await Of<ReportOfficerService>()
                .ExtendAsync(report.Ref, new DateOnly(2026, 6, 3), "A new office.", Officer, CancellationToken.None)
        );
        Assert.Equal([head.Email, report.Person.Email], Told("More time", before, head, report.Person));

        await programme.Platform.WakeAsync(
            await Of<ReportOfficerService>().WaiveAsync(report.Ref, "The port is closed.", Officer, CancellationToken.None)
        );
        Assert.Equal([head.Email, report.Person.Email], Told("No report needed", before, head, report.Person));
        Assert.Equal([], await StorageAudit.RunAsync(programme.Platform.Storage!));
    }

    private IEnumerable<string> Told(string subject, long after, params Person[] people) =>
        people
            .Where(one =>
                programme.Of("Notice", one.Email, after).Count(mail => mail.Subject.Contains(subject, StringComparison.Ordinal)) == 1
            )
            .Select(one => one.Email);

    private T Of<T>()
        where T : notnull => programme.Platform.Get<T>();
}
