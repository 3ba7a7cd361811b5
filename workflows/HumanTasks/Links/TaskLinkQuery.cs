using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>Finds the task behind a link. Reading only: mail scanners open links before people do.</summary>
public sealed class TaskLinkQuery(ProgrammeTable table, PlanVersions versions, ProgrammeDirectory directory, TokenIndex tokens, TimeProvider clock)
{
    private const string ZoneOfTheSecretariat = "Europe/Brussels";

    private static readonly Role[] Answering = [Role.Coordinator, Role.Alternate, Role.HeadOfCustoms];

    public async Task<TaskLink> FindAsync(string token, CancellationToken cancellation)
    {
        if (TaskTokens.Read(token) is not { } sound
            || await tokens.FindAsync(sound, TokenUse.Link, cancellation) is not { } holder
            || await TaskRows.FindAsync(table, holder.Task, cancellation) is not { Value: var task })
        {
            return new TaskLink.Unknown();
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return register.People.TryGetValue(holder.Person, out Person? person)
            ? await OpenAsync(holder, task, person, register, cancellation)
            : new TaskLink.Unknown();
    }

    private async Task<TaskLink> OpenAsync(TokenHolder holder, HumanTaskRecord task, Person person, ProgrammeRegister register, CancellationToken cancellation)
    {
        bool over = clock.GetUtcNow() >= holder.Expires || task.State is TaskState.Expired or TaskState.Cancelled;
        switch (task.Kind)
        {
            case TaskKind.ReportQuarter or TaskKind.ReviewReport:
                ReportRecord report = (await table.FindAsync<ReportRecord>(holder.Task.Stream, ReportRows.Key(task.Subject), cancellation))!.Value;
                Administration home = register.Administrations[report.Administration];
                LinkedTask linked = Linked(new About.Report(home.Names, report.Period.Start, report.Period.End), task.Kind == TaskKind.ReportQuarter ? home.TimeZone : ZoneOfTheSecretariat,
                    task.Kind == TaskKind.ReportQuarter ? report.Period.Locks : task.Expires);
                if (task.Kind == TaskKind.ReviewReport)
                {
                    return Decide(linked, over, $"/plans/{report.Plan}/reports/{report.Period.Key}");
                }

                if (!MayAnswer(task, person, report.Administration))
                {
                    return new TaskLink.Elsewhere(linked, null);
                }

                ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
                if (over || !report.TakesAnswers)
                {
                    return new TaskLink.Closed(linked, report.State switch
                    {
                        ReportState.Missed => LinkClosed.Missed,
                        ReportState.Open or ReportState.Returned => LinkClosed.Expired,
                        ReportState.Accepted or ReportState.Locked => LinkClosed.Accepted,
                        _ => LinkClosed.HandedIn,
                    })
                    { Report = new ClosedReport(report, ReportItems.Of(plan, report.Period), await TalkAsync(report, register, cancellation)) };
                }

                LinkDraft? draft = (await table.FindAsync<LinkDraft>(holder.Task.Stream, LinkDraft.RowKey(task.Id, person.Id), cancellation))?.Value;
                IReadOnlyList<Observation> accepted = await ReportRows.AcceptedAsync(table, report.Plan, cancellation);
                return new TaskLink.Figures(linked, report, ReportItems.Asked(plan, report, accepted), draft) { Plan = plan, Accepted = accepted, Talk = await TalkAsync(report, register, cancellation) };
            case TaskKind.DraftPlan or TaskKind.ApprovePlan:
                PlanRecord file = (await PlanRows.FindAsync(table, new PlanId(task.Subject), cancellation))!.Value;
                Administration owner = register.Administrations[file.Administration];
                LinkedTask planTask = Linked(new About.Plan(owner.Names, file.Title), task.Kind == TaskKind.DraftPlan ? owner.TimeZone : ZoneOfTheSecretariat, task.Expires);
                if (task.Kind == TaskKind.ApprovePlan)
                {
                    return Decide(planTask, over, $"/plans/{file.Id}");
                }

                if (over || task.State != TaskState.Open || !file.TakesDraft)
                {
                    return new TaskLink.Closed(planTask, task.State == TaskState.Answered ? LinkClosed.HandedIn : LinkClosed.Expired);
                }

                return MayAnswer(task, person, file.Administration)
                    ? new TaskLink.Drafting(planTask, (await PlanRows.DraftAsync(table, file.Id, cancellation))!.Value)
                    : new TaskLink.Elsewhere(planTask, null);
            case TaskKind.ReviewPlan:
                PlanRecord reviewed = (await table.FindAsync<PlanRecord>(holder.Task.Stream, PlanRows.File, cancellation))!.Value;
                // answered by reply: nobody who is asked this has an account
                LinkedTask review = Linked(new About.Plan(register.Administrations[reviewed.Administration].Names, reviewed.Title), register.Administrations[reviewed.Administration].TimeZone, task.Expires);
                return task.State == TaskState.Answered ? new TaskLink.Closed(review, LinkClosed.HandedIn) : over ? new TaskLink.Closed(review, LinkClosed.Expired) : new TaskLink.ByReply(review);
            case TaskKind.ReviewRestatement:
                PlanRecord restated = (await table.FindAsync<PlanRecord>(holder.Task.Stream, PlanRows.File, cancellation))!.Value;
                return Decide(Linked(new About.Plan(register.Administrations[restated.Administration].Names, restated.Title), ZoneOfTheSecretariat, task.Expires), over, $"/plans/{restated.Id}/reports/{task.Subject.Split(':')[0]}");
            default:
                DonorReportRecord donorReport = (await table.FindAsync<DonorReportRecord>(holder.Task.Stream, DonorReportRows.Key(task.Subject), cancellation))!.Value;
                string donor = register.Donors[register.Agreements[donorReport.Agreement].Donor].Name;
                return Decide(Linked(new About.DonorReport(donor, donorReport.Start, donorReport.End), ZoneOfTheSecretariat, task.Expires), over, $"/donor-reports/{donorReport.Agreement}");
        }

        LinkedTask Linked(About about, string zone, DateTimeOffset until) => new(holder.Task, task, person, about, zone, until, register.Fictional) { Contact = ProgrammeContact.For(register, person.Id, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) };
    }

    private async Task<IReadOnlyList<(ReportComment, string)>> TalkAsync(ReportRecord report, ProgrammeRegister register, CancellationToken cancellation) =>
        [.. (await table.ListAsync<ReportComment>(StreamId.Of(report.Plan), $"{ReportRows.CommentPrefix}{report.Period.Key}|", cancellation)).Select(row => (row.Value, register.People.GetValueOrDefault(row.Value.By)?.Name ?? row.Value.By.Value))];

    private static TaskLink Decide(LinkedTask linked, bool over, string page) =>
        linked.Task.State == TaskState.Answered ? new TaskLink.Closed(linked, LinkClosed.Decided)
        : over ? new TaskLink.Closed(linked, LinkClosed.Expired)
        : new TaskLink.Elsewhere(linked, page);

    /// <summary>Those asked, and those of the same administration who were told when they stayed silent. An officer who was told answers for nobody.</summary>
    private bool MayAnswer(HumanTaskRecord task, Person person, AdministrationId administration)
    {
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return task.People.Contains(person.Id) || Answering.Any(role => person.Holds(role, today, administration));
    }
}
