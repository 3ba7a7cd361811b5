using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>An officer grants an administration's request for more time, or refuses it.</summary>
internal sealed class DecideMoreTimeTask(ProgrammeTable table, MailWriter writer) : ReportDecisionTask(table, writer)
{
    public override TaskDefinition Definition => MoreTimeTasks.Kind;

    public override Text Title { get; } = Texts.DecideOnMoreTime;

    protected override MailContent Ask(HumanTaskRecord task, ReportRecord report, About.Report about, Uri link)
    {
        MoreTimeRequest asked = report.TimeRequests.First(one => one.Number == task.Subject.Number);
        return new AskMoreTime(about, Placeholders.NameOf(asked.By), asked.Day, asked.Reason, report.Due, link);
    }
}
