using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.Mail;
using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Reporting;
using ACip.Workflows.Mail.Workbooks;
using ACip.Workflows.Storage;
using ACip.Workflows.Workbooks;

using Reminder = ACip.Workflows.Mail.Outgoing.Reminder;

namespace ACip.Workflows.Tasks;

/// <summary>The mails of a task's step: what is asked, of whom, in whose language.</summary>
public sealed class TaskMails(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, MailFiles files)
{
    /// <returns>Keys of the mails that the unit now holds.</returns>
    public async Task<IReadOnlyList<string>> ComposeAsync(Unit unit, HumanTaskFile task, PolicyStep step, DateTimeOffset now, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        TaskMatter matter = await MatterAsync(unit.Stream, task, register, cancellation);
        var keys = new List<string>();
        foreach (PersonId person in task.People)
        {
            MailContent content = step.Anchor is null ? matter.Ask(register.People[person].Language) : matter.Remind(Stage(step), register.People[person].Language);
            await AddAsync(person, content, takesReply: task.Kind is TaskKind.DraftPlan or TaskKind.ReportQuarter,
                step.Anchor is null && matter.Workbook is { } workbook ? await workbook(register.People[person].Language) : null);
        }

        string asked = string.Join(", ", task.People.Select(id => register.People.GetValueOrDefault(id)?.Name).OfType<string>());
        foreach (BackupPerson backup in task.Backups.Where(b => step.Also.Contains(b.Audience) && !task.People.Contains(b.Person)).DistinctBy(b => b.Person))
        {
            EscalatedTo to = backup.Audience == Role.Alternate ? EscalatedTo.Alternate : EscalatedTo.Head;
            await AddAsync(backup.Person, new Escalation(to, matter.About, asked, task.Due, task.Expires, writer.TaskLink), takesReply: false);
        }

        return keys;

        async Task AddAsync(PersonId person, MailContent content, bool takesReply, MailAttachment? file = null)
        {
            var about = new TaskRef(unit.Stream, task.Id);
            if (await writer.WriteAsync(unit, content, person, $"{task.Id}-{step.Key}-{person}", about, task.Expires, takesReply, null, cancellation, file is null ? null : [file]) is { } key)
            {
                keys.Add(key);
            }
        }
    }

    private static ReminderStage Stage(PolicyStep step) => step.Days > 0 ? ReminderStage.Overdue : step.Days <= -7 ? ReminderStage.First : ReminderStage.Later;

    private async Task<TaskMatter> MatterAsync(StreamId stream, HumanTaskFile task, ProgrammeRegister register, CancellationToken cancellation)
    {
        Uri link = writer.TaskLink;
        switch (task.Kind)
        {
            case TaskKind.DraftPlan or TaskKind.ApprovePlan:
                PlanFile plan = (await PlanRows.FindAsync(table, new PlanId(task.Subject), cancellation))!.Value;
                ActionPlan draft = (await PlanRows.DraftAsync(table, plan.Id, cancellation))!.Value;
                var about = new About.Plan(register.Administrations[plan.Administration].Name, plan.Title);
                if (task.Kind == TaskKind.ApprovePlan)
                {
                    var review = new ReviewTask(about, draft.Indicators.Count + draft.Benchmarks.Count, plan.Rounds[^1].SubmittedAt, task.Due, link);
                    return new TaskMatter(about, _ => review, (stage, _) => new Reminder(stage, about, task.Due, task.Expires, link));
                }

                MailForm outline = PlanOutline.Write(draft);
                return plan.Rounds.LastOrDefault()?.Decision is { Approved: false } sentBack
                    ? new TaskMatter(about,
                        _ => new ReportReturned(about, sentBack.Reason, [.. sentBack.Items.Select(i => new ReturnedItem(i.Key, PlanOutline.Label(draft, i.Key), i.Value))], task.Due, outline, link),
                        (stage, _) => new Reminder(stage, about, task.Due, task.Expires, link, outline))
                    : new TaskMatter(about, _ => new DraftingTask(about, task.Due, outline, link), (stage, _) => new Reminder(stage, about, task.Due, task.Expires, link, outline));
            case TaskKind.ReportQuarter or TaskKind.ReviewReport:
                ReportFile report = (await table.FindAsync<ReportFile>(stream, ReportRows.Key(task.Subject), cancellation))!.Value;
                return await ReportMatterAsync(task, report, register, link, cancellation);
            default:
                DonorReportFile donorReport = (await table.FindAsync<DonorReportFile>(stream, DonorReportRows.Key(task.Subject), cancellation))!.Value;
                var donorAbout = new About.DonorReport(register.Donors[register.Agreements[donorReport.Agreement].Donor].Name, donorReport.Start, donorReport.End);
                var sign = new ReviewTask(donorAbout, donorReport.FigureCount, donorReport.AssembledAt ?? task.AskedAt, task.Due, link);
                return new TaskMatter(donorAbout, _ => sign, (stage, _) => new Reminder(stage, donorAbout, task.Due, task.Expires, link));
        }
    }

    private async Task<TaskMatter> ReportMatterAsync(HumanTaskFile task, ReportFile report, ProgrammeRegister register, Uri link, CancellationToken cancellation)
    {
        var about = new About.Report(register.Administrations[report.Administration].Name, report.Period.Start, report.Period.End);
        if (task.Kind == TaskKind.ReviewReport)
        {
            var review = new ReviewTask(about, report.Entries.Count, report.Submissions[^1].At, task.Due, link);
            return new TaskMatter(about, _ => review, (stage, _) => new Reminder(stage, about, task.Due, task.Expires, link));
        }

        ActionPlan plan = await PlanRows.VersionAsync(table, report.Plan, report.PlanVersion, cancellation);
        IReadOnlyList<FormItem> items = ReportItems.Of(plan, report.Period);
        MailForm Form(Language language) => new(ReplyForm.Write(items, language), ReplyForm.Html(items, language));
        MailContent Ask(Language language) => report.Submissions.LastOrDefault()?.Decision is { Accepted: false } sentBack
            ? new ReportReturned(about, sentBack.Reason, [.. sentBack.Items.Select(i => Returned(items, i.Key, i.Value))], task.Due, Form(language), link)
            : new QuarterlyTask(about, task.Due, Form(language), link, WithWorkbook: true);
        return new TaskMatter(about, Ask, (stage, language) => new Reminder(stage, about, task.Due, task.Expires, link, Form(language)), async language =>
        {
            FiguresForm form = ReportForms.Of(report, plan, register, language);
            return await files.KeepAsync(FiguresWorkbook.Write(form), ReportForms.FileName(form), ReportForms.MediaType, cancellation);
        });
    }

    private static ReturnedItem Returned(IReadOnlyList<FormItem> items, string code, string reason)
    {
        FormItem? item = items.FirstOrDefault(i => i.Code == code);
        return new ReturnedItem(code, item?.Label ?? "", reason, item?.Sensitive ?? false);
    }

    /// <param name="Ask">The first mail, in a language.</param>
    /// <param name="Remind">A later one.</param>
    /// <param name="Workbook">Goes with the first mail; null for none.</param>
    private sealed record TaskMatter(About About, Func<Language, MailContent> Ask, Func<ReminderStage, Language, MailContent> Remind, Func<Language, Task<MailAttachment>>? Workbook = null);
}
