using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Replies;

/// <summary>Takes replies to a plan's tasks: a draft in words or as a workbook, and the findings of a review.</summary>
public sealed partial class PlanReplies(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PlanApprovalService plans,
    PlanEvaluationService reviews,
    MailWriter writer,
    ReplyEnding ending
)
{
    internal async Task<AnswerTaken> TakeDraftAsync(
        TaskReply reply,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        ParsedReply reading = ReplyReader.Read(ReplyText.Of(reply.Message.Text, reply.Message.Html), [], reply.From.Language);
        if (reading.Command is Command.Question)
        {
            return await ending.LeaveAsync(reply, TriageReasons.Question, cancellation);
        }

        PlanRecord plan = (await PlanRows.FindAsync(table, task.Subject.Plan, cancellation))!.Value;
        if (!plan.TakesDraft)
        {
            return await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation);
        }

        var about = new About.Plan(register.Administrations[plan.Administration].Names, plan.Title);
        ReceivedFile? workbook = reply.Message.Files.FirstOrDefault(file => PlanningWorkbook.Is(file.Content.ToArray()));
        var beside = PlanReplyWords.Of(reading, reply.Message.Files, workbook, reply.From.Language);
        var asked = new Asked(reply, task, about, workbook is null ? beside with { Words = null } : beside, PlanComments.NextRound(plan));
        bool submits = reading.Command is Command.Submit;
        DraftStep step = DraftStep.None;
        if (workbook is not null)
        {
            step = await TakeWorkbookAsync(asked, workbook, submits, cancellation);
        }

        // handed in together with a workbook that was not taken whole: nobody means that
        if (submits && ReferenceEquals(step, DraftStep.None))
        {
            step = await SubmitAsync(asked, cancellation);
        }

        return step.Done ?? await AskBackAsync(asked, step, cancellation);
    }

    private async Task<DraftStep> TakeWorkbookAsync(Asked asked, ReceivedFile workbook, bool submits, CancellationToken cancellation)
    {
        (TaskReply reply, HumanTaskRecord task, About.Plan about, PlanReplyWords beside, int round) = asked;
        Language language = reply.From.Language;
        MailTaken taken = MailTaken.Nothing;
        async Task AcknowledgeAsync(UnitOfWork unit, DraftResult.Saved saved)
        {
            await beside.KeepAsync(table, unit, round, reply, cancellation);
            var noted = new PlanSaved(
                about,
                workbook.Name,
                DraftAnswerLines.Counts(saved.Status.Draft),
                DraftAnswerLines.Of(saved, language),
                DraftAnswerLines.Errors(saved.Status.Findings, language),
                task.Due,
                writer.TaskLink
            )
            {
                Kept = beside.Words,
                Files = beside.Files,
            };
            taken = await ending.FinishAsync(
                unit,
                reply,
                new ReplyResult([(reply.From.Id, noted, "answer")], Ends: false, task.Expires),
                cancellation
            );
        }

        DraftResult filled = await plans.TakeWorkbookAsync(
            task.Subject.Plan,
            workbook.Content.ToArray(),
            reply.From.Id,
            reply.Source,
            submits ? null : AcknowledgeAsync,
            cancellation
        );
        return filled switch
        {
            DraftResult.Saved when !submits => new(new AnswerTaken(AnswerOutcome.Taken, taken), [], []),
            DraftResult.Saved { Problems.Count: 0 } => DraftStep.None,
            DraftResult.Refused { Rule: "plan-not-in-drafting" } => new(
                await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation),
                [],
                []
            ),
            _ => new(null, DraftAnswerLines.Of(filled, language), []),
        };
    }

    private async Task<DraftStep> SubmitAsync(Asked asked, CancellationToken cancellation)
    {
        (TaskReply reply, HumanTaskRecord task, About.Plan about, PlanReplyWords beside, int round) = asked;
        Language language = reply.From.Language;
        MailTaken taken = MailTaken.Nothing;
        async Task AcknowledgeAsync(UnitOfWork unit, DraftStatus status)
        {
            await beside.KeepAsync(table, unit, round, reply, cancellation);
            MailContent handedIn = DraftAnswerLines.HandedIn(about, status, language) with { Kept = beside.Words, Files = beside.Files };
            taken = await ending.FinishAsync(
                unit,
                reply,
                new ReplyResult([(reply.From.Id, handedIn, "answer")], Ends: true, task.Expires),
                cancellation
            );
        }

        CommandResult result = await plans.SubmitAsync(
            task.Subject.Plan,
            reply.From.Id,
            reply.Source,
            AcknowledgeAsync,
            cancellation,
            DraftRead.OfMail(reply.At)
        );
        return result switch
        {
            CommandResult.Recorded => new(new AnswerTaken(AnswerOutcome.Taken, taken), [], []),
            CommandResult.Refused { Findings: { Count: > 0 } findings } => new(null, DraftAnswerLines.Of(findings, language), []),
            CommandResult.Refused { Rule: "changed-since-sent" } since => new(
                null,
                [],
                [new UnclearLine(AnswerLines.SubmitWord.In(language), RefusalRules.WordsOf(since).In(language))]
            ),
            _ => new(await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation), [], []),
        };
    }

    private async Task<AnswerTaken> AskBackAsync(Asked asked, DraftStep step, CancellationToken cancellation)
    {
        (TaskReply reply, HumanTaskRecord task, About.Plan about, PlanReplyWords beside, int round) = asked;
        if (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack)
        {
            return await ending.LeaveAsync(reply, TriageReasons.StillUnclear, cancellation);
        }

        IReadOnlyList<UnclearLine> unclear =
            step.ToPutRight.Count + step.Unclear.Count > 0 ? step.Unclear : FreeTextLines.NotForPlans(reply.Message, reply.From.Language);
        var question = new PlanQuestion(about, step.ToPutRight, unclear, task.Due, writer.TaskLink)
        {
            Kept = beside.Words,
            Files = beside.Files,
        };
        MailTaken taken = MailTaken.Nothing;
        await table.DecideAsync(
            async () =>
            {
                var unit = new UnitOfWork(reply.Task.Stream);
                Row<HumanTaskRecord> row = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
                unit.Replace(row, row.Value with { QuestionsBack = row.Value.QuestionsBack + 1 });
                await beside.KeepAsync(table, unit, round, reply, cancellation);
                taken = await ending.FinishAsync(
                    unit,
                    reply,
                    new ReplyResult([(reply.From.Id, question, "answer")], Ends: false, task.Expires),
                    cancellation
                );
                return ((UnitOfWork?)unit, true);
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    /// <param name="Beside">Without a workbook its words are asked back, and not kept.</param>
    /// <param name="Round">Number of the submission that the draft is for.</param>
    private sealed record Asked(TaskReply Reply, HumanTaskRecord Task, About.Plan About, PlanReplyWords Beside, int Round);

    /// <param name="Done">Null: something has to be asked back.</param>
    private sealed record DraftStep(AnswerTaken? Done, IReadOnlyList<UnclearLine> ToPutRight, IReadOnlyList<UnclearLine> Unclear)
    {
        /// <summary>A reply from which nothing has been taken so far.</summary>
        public static DraftStep None { get; } = new(null, [], []);
    }

    /// <summary>What a reply would be understood to say, for its sender to confirm: its subject and its command.</summary>
    internal async Task<UnderstoodAnswer> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        Person person,
        CancellationToken cancellation
    )
    {
        PlanRecord plan = (await PlanRows.FindAsync(table, task.Stream.Plan, cancellation))!.Value;
        var about = new About.Plan((await directory.HomeAsync(plan.Administration, cancellation)).Names, plan.Title);
        ParsedReply read = ReplyReader.Read(ReplyText.Of(message.Text, message.Html), [], person.Language);
        return new UnderstoodAnswer(
            about,
            [],
            AnswerLines.Unclear(read, [], person.Language),
            [],
            read.Command is Command.Submit or Command.Nil
        );
    }
}
