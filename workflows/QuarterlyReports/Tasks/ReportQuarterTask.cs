using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Documents;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>The coordinator reports a quarter, or corrects a report that was sent back.</summary>
internal sealed class ReportQuarterTask(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    ReportReplies replies,
    ReportReplyReader readings,
    MailWriter writer,
    MailAttachmentStore files
) : ITaskKind
{
    public TaskDefinition Definition => ReportTaskKinds.ReportQuarter;

    public Text Title { get; } = Texts.Report;

    public RowsBeside? RowsBeside(TaskRef task) => ReportTasks.BesideOf(task);

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
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        IReadOnlyList<Observation> accepted = read is not null
            ? [.. read.List<AcceptedFigures>(ReportRows.ObservationPrefix).SelectMany(row => row.Value.Observations)]
            : await ReportRows.AcceptedAsync(table, report.Plan, cancellation);
        IReadOnlyList<FormItem> items = ReportItems.Asked(plan, report, accepted);
        MailForm Form(Language language) => MailForm.Of(items, language);
        MailContent Ask(Language language) =>
            report.Submissions.LastOrDefault()?.SentBack is { } sentBack
                ? new ReportReturned(
                    about,
                    sentBack.Reason,
                    [
                        .. sentBack
                            .Items.Where(i => !items.Any(item => item.Code == i.Key && !item.Sensitive))
                            .Select(i => Returned(items, i.Key, i.Value)),
                    ],
                    task.Due,
                    Form(language),
                    writer.TaskLink,
                    WithWorkbook: true
                )
                {
                    How = Back(report.Submissions[^1]),
                }
                : new QuarterlyTask(about, task.Due, Form(language), writer.TaskLink, WithWorkbook: true);
        return new TaskMatter(
            about,
            Ask,
            (stage, language) => new Reminder(stage, about, task.Due, task.Expires, writer.TaskLink, Form(language)),
            async language =>
            {
                FiguresForm form = ReportForms.Of(report, plan, accepted, register, language);
                return await files.KeepAsync(FiguresWorkbook.Write(form), ReportForms.FileName(form), Xlsx.MediaType, cancellation);
            }
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, opening.Stream, opening.Task, null, cancellation);
        LinkedTask linked = opening.Linked(
            ReportTasks.About(report, opening.Register),
            opening.Register.Administrations[report.Administration].TimeZone,
            report.Period.Locks
        );
        if (!opening.MayAnswer(report.Administration))
        {
            return new TaskLink.Elsewhere(linked, null);
        }

        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        IReadOnlyList<(ReportComment, string)> talk = await TalkAsync(report, opening.Register, cancellation);
        if (opening.IsOver || !report.TakesAnswers)
        {
            LinkClosed why = report.State switch
            {
                ReportState.Missed => LinkClosed.Missed,
                ReportState.Open or ReportState.Returned => LinkClosed.Expired,
                ReportState.Accepted or ReportState.Locked => LinkClosed.Accepted,
                _ => LinkClosed.HandedIn,
            };
            return new ClosedReportLink(linked, why, report, ReportItems.Of(plan, report.Period), talk)
            {
                Cause = ReportClosureWords.Cause(report, opening.NameOf, opening.Register.Administrations[report.Administration].TimeZone),
            };
        }

        LinkDraft? draft = (
            await table.FindAsync<LinkDraft>(opening.Stream, LinkDraft.RowKey(opening.Task.Id, opening.Person.Id), cancellation)
        )?.Value;
        IReadOnlyList<Observation> accepted = await ReportRows.AcceptedAsync(table, report.Plan, cancellation);
        return new ReportTaskLink(linked, report, ReportItems.Asked(plan, report, accepted), draft)
        {
            Plan = plan,
            Accepted = accepted,
            Talk = talk,
            Files = await EvidenceFile.ListAsync(table, new ReportRef(report.Plan, report.Period.Key), cancellation),
            NameOf = opening.NameOf,
        };
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) => await replies.TakeAsync(reply, task, rows, register, cancellation);

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    )
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, task.Stream, file, null, cancellation);
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        IReadOnlyList<Observation> accepted = await ReportRows.AcceptedAsync(table, report.Plan, cancellation);
        IReadOnlyList<FormItem> items = ReportItems.Asked(plan, report, accepted);
        ReplyWithFiles read = await readings.ReadAsync(message, report, person, accepted, file.Round, cancellation);
        return new UnderstoodAnswer(
            ReportTasks.About(report, await directory.ReadForAsync(report.Administration, cancellation)),
            [
                .. AcknowledgementLines.Understood(read.Reading, items, person.Language),
                .. MoreTimeReplies.Understood(read.Reading, person.Language),
                .. AssignReplies.Understood(read.Reading, person.Language),
            ],
            AnswerLines.Unclear(read.Reading, items, person.Language),
            read.Files,
            read.Reading.Command is Command.Submit or Command.Nil
        );
    }

    public async Task<IReadOnlyList<Text>?> ClosedBecauseAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, stream, task, null, cancellation);
        string zone = register.Administrations[report.Administration].TimeZone;
        return ReportClosureWords.Of(report, Placeholders.NameOf, zone);
    }

    private async Task<IReadOnlyList<(ReportComment, string)>> TalkAsync(
        ReportRecord report,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await table.ListAsync<ReportComment>(
                    StreamId.Of(report.Plan),
                    $"{ReportRows.CommentPrefix}{report.Period.Key}|",
                    cancellation
                )
            ).Select(row => (row.Value, register.People.GetValueOrDefault(row.Value.By)?.Name ?? row.Value.By.Value)),
        ];

    private static SentBackHow Back(ReportSubmission last) =>
        last.TakenBack is null ? SentBackHow.ByReview
        : last.Decision is null ? SentBackHow.Recalled
        : SentBackHow.Reopened;

    private static ReturnedItem Returned(IReadOnlyList<FormItem> items, string code, string reason)
    {
        FormItem? item = items.FirstOrDefault(i => i.Code == code);
        return new ReturnedItem(code, item?.Label ?? "", reason, item?.Sensitive ?? false);
    }
}
