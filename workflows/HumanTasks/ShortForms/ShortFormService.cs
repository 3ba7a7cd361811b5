using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>Takes answers to a short form, by reply or from the page. The answer, the task's end and the acknowledgement are one
/// commit.</summary>
public sealed class ShortFormService(
    ProgrammeTable table,
    TaskKinds kinds,
    MailWriter writer,
    ReplyEnding ending,
    LinkAcknowledgements acknowledgements,
    TimeProvider clock
)
{
    internal Uri TaskLink => writer.TaskLink;

    internal Task<Row<ShortFormAnswer>?> FindAsync(TaskRef task, CancellationToken cancellation) =>
        ShortFormAnswer.FindAsync(table, task, cancellation);

    internal async Task<LinkDraft?> DraftAsync(TaskLinkOpening opening, CancellationToken cancellation) =>
        (await table.FindAsync<LinkDraft>(opening.Stream, LinkDraft.RowKey(opening.Task.Id, opening.Person.Id), cancellation))?.Value;

    /// <returns>Null: it was not taken.</returns>
    public async Task<LinkTaken?> HandInAsync(
        ShortFormLink link,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellation
    )
    {
        LinkedTask linked = link.Linked;
        var said = new ShortFormSaid(linked.Ref, linked.Person.Id, link.Values(fields), clock.GetUtcNow(), EntrySource.Link)
        {
            Emptied = link.Emptied(fields),
        };
        return await table.DecideAsync(
            async () =>
            {
                if (await PutAsync(linked.Task, link.Form, said, cancellation) is not { } put)
                {
                    return ((UnitOfWork?)null, (LinkTaken?)null);
                }

                Acknowledgement acknowledgement = ShortFormLines.Acknowledge(link.Form, put.After, linked, writer.TaskLink);
                MailsOfStream? mails = await acknowledgements.WriteAsync(put.Unit, linked, acknowledgement, fields, cancellation);
                return (put.Unit, new LinkTaken(put.Ended?.InstanceId, AllOf(put.Unit, mails)));
            },
            cancellation
        );
    }

    /// <summary>The acknowledgement together with what the capability writes.</summary>
    private static MailsOfStream? AllOf(UnitOfWork unit, MailsOfStream? acknowledgement)
    {
        string prefix = OutgoingMail.RowKey("");
        string[] keys =
        [
            .. unit
                .Actions.Select(action => action.Entity.RowKey)
                .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(key => key[prefix.Length..])
                .Union(acknowledgement?.Keys ?? []),
        ];
        return keys.Length == 0 ? null : new MailsOfStream(unit.Stream, keys);
    }

    internal async Task<AnswerTaken> TakeAsync(
        PersonReply reply,
        HumanTaskRecord task,
        ShortForm form,
        ShortFormReply read,
        CancellationToken cancellation
    )
    {
        bool nothing = read.Values.Count == 0;
        if (read.IsQuestion)
        {
            return await ending.LeaveAsync(reply, Reasons.Question, cancellation);
        }

        if (
            nothing
            && read.Files.Kept.Count == 0
            && (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack)
        )
        {
            return await ending.LeaveAsync(reply, Reasons.StillUnclear, cancellation);
        }

        var said = new ShortFormSaid(reply.Task, reply.From.Id, read.Values, reply.At, reply.Source) { Files = read.Files.Kept };
        MailTaken? taken = await table.DecideAsync(
            async () =>
            {
                if (await PutAsync(task, form, said, cancellation) is not { } put)
                {
                    return ((UnitOfWork?)null, (MailTaken?)null);
                }

                if (nothing && put.Ended is null && await TaskRows.FindAsync(table, reply.Task, cancellation) is { } row)
                {
                    put.Unit.Replace(row, row.Value with { QuestionsBack = row.Value.QuestionsBack + 1 });
                }

                Acknowledgement acknowledgement = Acknowledge(reply, task, form, put.After, read);
                var result = new ReplyResult([(reply.From.Id, acknowledgement, "answer")], put.After.Complete, task.Expires);
                return (put.Unit, await ending.FinishAsync(put.Unit, reply, result, cancellation));
            },
            cancellation
        );
        return taken is null
            ? await ending.LeaveAsync(reply, Reasons.TaskClosed, cancellation)
            : new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    private Acknowledgement Acknowledge(
        PersonReply reply,
        HumanTaskRecord task,
        ShortForm form,
        ShortFormAnswer after,
        ShortFormReply read
    ) =>
        ShortFormLines.Acknowledge(form, after, reply.From.Language, task.Expires, writer.TaskLink) with
        {
            Unclear = read.Unclear,
            Kept = read.Kept,
            Files = read.Files.Lines,
        };

    /// <returns>Null: it takes no answers any more, or its capability takes this one not.</returns>
    private async Task<(UnitOfWork Unit, ShortFormAnswer After, TaskRef? Ended)?> PutAsync(
        HumanTaskRecord task,
        ShortForm form,
        ShortFormSaid said,
        CancellationToken cancellation
    )
    {
        if (await TaskRows.FindAsync(table, said.Task, cancellation) is not { Value.State: TaskState.Open or TaskState.Answered })
        {
            return null;
        }

        Row<ShortFormAnswer>? before = await FindAsync(said.Task, cancellation);
        IReadOnlyDictionary<string, ShortFormValue> values = said.Over(before?.Value.Values);
        bool complete = values.Count > 0 && form.Missing(values).Count == 0;
        var after = new ShortFormAnswer(said.Task.Task, task.Administration, values, complete, said.By, said.At, said.Source)
        {
            Files = said.Files,
        };
        var kind = kinds.Of(task.Kind) as ShortFormTask;
        var unit = new UnitOfWork(said.Task.Stream);
        if (values.Count > 0 || before is not null)
        {
            unit.Put(ShortFormAnswer.Key(task.Id), before, after)
                .Record(new AuditEntry(AuditKind.FormAnswered, task.Id.Value, said.By, complete ? "complete" : "in part"));
        }

        TaskRef? ended = null;
        if (complete)
        {
            ended = await TaskEnding.AnswerAsync(table, unit, said.Task, said.By, said.At, cancellation);
            if (kind is not null && !await kind.TakenAsync(unit, task, after, before?.Value, cancellation))
            {
                return null;
            }
        }
        else if (kind is not null && said.Files.Count > 0 && !await kind.FiledAsync(unit, after, cancellation))
        {
            return null;
        }

        return (unit, after, ended);
    }
}

/// <summary>Who gave which answer to which task.</summary>
internal sealed record ShortFormSaid(
    TaskRef Task,
    PersonId By,
    IReadOnlyDictionary<string, ShortFormValue> Values,
    DateTimeOffset At,
    EntrySource Source
)
{
    public IReadOnlyList<AnswerFile> Files { get; init; } = [];

    /// <summary>Codes of answers that are taken back.</summary>
    public IReadOnlyList<string> Emptied { get; init; } = [];

    /// <summary>What then stands: what is not named stays as it was.</summary>
    public IReadOnlyDictionary<string, ShortFormValue> Over(IReadOnlyDictionary<string, ShortFormValue>? before)
    {
        var values = new SortedDictionary<string, ShortFormValue>(before?.ToDictionary() ?? [], StringComparer.Ordinal);
        foreach (string code in Emptied)
        {
            values.Remove(code);
        }

        foreach ((string code, ShortFormValue value) in Values)
        {
            values[code] = value;
        }

        return values;
    }
}
