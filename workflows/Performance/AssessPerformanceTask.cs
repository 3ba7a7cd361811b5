using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Performance;

/// <summary>The administration assesses itself, by reply (KPI by KPI) or on the page behind the link.</summary>
internal sealed class AssessPerformanceTask(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    AssessmentService assessments,
    MailWriter writer,
    ReplyEnding ending
) : ITaskKind
{
    public TaskDefinition Definition => PerformanceTaskKinds.AssessPerformance;

    public Text Title { get; } = Texts.AssessmentTask;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        AssessmentRecord record = await RecordAsync(stream, task, cancellation);
        About.Matter about = AboutIt(record, register);
        var ask = new AskAssessment(record.Reference, record.Ref.Year, about.Administration, task.Due, writer.TaskLink);
        return new TaskMatter(
            about,
            _ => ask,
            (stage, language) => new Reminder(stage, about, task.Due, task.Expires, writer.TaskLink, ask.Form(language))
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        AssessmentRecord record = await RecordAsync(opening.Stream, opening.Task, cancellation);
        LinkedTask linked = opening.Linked(
            AboutIt(record, opening.Register),
            opening.Register.Administrations[record.Ref.Administration].TimeZone,
            opening.Task.Expires
        );
        return opening.IsOver ? new TaskLink.Closed(linked, LinkClosed.Expired)
            : opening.MayAnswer(record.Ref.Administration)
                ? new AssessmentLink(
                    linked,
                    (
                        await table.FindAsync<LinkDraft>(opening.Stream, LinkDraft.RowKey(opening.Task.Id, opening.Person.Id), cancellation)
                    )?.Value,
                    record
                )
            : new TaskLink.Elsewhere(linked, null);
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        AssessmentRecord record = await RecordAsync(reply.Task.Stream, task, cancellation);
        Language language = reply.From.Language;
        IReadOnlyList<FormItem> items = AssessmentForm.Items(record.Reference, language);
        ParsedReply read = ReplyReader.Read(ReplyText.Of(reply.Message.Text, reply.Message.Html), items, language, nil: false);
        if (read.Command is Command.Question)
        {
            return await ending.LeaveAsync(reply, TriageReasons.Question, cancellation);
        }

        bool nothing = read.Figures.Count == 0 && read.Command is not Command.Submit;
        if (nothing && (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack))
        {
            return await ending.LeaveAsync(reply, TriageReasons.StillUnclear, cancellation);
        }

        About.Matter about = AboutIt(record, register);
        AnswerTaken taken = new(AnswerOutcome.Overtaken, MailTaken.Nothing);
        CommandResult result = await assessments.AnswerAsync(
            record.Ref,
            stands => AssessmentForm.Answers(stands, read, reply.From.Id, reply.Arrived, reply.Source),
            read.Command is Command.Submit,
            reply.From.Id,
            async (unit, after, said) =>
            {
                if (said.NothingNew && reply.Grounds == AnswerGrounds.Officer && read.Command is not Command.Submit)
                {
                    taken = new AnswerTaken(AnswerOutcome.Overtaken, MailTaken.Nothing);
                    unit.Withdraw();
                    return;
                }

                if (nothing && await TaskRows.FindAsync(table, reply.Task, cancellation) is { } row)
                {
                    unit.Replace(row, row.Value with { QuestionsBack = row.Value.QuestionsBack + 1 });
                }

                Acknowledgement acknowledgement = Acknowledge(about, after, read, items, language, task.Expires);
                acknowledgement = acknowledgement with
                {
                    Unclear = [.. acknowledgement.Unclear, .. AssessmentForm.Unclear(said, language)],
                };
                var result = new ReplyResult(
                    [(reply.From.Id, acknowledgement, "answer")],
                    after.State == AssessmentState.Given,
                    task.Expires
                );
                taken = new AnswerTaken(AnswerOutcome.Taken, await ending.FinishAsync(unit, reply, result, cancellation));
            },
            cancellation
        );
        return result is CommandResult.Recorded ? taken : await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation);
    }

    private Acknowledgement Acknowledge(
        About.Matter about,
        AssessmentRecord after,
        ParsedReply read,
        IReadOnlyList<FormItem> items,
        Language language,
        DateTimeOffset until
    ) =>
        new(
            about,
            AssessmentForm.Understood(after, language),
            AnswerLines.Unclear(read, items, language),
            [],
            after.Missing,
            after.State == AssessmentState.Given,
            until,
            writer.TaskLink
        )
        {
            Kept = AnswerLines.Kept(read),
        };

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    )
    {
        AssessmentRecord record = await RecordAsync(task.Stream, file, cancellation);
        IReadOnlyList<FormItem> items = AssessmentForm.Items(record.Reference, person.Language);
        ParsedReply read = ReplyReader.Read(ReplyText.Of(message.Text, message.Html), items, person.Language, nil: false);
        AssessmentRecord would = record with
        {
            Answers = AssessmentForm
                .Answers(
                    record with
                    {
                        Answers = new Dictionary<string, KpiAnswer>(),
                        TravelsAt = null,
                    },
                    read,
                    person.Id,
                    default,
                    new EntrySource("")
                )
                .Answers,
        };
        return new UnderstoodAnswer(
            AboutIt(record, await directory.ReadForAsync(record.Ref.Administration, cancellation)),
            AssessmentForm.Understood(would, person.Language),
            AnswerLines.Unclear(read, items, person.Language),
            [],
            read.Command is Command.Submit
        );
    }

    private async Task<AssessmentRecord> RecordAsync(StreamId stream, HumanTaskRecord task, CancellationToken cancellation) =>
        (await table.FindAsync<AssessmentRecord>(stream, task.Subject.Value, cancellation))!.Value;

    private static About.Matter AboutIt(AssessmentRecord record, ProgrammeRegister register) =>
        new(register.Administrations[record.Ref.Administration].Names, Texts.AssessmentMatter(refYear: record.Ref.Year));
}

/// <summary>Asks an administration to assess itself.</summary>
internal sealed record AskAssessment(PmmReference Reference, int Year, Text Administration, DateTimeOffset Due, Uri Page) : Asking
{
    public override Text Subject => Texts.AssessmentSubject(year: Year, administration: Administration);

    public override Uri? Link => Page;

    public override MailForm? Form(Language language) => MailForm.Of(AssessmentForm.Items(Reference, language), language);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Reference.Notice, Texts.AssessmentIntro, Texts.AssessmentDue(due: Text.For(language => dates(language).Deadline(Due)))];
}
