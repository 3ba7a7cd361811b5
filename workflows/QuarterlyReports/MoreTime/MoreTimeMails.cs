using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>Tells the reporters that time was requested, granted or refused. A reply to these mails is a reply to the report's
/// task.</summary>
public sealed class MoreTimeMails(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    MailWriter writer,
    TimeProvider clock
)
{
    /// <param name="key">Of what it answers: the same words once more are told once.</param>
    internal async Task<MailsOfStream?> AskedAsync(UnitOfWork unit, ReportRecord report, string key, CancellationToken cancellation)
    {
        MoreTimeRequest asked = report.TimeRequests[^1];
        DateTimeOffset due = await DueAsync(report, cancellation);
        return await WriteAsync(
            unit,
            report,
            ([asked.By], await CurrentTask.LastAsync(table, ReportTasks.Answer(report), cancellation)),
            AskedKey(asked, key),
            (about, page) => new TimeAsked(about, asked.Day, asked.Reason, due, page),
            cancellation
        );
    }

    /// <summary>As <see cref="AskedAsync"/>, where it may have been told already.</summary>
    internal async Task<MailsOfStream?> AskedAgainAsync(UnitOfWork unit, ReportRecord report, string key, CancellationToken cancellation)
    {
        MoreTimeRequest asked = report.TimeRequests[^1];
        string name = KeyOf(report, AskedKey(asked, key), asked.By);
        return await table.FindAsync<OutgoingMail>(unit.Stream, OutgoingMail.RowKey(name), cancellation) is null
            ? await AskedAsync(unit, report, key, cancellation)
            : new MailsOfStream(unit.Stream, [name]);
    }

    private static string AskedKey(MoreTimeRequest asked, string key) => $"asked{asked.Number}-{key}";

    private static string KeyOf(ReportRecord report, string key, PersonId person) =>
        $"{report.Plan}-{report.Period.Key}-moretime-{key}-{person}";

    /// <param name="asked">What was waiting before it was decided; null for nothing.</param>
    /// <param name="decision">Not given: the due date stays.</param>
    internal async Task<MailsOfStream?> DecidedAsync(
        UnitOfWork unit,
        ReportRecord report,
        MoreTimeRequest? asked,
        (bool Given, PersonId By, string Reason) decision,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        DateOnly today = clock.UtcToday();
        PersonId[] to =
        [
            .. (await ReportPeople.OfAsync(table, report, register, today, cancellation)).Union(
                asked is null ? [] : register.StillOf(report.Administration, [asked.By], today)
            ),
        ];
        DateTimeOffset due = await DueAsync(report, cancellation);
        string key = string.Create(CultureInfo.InvariantCulture, $"decided{report.Extensions.Count}-{report.TimeRequests.Count}");
        TimeDecided Decided(About.Report about, Uri? page) =>
            new(about, decision.Given, asked?.Day, due, Placeholders.NameOf(decision.By), decision.Reason, page);
        TaskRef? task = await CurrentTask.LastAsync(table, ReportTasks.Answer(report), cancellation);
        MailsOfStream? told = await WriteAsync(unit, report, (to, task), key, Decided, cancellation);
        if (!decision.Given)
        {
            return told;
        }

        // a colleague's part moves with it, and what they open is their part
        DateTimeOffset part = PartDue.Of(report, await HomeAsync(report, cancellation), clock.GetUtcNow());
        var all = new HashSet<PersonId>(to);
        foreach (AssignedPart one in ContributionRules.Waiting(report))
        {
            TimeDecided OfPart(About.Report about, Uri? page) => Decided(about, page) with { Asked = null, Due = part };
            PersonId[] people =
            [
                .. (await ContributionTasks.PeopleAsync(table, report, one, (register, today), cancellation)).Where(all.Add),
            ];
            TaskRef own = ContributionTasks.Of(report, one.Number);
            told = MailsOfStream.Together(told, await WriteAsync(unit, report, (people, own), key, OfPart, cancellation));
        }

        return told;
    }

    private async Task<DateTimeOffset> DueAsync(ReportRecord report, CancellationToken cancellation) =>
        AnswerDue.Of(report, await HomeAsync(report, cancellation));

    private async Task<WorkingCalendar> HomeAsync(ReportRecord report, CancellationToken cancellation) =>
        (await settings.ReadAsync(cancellation)).CalendarOf(await directory.HomeAsync(report.Administration, cancellation));

    private async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        ReportRecord report,
        (IReadOnlyList<PersonId> People, TaskRef? Task) to,
        string key,
        Func<About.Report, Uri?, MailContent> content,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        (IReadOnlyList<PersonId> people, TaskRef? task) = to;
        MailContent words = content(ReportTasks.About(report, register), task is null ? null : writer.TaskLink);
        IEnumerable<NewMail> mails = people.Select(person => new NewMail(words, person, KeyOf(report, key, person))
        {
            Task = task,
            Until = task is null ? null : report.Period.Locks,
            TakesReply = task is not null,
        });
        return await writer.WriteAllAsync(unit, mails, cancellation);
    }
}
