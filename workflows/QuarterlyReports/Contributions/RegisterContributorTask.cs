using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>An officer registers somebody whom a coordinator wants to ask for a part of a report, or does not.</summary>
internal sealed class RegisterContributorTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => ContributionTasks.Register;

    public Text Title { get; } = Texts.RegisterAContributor;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, stream, task, read, cancellation);
        About.Report about = ReportTasks.About(report, register);
        ContributorRequest wanted = ContributionRules.Wanted(report).First(one => one.Number == task.Subject.Number);
        return TaskMatter.Of(
            task,
            about,
            new AskToRegister(about, Placeholders.NameOf(wanted.By), wanted.Address ?? "", wanted.Items, writer.TaskLink),
            writer.TaskLink
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, opening.Stream, opening.Task, null, cancellation);
        return opening.Decision(ReportTasks.About(report, opening.Register), $"/plans/{report.Plan}/reports/{report.Period.Key}");
    }
}
