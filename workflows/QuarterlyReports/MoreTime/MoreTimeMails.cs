using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

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
            [asked.By],
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
        PersonId[] to =
        [
            .. register
                .Holding(Role.Coordinator, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), report.Administration)
                .Concat(asked is null ? [] : [asked.By])
                .Distinct(),
        ];
        DateTimeOffset due = await DueAsync(report, cancellation);
        string number = string.Create(CultureInfo.InvariantCulture, $"{report.Extensions.Count}-{report.TimeRequests.Count}");
        return await WriteAsync(
            unit,
            report,
            to,
            $"decided{number}",
            (about, page) =>
                new TimeDecided(about, decision.Given, asked?.Day, due, Placeholders.NameOf(decision.By), decision.Reason, page),
            cancellation
        );
    }

    private async Task<DateTimeOffset> DueAsync(ReportRecord report, CancellationToken cancellation) =>
        AnswerDue.Of(
            report,
            (await settings.ReadAsync(cancellation)).CalendarOf(await directory.HomeAsync(report.Administration, cancellation))
        );

    private async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        ReportRecord report,
        IReadOnlyList<PersonId> people,
        string key,
        Func<Messaging.Letters.About.Report, Uri?, Messaging.Letters.MailContent> content,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        TaskRef? task = await CurrentTask.LastAsync(table, ReportTasks.Answer(report), cancellation);
        var keys = new List<string>();
        foreach (PersonId person in people)
        {
            if (
                await writer.WriteAsync(
                    unit,
                    new NewMail(
                        content(ReportTasks.About(report, register), task is null ? null : writer.TaskLink),
                        person,
                        KeyOf(report, key, person)
                    )
                    {
                        Task = task,
                        Until = task is null ? null : report.Period.Locks,
                        TakesReply = task is not null,
                    },
                    cancellation
                ) is
                { } written
            )
            {
                keys.Add(written);
            }
        }

        return keys.Count == 0 ? null : new MailsOfStream(unit.Stream, keys);
    }
}
