using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>An officer grants an administration's request for more time, or refuses it.</summary>
internal sealed class DecideMoreTimeTask(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    MailWriter writer
) : ReportDecisionTask(table, writer)
{
    public override TaskDefinition Definition => MoreTimeTasks.Kind;

    public override Text Title { get; } = Texts.DecideOnMoreTime;

    protected override async Task<MailContent> AskAsync(
        HumanTaskRecord task,
        ReportRecord report,
        About.Report about,
        Uri link,
        CancellationToken cancellation
    )
    {
        MoreTimeRequest asked = report.TimeRequests.First(one => one.Number == task.Subject.Number);
        WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
            await directory.HomeAsync(report.Administration, cancellation)
        );
        return new AskMoreTime(about, Placeholders.NameOf(asked.By), asked.Day, asked.Reason, AnswerDue.Of(report, home), link);
    }
}
