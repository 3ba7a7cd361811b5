using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>An officer registers somebody whom a coordinator wants to ask for part of a report, or refuses.</summary>
internal sealed class RegisterContributorTask(ProgrammeTable table, MailWriter writer) : ReportDecisionTask(table, writer)
{
    public override TaskDefinition Definition => ContributionTasks.Register;

    public override Text Title { get; } = Texts.RegisterAContributor;

    protected override Task<MailContent> AskAsync(
        HumanTaskRecord task,
        ReportRecord report,
        About.Report about,
        Uri link,
        CancellationToken cancellation
    )
    {
        ContributorRequest wanted = ContributionRules.Wanted(report).First(one => one.Number == task.Subject.Number);
        return Task.FromResult<MailContent>(
            new AskToRegister(about, Placeholders.NameOf(wanted.By), wanted.Address ?? "", wanted.Items, link)
        );
    }
}
