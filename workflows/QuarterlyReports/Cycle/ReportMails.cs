using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Writes mails about what becomes of a report; here of its acceptance, and where a mail about a report leads.</summary>
public sealed partial class ReportMails(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan LinksHoldFor = TimeSpan.FromDays(60);

    private DateOnly Today => clock.UtcToday();

    /// <summary>Tells whoever submitted the report, and all who speak for its administration, that it is accepted.</summary>
    /// <param name="read">The report's tasks.</param>
    /// <returns>Key of the mail to whoever submitted it, and the other mails.</returns>
    internal async Task<(string? Notice, MailsOfStream? Others)> AcceptedAsync(
        UnitOfWork unit,
        ReportRecord report,
        ActionPlan plan,
        FoundRows read,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        ReportSubmission last = report.Submissions[^1];
        string key = $"{report.Plan}-{report.Period.Key}-accepted-s{last.Number}";
        string? notice = register.StillOf(report.Administration, [last.By], Today).Any()
            ? await writer.WriteAsync(unit, await AcceptedAsync(report, plan, read, register, (last.By, key)), cancellation)
            : null;
        var others = new List<NewMail>();
        foreach (PersonId person in (await ReportPeople.OfAsync(read, report, register, Today)).Where(one => one != last.By))
        {
            others.Add(await AcceptedAsync(report, plan, read, register, (person, $"{key}-{person}")));
        }

        return (notice, await writer.WriteAllAsync(unit, others, cancellation));
    }

    private async Task<NewMail> AcceptedAsync(
        ReportRecord report,
        ActionPlan plan,
        FoundRows read,
        ProgrammeRegister register,
        (PersonId Person, string Key) to
    )
    {
        (Uri? link, TaskRef? task) = await LinkAsync(
            report,
            to.Person,
            $"plans/{report.Plan}/reports/{report.Period.Key}",
            register,
            () => CurrentTask.LastAsync(read, ReportTasks.Answer(report))
        );
        var accepted = new ReportAccepted(ReportTasks.About(report, register), link)
        {
            Figures = AcceptedCopy.Of(report, plan, register.People.GetValueOrDefault(to.Person)?.Language ?? plan.Language),
            Decided = report.LastDecision is { } decision ? (Placeholders.NameOf(decision.By), decision.At) : null,
        };
        return new NewMail(accepted, to.Person, to.Key) { Task = task, Until = LinksHoldUntil(report) };
    }

    /// <summary>The link in a mail about a report: for the Secretariat the report's page, for anybody else the page behind their own
    /// link: a contributor's leads to their part.</summary>
    /// <param name="lastAsked">The task by which its coordinators were last asked for it.</param>
    /// <returns>The task whose link it is; null where there is none.</returns>
    internal async Task<(Uri? Link, TaskRef? Task)> LinkAsync(
        ReportRecord report,
        PersonId to,
        string page,
        ProgrammeRegister register,
        Func<Task<TaskRef?>> lastAsked
    ) =>
        register.People.TryGetValue(to, out Person? person) && person.SignsIn(Today) ? (writer.Page(page), null)
        : PartOf(report, person) is { } part ? (writer.TaskLink, part)
        : await lastAsked() is { } task ? (writer.TaskLink, task)
        : (null, null);

    /// <summary>The task of a contributor, who may not open the task of the whole report; null for others.</summary>
    private TaskRef? PartOf(ReportRecord report, Person? person) =>
        person is not null
        && ContributionRules.Of(report).LastOrDefault(part => part.Person == person.Id) is { } part
        && !TaskLinkOpening.Answers(person, report.Administration, Today)
            ? ContributionTasks.Of(report, part.Number)
            : null;

    internal DateTimeOffset LinksHoldUntil(ReportRecord report) =>
        clock.GetUtcNow() + LinksHoldFor is var until && until > report.Period.Locks ? until : report.Period.Locks;
}
