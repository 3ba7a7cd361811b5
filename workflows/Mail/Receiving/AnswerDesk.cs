using ACip.Workflows.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.Mail.Receiving;

/// <summary>Takes a message that counts: what it says, its acknowledgement and the note that it was received are one commit.</summary>
public sealed class AnswerDesk(ProgrammeTable table, PlanVersions versions, ProgrammeDirectory directory, ReportDesk reports, PlanDesk plans, MailWriter writer, SetAsideDesk aside, TimeProvider clock)
{
    /// <summary>Questions back in a round before a person takes over.</summary>
    public const int MostQuestionsBack = 2;

    public async Task<MailTaken> TakeAsync(InboundMessage message, Incoming.Decision decision, TaskRef task, string blob, CancellationToken cancellation)
    {
        HumanTaskFile file = (await TaskRows.FindAsync(table, task, cancellation))!.Value;
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var reply = new Reply(message, decision, task, blob, register.People[decision.Person!.Value], ReplyText.Of(message.Text, message.Html), clock.GetUtcNow());
        return file.Kind switch
        {
            TaskKind.ReportQuarter => await AnswerReportAsync(reply, file, cancellation),
            TaskKind.DraftPlan => await AnswerDraftAsync(reply, file, cancellation),
            _ => await aside.KeepAsync(message, decision with { Verdict = Verdict.NeedsPerson, Reason = Reasons.TaskClosed }, task, blob, cancellation),
        };
    }

    /// <summary>The sender's domain proves nothing: what was understood goes to the registered address, and counts once confirmed there.</summary>
    public Task<MailTaken> AskToConfirmAsync(InboundMessage message, Incoming.Decision decision, TaskRef task, string blob, CancellationToken cancellation) => table.DecideAsync(async () =>
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        HumanTaskFile file = (await TaskRows.FindAsync(table, task, cancellation))!.Value;
        Person person = register.People[decision.Person!.Value];
        (About about, IReadOnlyList<FormItem> items) = await MatterAsync(task, file, register, cancellation);
        ReplyReading reading = ReplyReader.Read(ReplyText.Of(message.Text, message.Html), items, person.Language);
        var confirm = new ConfirmFirst(about, AnswerLines.Understood(reading, items, person.Language), AnswerLines.Unclear(reading, items, person.Language), file.Expires,
            new Uri($"{writer.TaskLink}/confirm/{decision.Key}"));
        var unit = new Unit(task.Stream);
        string? key = await writer.WriteAsync(unit, confirm, person.Id, $"{file.Id}-confirm-{decision.Key[..16]}", task, file.Expires, false, message.MessageId, cancellation);
        var taken = new MailTaken(null, key is null ? [] : [new MailsOfStream(unit.Stream, [key])]);
        unit.Add(ReceivedMail.RowKey(decision.Key), new ReceivedMail(decision.Key, blob, clock.GetUtcNow(), decision.Verdict.ToString(), decision.Reason, task.Task, person.Id, taken, SetAsideState.Waiting))
            .Record(new AuditEntry(AuditKind.MailReceived, file.Id.Value, person.Id, decision.Reason, message.BodyDigest()));
        return ((Unit?)unit, taken);
    }, cancellation);

    private async Task<(About About, IReadOnlyList<FormItem> Items)> MatterAsync(TaskRef task, HumanTaskFile file, ProgrammeRegister register, CancellationToken cancellation)
    {
        PlanId id = PlanOf(task.Stream);
        PlanFile plan = (await PlanRows.FindAsync(table, id, cancellation))!.Value;
        string administration = register.Administrations[plan.Administration].Name;
        if (file.Kind != TaskKind.ReportQuarter)
        {
            return (new About.Plan(administration, plan.Title), []);
        }

        ReportFile report = (await ReportRows.FindAsync(table, new ReportRef(id, file.Subject), cancellation))!.Value;
        ActionPlan version = await versions.ReadAsync(id, report.PlanVersion, cancellation);
        return (new About.Report(administration, report.Period.Start, report.Period.End), ReportItems.Asked(version, report));
    }

    private async Task<MailTaken> AnswerReportAsync(Reply reply, HumanTaskFile task, CancellationToken cancellation)
    {
        var id = new ReportRef(PlanOf(reply.Task.Stream), task.Subject);
        ReportFile report = (await ReportRows.FindAsync(table, id, cancellation))!.Value;
        ActionPlan plan = await versions.ReadAsync(id.Plan, report.PlanVersion, cancellation);
        ReplyReading reading = ReplyReader.Read(reply.Text, ReportItems.Asked(plan, report), reply.From.Language);
        if (!report.TakesAnswers || reading.Command is Command.Question)
        {
            return await aside.KeepAsync(reply.Message, reply.Decision with { Verdict = Verdict.NeedsPerson, Reason = report.TakesAnswers ? Reasons.Question : Reasons.TaskClosed }, reply.Task, reply.Blob, cancellation);
        }

        MailTaken taken = MailTaken.Nothing;
        await reports.AnswerAsync(id, reading, reply.From.Id, $"mail:{reply.Blob}", async (unit, result, items) =>
        {
            ProgrammeRegister register = await directory.ReadAsync(cancellation);
            var about = new About.Report(register.Administrations[report.Administration].Name, report.Period.Start, report.Period.End);
            MailContent? answer = result.Kind == ReportAnswerKind.NothingNew
                ? await AskBackAsync(unit, reply, about, AnswerLines.Unclear(reading, items, reply.From.Language), report.Period.Locks, new MailForm(ReplyForm.Write(items, reply.From.Language), ReplyForm.Html(items, reply.From.Language)), cancellation)
                : new Acknowledgement(about, AnswerLines.Understood(reading, items, reply.From.Language), AnswerLines.Unclear(reading, items, reply.From.Language), [], result.Unanswered,
                    result.After.State == ReportState.Submitted, report.Period.Locks, writer.TaskLink, Questions(result, items, reply.From.Language));
            taken = await FinishAsync(unit, reply, answer, result.Kind == ReportAnswerKind.Submitted, report.Period.Locks, cancellation);
        }, cancellation);
        return taken;
    }

    private async Task<MailTaken> AnswerDraftAsync(Reply reply, HumanTaskFile task, CancellationToken cancellation)
    {
        var id = new PlanId(task.Subject);
        ReplyReading reading = ReplyReader.Read(reply.Text, [], reply.From.Language);
        if (reading.Command is Command.Question)
        {
            return await aside.KeepAsync(reply.Message, reply.Decision with { Verdict = Verdict.NeedsPerson, Reason = Reasons.Question }, reply.Task, reply.Blob, cancellation);
        }

        PlanFile plan = (await PlanRows.FindAsync(table, id, cancellation))!.Value;
        ActionPlan draft = (await PlanRows.DraftAsync(table, id, cancellation))!.Value;
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var about = new About.Plan(register.Administrations[plan.Administration].Name, plan.Title);
        MailTaken taken = MailTaken.Nothing;
        if (reading.Command is Command.Submit)
        {
            DeskResult result = await plans.SubmitAsync(id, reply.From.Id, $"mail:{reply.Blob}", async unit =>
                taken = await FinishAsync(unit, reply, new Acknowledgement(about, [], [], [], [], true, task.Expires, writer.TaskLink), true, task.Expires, cancellation), cancellation);
            return result is DeskResult.Recorded
                ? taken
                : await aside.KeepAsync(reply.Message, reply.Decision with { Verdict = Verdict.NeedsPerson, Reason = Reasons.TaskClosed }, reply.Task, reply.Blob, cancellation);
        }

        await table.DecideAsync(async () =>
        {
            var unit = new Unit(reply.Task.Stream);
            MailContent? question = await AskBackAsync(unit, reply, about, AnswerLines.Unclear(reading, [], reply.From.Language), task.Expires, PlanOutline.Write(draft), cancellation);
            taken = await FinishAsync(unit, reply, question, false, task.Expires, cancellation);
            return ((Unit?)unit, true);
        }, cancellation);
        return taken;
    }

    /// <summary>A polite question back, at most twice a round; after that nothing is asked, and the Secretariat finds it in its list.</summary>
    private async Task<MailContent?> AskBackAsync(Unit unit, Reply reply, About about, IReadOnlyList<UnclearLine> unclear, DateTimeOffset until, MailForm form, CancellationToken cancellation)
    {
        Row<HumanTaskFile> task = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
        unit.Replace(task, task.Value with { QuestionsBack = task.Value.QuestionsBack + 1 });
        return task.Value.QuestionsBack < MostQuestionsBack ? new QuestionBack(about, unclear, until, form, writer.TaskLink) : null;
    }

    private async Task<MailTaken> FinishAsync(Unit unit, Reply reply, MailContent? answer, bool ends, DateTimeOffset until, CancellationToken cancellation)
    {
        string? key = answer is null
            ? null
            : await writer.WriteAsync(unit, answer, reply.From.Id, $"{reply.Task.Task}-answer-{reply.Decision.Key[..16]}", reply.Task, until, true, reply.Message.MessageId, cancellation);
        var taken = new MailTaken(ends ? reply.Task.InstanceId : null, key is null ? [] : [new MailsOfStream(unit.Stream, [key])]);
        unit.Add(ReceivedMail.RowKey(reply.Decision.Key), new ReceivedMail(reply.Decision.Key, reply.Blob, reply.At, reply.Decision.Verdict.ToString(), reply.Decision.Reason, reply.Task.Task, reply.From.Id, taken));
        unit.Record(new AuditEntry(AuditKind.MailReceived, reply.Task.Task.Value, reply.From.Id, reply.Decision.Reason, reply.Message.BodyDigest()));
        return taken;
    }

    /// <summary>Without what stands under "missing" already, and without what a sensitive figure would give away.</summary>
    private static IReadOnlyList<string> Questions(ReportAnswerResult result, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. result.Questions
            .Where(question => !result.Unanswered.Contains(question.Item) && !items.Any(item => item.Sensitive && item.Code == question.Item))
            .Select(question => question.Text.In(language)),
    ];

    private static PlanId PlanOf(StreamId stream) => new(stream.Value["plan-".Length..]);

    private sealed record Reply(InboundMessage Message, Incoming.Decision Decision, TaskRef Task, string Blob, Person From, ReplyText Text, DateTimeOffset At);
}
