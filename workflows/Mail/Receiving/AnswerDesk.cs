using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Mail.Evidence;
using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Mail.Workbooks;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using ACip.Workflows.Workbooks;

namespace ACip.Workflows.Mail.Receiving;

/// <summary>Takes a message that counts: what it says, its files, its acknowledgement and the note that it was received are one commit.</summary>
public sealed class AnswerDesk(ProgrammeTable table, PlanVersions versions, ProgrammeDirectory directory, ReportDesk reports, CommentDesk comments, PlanDesk plans, PlanReviewingDesk reviews, EvidenceDesk evidence, MailWriter writer, SetAsideDesk aside, TimeProvider clock)
{
    /// <summary>Questions back in a round before a person takes over.</summary>
    public const int MostQuestionsBack = 2;

    /// <summary>The task, its report with all that was accepted for the plan, and whether the message was received before: in one call where the task's name tells its report.</summary>
    internal async Task<FoundRows?> ReadAsync(TaskRef task, string messageKey, CancellationToken cancellation) =>
        ReportTasks.ReportOf(task) is { } report ? await ReportRows.ReadAsync(table, report, [ReceivedMail.RowKey(messageKey)], accepted: true, cancellation) : null;

    /// <param name="grounds">Why it counts.</param>
    /// <param name="rows">What <see cref="ReadAsync(TaskRef, string, CancellationToken)"/> has just found; null: not yet.</param>
    public async Task<AnswerTaken> TakeAsync(InboundMessage message, Incoming.Decision decision, TaskRef task, string blob, AnswerGrounds grounds, CancellationToken cancellation, FoundRows? rows = null)
    {
        rows ??= await ReadAsync(task, decision.Key, cancellation);
        HumanTaskFile file = (rows?.Find<HumanTaskFile>(task.RowKey) ?? await TaskRows.FindAsync(table, task, cancellation))!.Value;
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var reply = new Reply(message, decision, task, blob, register.People[decision.Person!.Value], grounds, clock.GetUtcNow());
        return file.Kind switch
        {
            TaskKind.ReportQuarter => await AnswerReportAsync(reply, file, rows, register, cancellation),
            TaskKind.DraftPlan => await AnswerDraftAsync(reply, file, register, cancellation),
            TaskKind.ReviewPlan => await AnswerReviewAsync(reply, file, register, cancellation),
            _ => await LeaveAsync(reply, Reasons.TaskClosed, cancellation),
        };
    }

    /// <summary>What a message to this task would be understood to say.</summary>
    internal async Task<ReadReply> ReadAsync(InboundMessage message, TaskRef task, HumanTaskFile file, Person person, CancellationToken cancellation)
    {
        var text = ReplyText.Of(message.Text, message.Html);
        if (file.Kind != TaskKind.ReportQuarter)
        {
            return new ReadReply(ReplyReader.Read(text, [], person.Language), [], []);
        }

        var id = new ReportRef(PlanOf(task.Stream), file.Subject);
        return await ReadAsync(message, (await ReportRows.FindAsync(table, id, cancellation))!.Value, person, cancellation);
    }

    private async Task<ReadReply> ReadAsync(InboundMessage message, ReportFile report, Person person, CancellationToken cancellation)
    {
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        return ReadReply.Of(
            ReplyReader.Read(ReplyText.Of(message.Text, message.Html), ReportItems.Asked(plan, report), person.Language),
            message.Files,
            ReportForms.Of(report, plan, await directory.ReadAsync(cancellation), person.Language));
    }

    /// <summary>What a task's mails are about, and what its form asks for.</summary>
    internal async Task<(About About, IReadOnlyList<FormItem> Items)> MatterAsync(TaskRef task, HumanTaskFile file, CancellationToken cancellation)
    {
        PlanId id = PlanOf(task.Stream);
        PlanFile plan = (await PlanRows.FindAsync(table, id, cancellation))!.Value;
        string administration = (await directory.ReadAsync(cancellation)).Administrations[plan.Administration].Name;
        if (file.Kind != TaskKind.ReportQuarter)
        {
            return (new About.Plan(administration, plan.Title), []);
        }

        ReportFile report = (await ReportRows.FindAsync(table, new ReportRef(id, file.Subject), cancellation))!.Value;
        ActionPlan version = await versions.ReadAsync(id, report.PlanVersion, cancellation);
        return (new About.Report(administration, report.Period.Start, report.Period.End), ReportItems.Asked(version, report));
    }

    private async Task<AnswerTaken> AnswerReportAsync(Reply reply, HumanTaskFile task, FoundRows? rows, ProgrammeRegister register, CancellationToken cancellation)
    {
        var id = new ReportRef(PlanOf(reply.Task.Stream), task.Subject);
        ReportFile report = ((rows is null ? null : ReportRows.Find(rows, id)) ?? await ReportRows.FindAsync(table, id, cancellation))!.Value;
        ReadReply read = await ReadAsync(reply.Message, report, reply.From, cancellation);
        ActionPlan plan = await versions.ReadAsync(id.Plan, report.PlanVersion, cancellation);
        string source = $"mail:{reply.Blob}";
        ReportComment? comment = await CommentAsync(id, reply, read.Reading, ReportItems.Of(plan, report.Period), cancellation);
        read = read.Reading.Command is Command.Question ? read with { Reading = read.Reading with { Command = null } } : read;
        if (comment is not null && read is { Reading.Figures.Count: 0, Kept.Count: 0 })
        {
            return await TakeCommentAsync(reply, id, comment, cancellation);
        }

        if (!report.TakesAnswers)
        {
            return await LeaveAsync(reply, Reasons.TaskClosed, cancellation);
        }

        ReportAnswerResult before = EvidenceLinks.Attach(ReportAnswer.Apply(report, ReportItems.Asked(plan, report), read.Reading, reply.From.Id, reply.At, source), read);
        if (before.Kind == ReportAnswerKind.NothingNew && (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= MostQuestionsBack))
        {
            return await LeaveAsync(reply, Reasons.StillUnclear, cancellation);
        }

        await evidence.StoreAsync(read.Kept, cancellation);
        MailTaken taken = MailTaken.Nothing;
        ReportAnswerResult? result = await reports.AnswerAsync(id, read.Reading, reply.From.Id, source, async (unit, done, items, stands) =>
        {
            taken = MailTaken.Nothing;
            Row<ReceivedMail>? received = stands.Find<ReceivedMail>(ReceivedMail.RowKey(reply.Decision.Key));
            if (done.Kind == ReportAnswerKind.Closed)
            {
                return;
            }

            MailsOfStream? told = comment is null ? null : (await comments.AddAsync(unit, done.After, comment, false, cancellation)).Told;
            await evidence.RecordAsync(unit, read.Kept, done.After, read.Reading.Figures, reply.From.Id, source, cancellation);
            taken = await FinishAsync(unit, reply, await AnswerMailsAsync(unit, reply, read, report, done, items, register, cancellation), done.Kind == ReportAnswerKind.Submitted, report.Period.Locks, received, cancellation, told);
        }, cancellation, result => EvidenceLinks.Attach(result, read), [ReceivedMail.RowKey(reply.Decision.Key)], rows, stands =>
        {
            // taken by this very run, of whose commit storage did not tell, or by another delivery of the same message
            ReceivedMail? before = stands.Find<ReceivedMail>(ReceivedMail.RowKey(reply.Decision.Key))?.Value;
            taken = before?.Blob == reply.Blob ? before.Taken : MailTaken.Nothing;
            return before is { State: not SetAsideState.Waiting };
        });
        return result?.Kind == ReportAnswerKind.Closed ? await LeaveAsync(reply, Reasons.TaskClosed, cancellation) : new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    /// <summary>What a reply says to people rather than to the form: a question, or an answer in words to a comment that we had mailed.</summary>
    private async Task<ReportComment?> CommentAsync(ReportRef id, Reply reply, ReplyReading reading, IReadOnlyList<FormItem> items, CancellationToken cancellation)
    {
        string source = $"mail:{reply.Blob}";
        if (reading.Command is Command.Question question)
        {
            string first = question.Text.Split([' ', ':', ',', '.', '?'], 2)[0];
            return new ReportComment(items.FirstOrDefault(item => string.Equals(item.Code, first, StringComparison.OrdinalIgnoreCase))?.Code ?? "", CommentDesk.Fit(question.Text), reply.From.Id, reply.At, source);
        }

        if (reading is not { Command: null, Figures.Count: 0 } || CommentMails.Answered(id, reply.Message.Answers) is not { } key)
        {
            return null;
        }

        string words = ReplyText.Of(reply.Message.Text, reply.Message.Html).Text.Trim();
        return words.Length > 0 && await table.FindAsync<ReportComment>(id.Stream, key, cancellation) is { Value: var answered }
            ? new ReportComment(answered.Item, CommentDesk.Fit(words), reply.From.Id, reply.At, source)
            : null;
    }

    private async Task<AnswerTaken> TakeCommentAsync(Reply reply, ReportRef id, ReportComment comment, CancellationToken cancellation)
    {
        MailTaken taken = MailTaken.Nothing;
        await table.DecideAsync(async () =>
        {
            taken = MailTaken.Nothing;
            if (await ReportRows.FindAsync(table, id, cancellation) is not { } report)
            {
                return ((Unit?)null, true);
            }

            var unit = new Unit(id.Stream);
            MailsOfStream? told = (await comments.AddAsync(unit, report.Value, comment, true, cancellation)).Told;
            taken = await FinishAsync(unit, reply, [], false, report.Value.Period.Locks, cancellation, told);
            return (unit, true);
        }, cancellation);
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    /// <summary>The acknowledgement, or the question back; and, where a colleague had handed the report in, word to both of them.</summary>
    private async Task<IReadOnlyList<(PersonId To, MailContent Content, string Key)>> AnswerMailsAsync(
        Unit unit, Reply reply, ReadReply read, ReportFile before, ReportAnswerResult done, IReadOnlyList<FormItem> items, ProgrammeRegister register, CancellationToken cancellation)
    {
        Language language = reply.From.Language;
        var about = new About.Report(register.Administrations[before.Administration].Name, before.Period.Start, before.Period.End);
        IReadOnlyList<UnclearLine> unclear = AnswerLines.Unclear(read.Reading, items, language);
        if (done.Kind == ReportAnswerKind.NothingNew)
        {
            Row<HumanTaskFile> task = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
            unit.Replace(task, task.Value with { QuestionsBack = task.Value.QuestionsBack + 1 });
            return [(reply.From.Id, new QuestionBack(about, Files(unclear, read), before.Period.Locks, MailForm.Of(items, language), writer.TaskLink), "answer")];
        }

        PersonId? colleague = done.Kind == ReportAnswerKind.Corrected && done.After.Submissions[^1].By is var earlier && earlier != reply.From.Id ? earlier : null;
        var acknowledgement = new Acknowledgement(about, AnswerLines.Understood(read.Reading, items, language), unclear, read.Files, done.Unanswered,
            done.After.State == ReportState.Submitted, before.Period.Locks, writer.TaskLink, QuestionsOf(done, items, language), AfterColleague: colleague is { } first ? Placeholders.NameOf(first) : null);
        var mails = new List<(PersonId, MailContent, string)> { (reply.From.Id, acknowledgement, "answer") };
        if (colleague is { } other && register.People.TryGetValue(other, out Person? told))
        {
            mails.Add((other, acknowledgement with
            {
                Understood = AnswerLines.Understood(read.Reading, items, told.Language),
                Unclear = [],
                Files = [],
                AfterColleague = null,
                ByColleague = Placeholders.NameOf(reply.From.Id),
            }, "changed"));
        }

        return mails;
    }

    /// <summary>A refused workbook is the whole answer of somebody who sent nothing else: the question back must say why.</summary>
    private static IReadOnlyList<UnclearLine> Files(IReadOnlyList<UnclearLine> unclear, ReadReply read) =>
        [.. unclear, .. read.Files.Where(file => file.Refusal is not null).Select(file => new UnclearLine(file.Name, file.Refusal!))];

    /// <summary>The whole of what the person wrote is what was found.</summary>
    private async Task<AnswerTaken> AnswerReviewAsync(Reply reply, HumanTaskFile task, ProgrammeRegister register, CancellationToken cancellation)
    {
        PlanId id = PlanOf(reply.Task.Stream);
        PlanFile plan = (await PlanRows.FindAsync(table, id, cancellation))!.Value;
        var about = new About.Plan(register.Administrations[plan.Administration].Name, plan.Title);
        string words = ReplyText.Of(reply.Message.Text, reply.Message.Html).Text.Trim();
        MailTaken taken = MailTaken.Nothing;
        DeskResult result = await reviews.FindAsync(new PlanReviewRef(id, int.Parse(task.Subject, CultureInfo.InvariantCulture)), words, reply.From.Id, $"mail:{reply.Blob}", async unit =>
            taken = await FinishAsync(unit, reply, [(reply.From.Id, new Acknowledgement(about, [], [], [], [], true, task.Expires, writer.TaskLink), "answer")], true, task.Expires, cancellation), cancellation);
        return result is DeskResult.Recorded ? new AnswerTaken(AnswerOutcome.Taken, taken)
            : await LeaveAsync(reply, words.Length == 0 ? Reasons.StillUnclear : Reasons.TaskClosed, cancellation);
    }

    private async Task<AnswerTaken> AnswerDraftAsync(Reply reply, HumanTaskFile task, ProgrammeRegister register, CancellationToken cancellation)
    {
        var id = new PlanId(task.Subject);
        ReplyReading reading = (await ReadAsync(reply.Message, reply.Task, task, reply.From, cancellation)).Reading;
        if (reading.Command is Command.Question)
        {
            return await LeaveAsync(reply, Reasons.Question, cancellation);
        }

        PlanFile plan = (await PlanRows.FindAsync(table, id, cancellation))!.Value;
        ActionPlan draft = (await PlanRows.DraftAsync(table, id, cancellation))!.Value;
        var about = new About.Plan(register.Administrations[plan.Administration].Name, plan.Title);
        MailTaken taken = MailTaken.Nothing;
        IReadOnlyList<UnclearLine> unclear = AnswerLines.Unclear(reading, [], reply.From.Language);
        bool submits = reading.Command is Command.Submit;
        if (reply.Message.Files.FirstOrDefault(file => PlanningWorkbook.Is(file.Content.ToArray())) is { } workbook)
        {
            DraftResult filled = await plans.TakeWorkbookAsync(id, workbook.Content.ToArray(), reply.From.Id, $"mail:{reply.Blob}", submits ? null : async (unit, saved) =>
            {
                var noted = new Acknowledgement(about, [], DraftAnswerLines.Of(saved, reply.From.Language), [new FileLine(workbook.Name)], [], false, task.Expires, writer.TaskLink);
                taken = await FinishAsync(unit, reply, [(reply.From.Id, noted, "answer")], false, task.Expires, cancellation);
            }, cancellation);
            switch (filled)
            {
                case DraftResult.Saved when !submits:
                    return new AnswerTaken(AnswerOutcome.Taken, taken);
                case DraftResult.Saved { Problems.Count: 0 }:
                    break;
                case DraftResult.Refused { Rule: "plan-not-in-drafting" }:
                    return await LeaveAsync(reply, Reasons.TaskClosed, cancellation);
                default:
                    // handed in together with a workbook that was not taken whole: nobody means that
                    (submits, unclear) = (false, DraftAnswerLines.Of(filled, reply.From.Language));
                    break;
            }
        }

        if (submits)
        {
            DeskResult result = await plans.SubmitAsync(id, reply.From.Id, $"mail:{reply.Blob}", async unit =>
                taken = await FinishAsync(unit, reply, [(reply.From.Id, new Acknowledgement(about, [], [], [], [], true, task.Expires, writer.TaskLink), "answer")], true, task.Expires, cancellation), cancellation);
            switch (result)
            {
                case DeskResult.Recorded:
                    return new AnswerTaken(AnswerOutcome.Taken, taken);
                case DeskResult.Refused { Findings: { Count: > 0 } findings }:
                    unclear = DraftAnswerLines.Of(findings, reply.From.Language);
                    break;
                default:
                    return await LeaveAsync(reply, Reasons.TaskClosed, cancellation);
            }
        }

        if (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= MostQuestionsBack)
        {
            return await LeaveAsync(reply, Reasons.StillUnclear, cancellation);
        }

        await table.DecideAsync(async () =>
        {
            var unit = new Unit(reply.Task.Stream);
            Row<HumanTaskFile> row = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
            unit.Replace(row, row.Value with { QuestionsBack = row.Value.QuestionsBack + 1 });
            var question = new QuestionBack(about, unclear, task.Expires, PlanOutline.Write(draft), writer.TaskLink);
            taken = await FinishAsync(unit, reply, [(reply.From.Id, question, "answer")], false, task.Expires, cancellation);
            return ((Unit?)unit, true);
        }, cancellation);
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    /// <summary>Nothing follows from it by itself. One that a person has in hand already stays as it is there.</summary>
    private async Task<AnswerTaken> LeaveAsync(Reply reply, string reason, CancellationToken cancellation)
    {
        if (reply.Grounds == AnswerGrounds.Sender && await table.FindAsync<ReceivedMail>(reply.Task.Stream, ReceivedMail.RowKey(reply.Decision.Key), cancellation) is { Value: { State: SetAsideState.None } before })
        {
            // it was taken after all: storage did not tell of the commit, and so it was decided again
            return new AnswerTaken(AnswerOutcome.Taken, before.Blob == reply.Blob ? before.Taken : MailTaken.Nothing);
        }

        AnswerOutcome outcome = reason == Reasons.TaskClosed ? AnswerOutcome.Closed : AnswerOutcome.NotUnderstood;
        return reply.Grounds == AnswerGrounds.Sender
            ? new AnswerTaken(outcome, await aside.KeepAsync(reply.Message, reply.Decision with { Verdict = Verdict.NeedsPerson, Reason = reason }, reply.Task, reply.Blob, cancellation))
            : new AnswerTaken(outcome, MailTaken.Nothing);
    }

    private async Task<MailTaken> FinishAsync(Unit unit, Reply reply, IReadOnlyList<(PersonId To, MailContent Content, string Key)> answers, bool ends, DateTimeOffset until, CancellationToken cancellation, MailsOfStream? told = null) =>
        await FinishAsync(unit, reply, answers, ends, until, await table.FindAsync<ReceivedMail>(unit.Stream, ReceivedMail.RowKey(reply.Decision.Key), cancellation), cancellation, told);

    /// <param name="waiting">The message, where it waited for a confirmation.</param>
    private async Task<MailTaken> FinishAsync(Unit unit, Reply reply, IReadOnlyList<(PersonId To, MailContent Content, string Key)> answers, bool ends, DateTimeOffset until, Row<ReceivedMail>? waiting, CancellationToken cancellation, MailsOfStream? told = null)
    {
        if (waiting is { Value: { State: not SetAsideState.Waiting } before })
        {
            // the same message, delivered twice and read at the same time: its figures must not come back over later ones
            unit.Withdraw();
            return before.Taken;
        }

        var keys = new List<string>(told?.Keys ?? []);
        foreach ((PersonId to, MailContent content, string name) in answers)
        {
            string? inReplyTo = to == reply.From.Id ? reply.Message.MessageId : null;
            if (await writer.WriteAsync(unit, content, to, $"{reply.Task.Task}-{name}-{reply.Decision.Key[..16]}", reply.Task, until, true, inReplyTo, cancellation) is { } key)
            {
                keys.Add(key);
            }
        }

        var taken = new MailTaken(ends ? reply.Task.InstanceId : null, keys.Count == 0 ? [] : [new MailsOfStream(unit.Stream, keys)]);
        unit.Put(ReceivedMail.RowKey(reply.Decision.Key), waiting, new ReceivedMail(
            reply.Decision.Key, reply.Blob, reply.At, reply.Decision.Verdict.ToString(), reply.Decision.Reason, reply.Task.Task, reply.From.Id, taken,
            reply.Grounds == AnswerGrounds.Sender ? SetAsideState.None : SetAsideState.TreatedAsAnswer, reply.Grounds == AnswerGrounds.Confirmed ? reply.From.Id : null));
        unit.Record(new AuditEntry(reply.Grounds == AnswerGrounds.Confirmed ? AuditKind.SenderConfirmed : AuditKind.MailReceived, reply.Task.Task.Value, reply.From.Id, reply.Decision.Reason, reply.Message.BodyDigest()));
        return taken;
    }

    internal static PlanId PlanOf(StreamId stream) => new(stream.Value["plan-".Length..]);

    /// <summary>Without what stands under "missing" already, and without what a sensitive figure would give away.</summary>
    internal static IReadOnlyList<string> QuestionsOf(ReportAnswerResult result, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. result.Questions
            .Where(question => !result.Unanswered.Contains(question.Item) && !items.Any(item => item.Sensitive && item.Code == question.Item))
            .Select(question => question.Text.In(language)),
    ];

    private sealed record Reply(InboundMessage Message, Incoming.Decision Decision, TaskRef Task, string Blob, Person From, AnswerGrounds Grounds, DateTimeOffset At);
}

/// <summary>Why a message counts as somebody's answer.</summary>
public enum AnswerGrounds
{
    /// <summary>It comes from the person, and the sender's domain says so.</summary>
    Sender,

    /// <summary>The person confirmed it by the link that went to the registered address.</summary>
    Confirmed,

    /// <summary>An officer says whose answer it is.</summary>
    Officer,
}

public enum AnswerOutcome { Taken, NotUnderstood, Closed }

public sealed record AnswerTaken(AnswerOutcome Outcome, MailTaken Mail);
