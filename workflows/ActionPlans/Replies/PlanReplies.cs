using System.Globalization;
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
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Replies;

/// <summary>Takes replies to a plan's tasks: a draft in words or by workbook, and the findings of a review.</summary>
public sealed class PlanReplies(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PlanService plans,
    PlanEvaluationService reviews,
    MailWriter writer,
    ReplyEnding ending
)
{
    private const int MostQuoted = 200;

    internal async Task<AnswerTaken> TakeDraftAsync(
        PersonReply reply,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        var id = task.Subject.Plan;
        ParsedReply reading = ReplyReader.Read(ReplyText.Of(reply.Message.Text, reply.Message.Html), [], reply.From.Language);
        if (reading.Command is Command.Question)
        {
            return await ending.LeaveAsync(reply, Reasons.Question, cancellation);
        }

        PlanRecord plan = (await PlanRows.FindAsync(table, id, cancellation))!.Value;
        if (!plan.TakesDraft)
        {
            return await ending.LeaveAsync(reply, Reasons.TaskClosed, cancellation);
        }

        var about = new About.Plan(register.Administrations[plan.Administration].Names, plan.Title);
        Language language = reply.From.Language;
        MailTaken taken = MailTaken.Nothing;
        IReadOnlyList<UnclearLine> unclear = [],
            toPutRight = [];
        bool submits = reading.Command is Command.Submit;
        if (reply.Message.Files.FirstOrDefault(file => PlanningWorkbook.Is(file.Content.ToArray())) is { } workbook)
        {
            DraftResult filled = await plans.TakeWorkbookAsync(
                id,
                workbook.Content.ToArray(),
                reply.From.Id,
                reply.Source,
                submits
                    ? null
                    : async (unit, saved) =>
                    {
                        var noted = new PlanSaved(
                            about,
                            workbook.Name,
                            DraftAnswerLines.Counts(saved.Status.Draft),
                            DraftAnswerLines.Of(saved, language),
                            DraftAnswerLines.Errors(saved.Status.Findings, language),
                            task.Due,
                            writer.TaskLink
                        );
                        taken = await ending.FinishAsync(
                            unit,
                            reply,
                            [(reply.From.Id, noted, "answer")],
                            false,
                            task.Expires,
                            cancellation
                        );
                    },
                cancellation
            );
            switch (filled)
            {
                case DraftResult.Saved when !submits:
                    return new AnswerTaken(AnswerOutcome.Taken, taken);
                case DraftResult.Saved { Problems.Count: 0 }:
                    break;
                case DraftResult.Refused { Rule: "plan-not-in-drafting" }:
                    return await ending.LeaveAsync(reply, Reasons.TaskClosed, cancellation);
                default:
                    // handed in together with a workbook that was not taken whole: nobody means that
                    (submits, toPutRight) = (false, DraftAnswerLines.Of(filled, language));
                    break;
            }
        }

        if (submits)
        {
            CommandResult result = await plans.SubmitAsync(
                id,
                reply.From.Id,
                reply.Source,
                async (unit, standing) =>
                    taken = await ending.FinishAsync(
                        unit,
                        reply,
                        [(reply.From.Id, DraftAnswerLines.HandedIn(about, standing, language), "answer")],
                        true,
                        task.Expires,
                        cancellation
                    ),
                cancellation,
                reply.At
            );
            switch (result)
            {
                case CommandResult.Recorded:
                    return new AnswerTaken(AnswerOutcome.Taken, taken);
                case CommandResult.Refused { Findings: { Count: > 0 } findings }:
                    toPutRight = DraftAnswerLines.Of(findings, language);
                    break;
                case CommandResult.Refused { Rule: "changed-since-sent" } since:
                    unclear =
                    [
                        new UnclearLine(
                            AnswerLines.SubmitWord.In(reply.From.Language),
                            RefusalRules.WordsOf(since).In(reply.From.Language)
                        ),
                    ];
                    break;
                default:
                    return await ending.LeaveAsync(reply, Reasons.TaskClosed, cancellation);
            }
        }

        unclear = toPutRight.Count > 0 ? [] : OwnWords.NotForPlans(reply.Message, language);
        if (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack)
        {
            return await ending.LeaveAsync(reply, Reasons.StillUnclear, cancellation);
        }

        await table.DecideAsync(
            async () =>
            {
                var unit = new UnitOfWork(reply.Task.Stream);
                Row<HumanTaskRecord> row = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
                unit.Replace(row, row.Value with { QuestionsBack = row.Value.QuestionsBack + 1 });
                taken = await ending.FinishAsync(
                    unit,
                    reply,
                    [(reply.From.Id, new PlanQuestion(about, toPutRight, unclear, task.Due, writer.TaskLink), "answer")],
                    false,
                    task.Expires,
                    cancellation
                );
                return ((UnitOfWork?)unit, true);
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    /// <summary>The whole of what the person wrote is what was found.</summary>
    internal async Task<AnswerTaken> TakeReviewAsync(
        PersonReply reply,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        PlanId id = reply.Task.Stream.Plan;
        PlanRecord plan = (await PlanRows.FindAsync(table, id, cancellation))!.Value;
        var about = new About.Plan(register.Administrations[plan.Administration].Names, plan.Title);
        string words = ReplyText.Of(reply.Message.Text, reply.Message.Html).Text.Trim();
        // whatever is written counts here, so the number of changes must bound the talk with a robot that nobody recognises
        if (reply.Grounds == AnswerGrounds.Sender && task.QuestionsBack >= AnswerService.MostQuestionsBack)
        {
            return await ending.LeaveAsync(reply, Reasons.ChangedOften, cancellation);
        }

        MailTaken taken = MailTaken.Nothing;
        CommandResult result = await reviews.FindAsync(
            new PlanReviewRef(id, task.Subject.Number),
            words,
            reply.From.Id,
            reply.Source,
            async unit =>
            {
                if (await TaskRows.FindAsync(table, reply.Task, cancellation) is { Value.State: TaskState.Answered } answered)
                {
                    unit.Replace(answered, answered.Value with { QuestionsBack = answered.Value.QuestionsBack + 1 });
                }

                taken = await ending.FinishAsync(
                    unit,
                    reply,
                    [(reply.From.Id, new FindingsTaken(about, words, task.Expires), "answer")],
                    true,
                    task.Expires,
                    cancellation
                );
            },
            cancellation,
            arrived: reply.Arrived
        );
        if (result is CommandResult.Refused { Rule: "later-answer-stands" })
        {
            return reply.Grounds == AnswerGrounds.Officer
                ? new AnswerTaken(AnswerOutcome.Overtaken, MailTaken.Nothing)
                : await SayThatLaterStandsAsync(reply, about, words, task, cancellation);
        }

        return result is CommandResult.Recorded
            ? new AnswerTaken(AnswerOutcome.Taken, taken)
            : await ending.LeaveAsync(
                reply,
                words.Length == 0 ? Reasons.StillUnclear
                    : result is CommandResult.Refused { Rule: "review-outcome" } ? Reasons.TooLarge
                    : Reasons.TaskClosed,
                cancellation
            );
    }

    /// <summary>What a reply would be understood to say, for its sender to confirm: what it is about, and its command.</summary>
    internal async Task<UnderstoodAnswer> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        Person person,
        CancellationToken cancellation
    )
    {
        PlanRecord plan = (await PlanRows.FindAsync(table, task.Stream.Plan, cancellation))!.Value;
        var about = new About.Plan((await directory.ReadAsync(cancellation)).Administrations[plan.Administration].Names, plan.Title);
        ParsedReply read = ReplyReader.Read(ReplyText.Of(message.Text, message.Html), [], person.Language);
        return new UnderstoodAnswer(
            about,
            [],
            AnswerLines.Unclear(read, [], person.Language),
            [],
            read.Command is Command.Submit or Command.Nil
        );
    }

    private async Task<AnswerTaken> SayThatLaterStandsAsync(
        PersonReply reply,
        About about,
        string words,
        HumanTaskRecord task,
        CancellationToken cancellation
    )
    {
        var line = new UnclearLine(
            words.Split('\n')[0] is { Length: > MostQuoted } first ? first[..MostQuoted] + "…" : words.Split('\n')[0],
            AnswerLines.LaterStands.In(reply.From.Language)
        );
        MailTaken taken = await table.DecideAsync(
            async () =>
            {
                var unit = new UnitOfWork(reply.Task.Stream);
                MailTaken written = await ending.FinishAsync(
                    unit,
                    reply,
                    [(reply.From.Id, new Acknowledgement(about, [], [line], [], [], true, task.Expires, writer.TaskLink), "answer")],
                    false,
                    task.Expires,
                    cancellation
                );
                return ((UnitOfWork?)unit, written);
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }
}
