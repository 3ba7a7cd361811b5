using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Replies;

public sealed partial class PlanReplies
{
    private const int MostQuoted = 200;

    /// <summary>Takes everything that the person wrote as the findings of the review.</summary>
    internal async Task<AnswerTaken> TakeReviewAsync(
        TaskReply reply,
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
            return await ending.LeaveAsync(reply, TriageReasons.ChangedOften, cancellation);
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
                    new ReplyResult([(reply.From.Id, Noted(reply, about, words, task), "answer")], Ends: true, task.Expires),
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
                words.Length == 0 ? TriageReasons.StillUnclear
                    : result is CommandResult.Refused { Rule: "review-outcome" } ? TriageReasons.TooLarge
                    : TriageReasons.TaskClosed,
                cancellation
            );
    }

    private static FindingsTaken Noted(TaskReply reply, About.Plan about, string words, HumanTaskRecord task) =>
        new(about, words, task.Expires) { Files = ShortFormFiles.Of(reply.Message.Files, takes: false, reply.From.Language).Lines };

    private async Task<AnswerTaken> SayThatLaterStandsAsync(
        TaskReply reply,
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
                    new ReplyResult(
                        [(reply.From.Id, new Acknowledgement(about, [], [line], [], [], true, task.Expires, writer.TaskLink), "answer")],
                        Ends: false,
                        task.Expires
                    ),
                    cancellation
                );
                return ((UnitOfWork?)unit, written);
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }
}
