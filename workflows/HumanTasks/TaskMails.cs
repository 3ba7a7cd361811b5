using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ReminderMail = ACip.Workflows.Messaging.Letters.Reminder;

namespace ACip.Workflows.HumanTasks;

/// <summary>The mails of a task's step: what is asked, of whom, in whose language.</summary>
public sealed class TaskMails(ProgrammeTable table, PlanVersions versions, ProgrammeDirectory directory, MailWriter writer, MailFiles files, PlanDraftService drafts, TimeProvider clock)
{
    /// <summary>The first mail to these people: what is asked, with the form.</summary>
    /// <param name="read">What was read together with the task; null for nothing.</param>
    /// <returns>Keys of the mails that the unit now holds.</returns>
    internal async Task<IReadOnlyList<string>> AskAsync(UnitOfWork unit, HumanTaskRecord task, IReadOnlyList<PersonId> people, FoundRows? read, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        TaskMatter matter = await MatterAsync(unit.Stream, task, read, register, cancellation);
        return await WriteAsync(unit, task, people, "ask", language => matter.Ask(language), task.AsksCoordinator, register, cancellation, matter.Workbook);
    }

    /// <summary>A later mail: a reminder to those asked, word of it to others.</summary>
    /// <returns>Keys of the mails that the unit now holds.</returns>
    internal async Task<IReadOnlyList<string>> RemindAsync(UnitOfWork unit, HumanTaskRecord task, Reminder reminder, TaskPeople people, FoundRows? read, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        TaskMatter matter = await MatterAsync(unit.Stream, task, read, register, cancellation);
        string step = task.Extended == 0 ? reminder.Step.Code : $"{reminder.Step.Code}-x{task.Extended}";
        if (reminder.To == people.Asks)
        {
            return await WriteAsync(unit, task, people.Asked, step, language => matter.Remind(Stage(reminder.Step), language), task.AsksCoordinator, register, cancellation);
        }

        string asked = string.Join(", ", people.Asked.Where(register.People.ContainsKey).Select(Placeholders.NameOf));
        EscalatedTo to = reminder.To switch { Audience.Alternate => EscalatedTo.Alternate, Audience.HeadOfCustoms => EscalatedTo.Head, _ => EscalatedTo.Officer };
        var escalation = new Escalation(to, matter.About, asked, task.Due, task.Expires, writer.TaskLink);
        return await WriteAsync(unit, task, people.In(reminder.To), step, _ => escalation, false, register, cancellation);
    }

    /// <summary>To the officers: nobody is left who may decide, and a substitute is wanted.</summary>
    /// <returns>Keys of the mails that the unit now holds.</returns>
    internal async Task<IReadOnlyList<string>> TellNobodyDecidesAsync(UnitOfWork unit, HumanTaskRecord task, ProgrammeRegister register, FoundRows? read, CancellationToken cancellation)
    {
        TaskMatter matter = await MatterAsync(unit.Stream, task, read, register, cancellation);
        var content = new NobodyDecides(matter.About, writer.Page("people"));
        int time = task.Steps.Count(step => step.Key == TaskReminders.NobodyStep) + 1;
        return await WriteAsync(unit, task, register.Holding(Role.ProgrammeOfficer, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), $"{TaskReminders.NobodyStep}-{time}", _ => content, false, register, cancellation);
    }

    private async Task<IReadOnlyList<string>> WriteAsync(UnitOfWork unit, HumanTaskRecord task, IReadOnlyList<PersonId> people, string step, Func<Language, MailContent> content, bool takesReply, ProgrammeRegister register, CancellationToken cancellation, Func<Language, Task<MailAttachment>>? workbook = null)
    {
        var about = new TaskRef(unit.Stream, task.Id);
        var keys = new List<string>();
        foreach (PersonId person in people.Where(register.People.ContainsKey))
        {
            Language language = register.People[person].Language;
            MailContent written = content(language);
            IReadOnlyList<MailAttachment>? attached = workbook is not null && (written is QuarterlyTask or DraftingTask or ReportReturned { WithWorkbook: true }) ? [await workbook(language)] : null;
            if (await writer.WriteAsync(unit, written, person, $"{task.Id}-{step}-{person}", about, task.Expires, takesReply, null, cancellation, attached) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private static ReminderStage Stage(ReminderStep step) => (step.Anchor, step.WorkingDays) switch
    {
        (ReminderAnchor.Due, > 0) => ReminderStage.Overdue,
        (ReminderAnchor.Due, <= -7) => ReminderStage.First,
        _ => ReminderStage.Later,
    };

    private async Task<TaskMatter> MatterAsync(StreamId stream, HumanTaskRecord task, FoundRows? read, ProgrammeRegister register, CancellationToken cancellation)
    {
        Uri link = writer.TaskLink;
        switch (task.Kind)
        {
            case TaskKind.DraftPlan or TaskKind.ApprovePlan:
                PlanRecord plan = (await PlanRows.FindAsync(table, new PlanId(task.Subject), cancellation))!.Value;
                ActionPlan draft = (await PlanRows.DraftAsync(table, plan.Id, cancellation))!.Value;
                var about = new About.Plan(register.Administrations[plan.Administration].Names, plan.Title);
                if (task.Kind == TaskKind.ApprovePlan)
                {
                    var review = new ReviewTask(about, draft.Indicators.Count + draft.Benchmarks.Count, plan.Rounds[^1].SubmittedAt, task.Due, link);
                    return new TaskMatter(about, _ => review, (stage, _) => new ReminderMail(stage, about, task.Due, task.Expires, link));
                }

                MailForm outline = PlanOutline.Write(draft);
                // the plan's language is the workbook's, whoever reads the mail
                Task<MailAttachment> Workbook(Language _) => WorkbookAsync(draft, cancellation);
                return plan.Rounds.LastOrDefault()?.Decision is { Approved: false } sentBack
                    ? new TaskMatter(about,
                        _ => new ReportReturned(about, sentBack.Reason, [.. sentBack.Items.Select(i => new ReturnedItem(i.Key, PlanOutline.Label(draft, i.Key), i.Value))], task.Due, outline, link, WithWorkbook: true),
                        (stage, _) => new ReminderMail(stage, about, task.Due, task.Expires, link, outline), Workbook)
                    : new TaskMatter(about, _ => new DraftingTask(about, task.Due, outline, link, WithWorkbook: true), (stage, _) => new ReminderMail(stage, about, task.Due, task.Expires, link, outline), Workbook);
            case TaskKind.ReviewPlan:
                PlanRecord reviewed = (await table.FindAsync<PlanRecord>(stream, PlanRows.File, cancellation))!.Value;
                PlanReviewStage stageOfPlan = reviewed.Reviews.Single(one => one.Number.ToString(CultureInfo.InvariantCulture) == task.Subject);
                var planAbout = new About.Plan(register.Administrations[reviewed.Administration].Names, reviewed.Title);
                var find = new PlanReviewTask(planAbout, stageOfPlan.Kind == PlanReviewKind.Closing, task.Due);
                return new TaskMatter(planAbout, _ => find, (stage, _) => new ReminderMail(stage, planAbout, task.Due, task.Expires, null));
            case TaskKind.ReportQuarter or TaskKind.ReviewReport or TaskKind.ReviewRestatement:
                string reportKey = ReportRows.Key(task.Subject.Split(':')[0]);
                ReportRecord report = (read?.Find<ReportRecord>(reportKey) ?? await table.FindAsync<ReportRecord>(stream, reportKey, cancellation))!.Value;
                if (task.Kind == TaskKind.ReviewRestatement)
                {
                    return await RestatementMatterAsync(stream, task, report, register, link, cancellation);
                }

                return await ReportMatterAsync(task, report, read, register, link, cancellation);
            default:
                DonorReportRecord donorReport = (await table.FindAsync<DonorReportRecord>(stream, DonorReportRows.Key(task.Subject), cancellation))!.Value;
                var donorAbout = new About.DonorReport(register.Donors[register.Agreements[donorReport.Agreement].Donor].Name, donorReport.Start, donorReport.End);
                if (task.Kind == TaskKind.ReviseDonorReport)
                {
                    var revise = new ReportReturned(donorAbout, donorReport.Latest?.Decision?.Reason, [], task.Due, new MailForm(""), link);
                    return new TaskMatter(donorAbout, _ => revise, (stage, _) => new ReminderMail(stage, donorAbout, task.Due, task.Expires, link));
                }

                var sign = new ReviewTask(donorAbout, donorReport.FigureCount, donorReport.AssembledAt ?? task.AskedAt, task.Due, link);
                return new TaskMatter(donorAbout, _ => sign, (stage, _) => new ReminderMail(stage, donorAbout, task.Due, task.Expires, link));
        }
    }

    private async Task<TaskMatter> ReportMatterAsync(HumanTaskRecord task, ReportRecord report, FoundRows? read, ProgrammeRegister register, Uri link, CancellationToken cancellation)
    {
        var about = new About.Report(register.Administrations[report.Administration].Names, report.Period.Start, report.Period.End);
        if (task.Kind == TaskKind.ReviewReport)
        {
            var review = new ReviewTask(about, report.Entries.Count, report.Submissions[^1].At, task.Due, link);
            return new TaskMatter(about, _ => review, (stage, _) => new ReminderMail(stage, about, task.Due, task.Expires, link));
        }

        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        IReadOnlyList<Observation> accepted = read is not null ? [.. read.List<AcceptedFigures>(ReportRows.ObservationPrefix).SelectMany(row => row.Value.Observations)] : await ReportRows.AcceptedAsync(table, report.Plan, cancellation);
        IReadOnlyList<FormItem> items = ReportItems.Asked(plan, report, accepted);
        MailForm Form(Language language) => MailForm.Of(items, language);
        MailContent Ask(Language language) => report.Submissions.LastOrDefault()?.Decision is { Accepted: false } sentBack
            ? new ReportReturned(about, sentBack.Reason, [.. sentBack.Items.Where(i => !items.Any(item => item.Code == i.Key && !item.Sensitive)).Select(i => Returned(items, i.Key, i.Value))], task.Due, Form(language), link, WithWorkbook: true)
            : new QuarterlyTask(about, task.Due, Form(language), link, WithWorkbook: true);
        return new TaskMatter(about, Ask, (stage, language) => new ReminderMail(stage, about, task.Due, task.Expires, link, Form(language)), async language =>
        {
            FiguresForm form = ReportForms.Of(report, plan, accepted, register, language);
            return await files.KeepAsync(FiguresWorkbook.Write(form), ReportForms.FileName(form), ReportForms.MediaType, cancellation);
        });
    }

    private async Task<MailAttachment> WorkbookAsync(ActionPlan draft, CancellationToken cancellation)
    {
        byte[] workbook = await drafts.HandOutWorkbookAsync(draft.Id, byMail: true, cancellation) ?? throw new InvalidOperationException($"There is no draft of plan {draft.Id}.");
        return await files.KeepAsync(workbook, $"{draft.Id}.xlsx", ReportForms.MediaType, cancellation);
    }

    private async Task<TaskMatter> RestatementMatterAsync(StreamId stream, HumanTaskRecord task, ReportRecord report, ProgrammeRegister register, Uri link, CancellationToken cancellation)
    {
        ReportRestatement restatement = (await table.FindAsync<ReportRestatement>(stream, ReportRows.RestatementKey(task.Subject), cancellation))!.Value;
        var about = new About.Report(register.Administrations[report.Administration].Names, report.Period.Start, report.Period.End);
        var review = new ReviewTask(about, restatement.Items.Count, restatement.At, task.Due, link);
        return new TaskMatter(about, _ => review, (stage, _) => new ReminderMail(stage, about, task.Due, task.Expires, link));
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
