using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>Tells what became of a restatement: who proposed it, and those who speak for the administration whose figure it is.</summary>
public sealed class RestatementMails(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PlanVersions versions,
    ReportMails links,
    MailWriter writer,
    TimeProvider clock
)
{
    /// <param name="restatement">Decided.</param>
    internal async Task<MailsOfStream?> DecidedAsync(
        UnitOfWork unit,
        ReportRecord report,
        ReportRestatement restatement,
        CancellationToken cancellation
    )
    {
        ReviewDecision decision = restatement.Decision!;
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        DateOnly today = clock.UtcToday();
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        string[] items = [.. restatement.Items.Select(one => one.Item)];
        bool hidden = plan.Indicators.Any(one => one.Sensitive && items.Contains(one.Code));
        TaskRef? last = await CurrentTask.LastAsync(table, ReportTasks.Answer(report), cancellation);
        var mails = new List<NewMail>();
        foreach (
            PersonId to in (await ReportPeople.OfAsync(table, report, register, today, cancellation))
                .Prepend(restatement.By)
                .Distinct()
                .Where(one => one != decision.By)
        )
        {
            (Uri? link, TaskRef? task) = await links.LinkAsync(
                report,
                to,
                $"plans/{report.Plan}/reports/{report.Period.Key}",
                register,
                () => Task.FromResult(last)
            );
            var decided = new RestatementDecided(
                ReportTasks.About(report, register),
                decision.Accepted,
                items,
                Placeholders.NameOf(decision.By),
                hidden ? null
                    : decision.Accepted ? restatement.Reason
                    : decision.Reason,
                link
            );
            string key = string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Plan}-{report.Period.Key}-restated-{restatement.Number}-{to}"
            );
            mails.Add(new NewMail(decided, to, key) { Task = task, Until = task is null ? null : links.LinksHoldUntil(report) });
        }

        return await writer.WriteAllAsync(unit, mails, cancellation);
    }
}
