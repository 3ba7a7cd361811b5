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
        var said = new ShortFormSaid(linked.Ref, linked.Person.Id, link.Values(fields), Arrival.Now(clock), EntrySource.Link)
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

                Acknowledgement acknowledgement = ShortFormLines.Acknowledge(link.Form, put.After, linked, writer.TaskLink) with
                {
                    Unclear = ShortFormLines.Overtaken(said, put.Overtaken, linked.Person.Language),
                };
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
        TaskReply reply,
        HumanTaskRecord task,
        ShortForm form,
        ShortFormReply read,
        CancellationToken cancellation
    )
    {
        bool nothing = read.Values.Count == 0;
        if (read.IsQuestion)
        {
            return await ending.LeaveAsync(reply, TriageReasons.Question, cancellation);
        }

        if (
            nothing
            && read.Files.Kept.Count == 0
            && (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack)
        )
        {
            return await ending.LeaveAsync(reply, TriageReasons.StillUnclear, cancellation);
        }

        var said = new ShortFormSaid(reply.Task, reply.From.Id, read.Values, reply.Arrived, reply.Source) { Files = read.Files.Kept };
        AnswerTaken? taken = await table.DecideAsync(
            async () =>
            {
                if (await PutAsync(task, form, said, cancellation) is not { } put)
                {
                    return ((UnitOfWork?)null, (AnswerTaken?)null);
                }

                if (put.IsOvertaken && reply.Grounds == AnswerGrounds.Officer)
                {
                    return (null, new AnswerTaken(AnswerOutcome.Overtaken, MailTaken.Nothing));
                }

                if (nothing && !put.After.Complete && await TaskRows.FindAsync(table, reply.Task, cancellation) is { } row)
                {
                    put.Unit.Replace(row, row.Value with { QuestionsBack = row.Value.QuestionsBack + 1 });
                }

                Acknowledgement acknowledgement = ShortFormLines.Acknowledge(
                    form,
                    put.After,
                    reply.From.Language,
                    task.Expires,
                    writer.TaskLink
                ) with
                {
                    Unclear = [.. read.Unclear, .. ShortFormLines.Overtaken(said, put.Overtaken, reply.From.Language)],
                    Kept = read.Kept,
                    Files = read.Files.Lines,
                };
                var result = new ReplyResult([(reply.From.Id, acknowledgement, "answer")], put.After.Complete, task.Expires)
                {
                    Told = AllOf(put.Unit, null),
                };
                return (put.Unit, new AnswerTaken(AnswerOutcome.Taken, await ending.FinishAsync(put.Unit, reply, result, cancellation)));
            },
            cancellation
        );
        return taken ?? await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation);
    }

    /// <returns>Null: it takes no answers any more, or its capability takes this one not.</returns>
    private async Task<PutAnswer?> PutAsync(HumanTaskRecord task, ShortForm form, ShortFormSaid said, CancellationToken cancellation)
    {
        if (await TaskRows.FindAsync(table, said.Task, cancellation) is not { Value.State: TaskState.Open or TaskState.Answered })
        {
            return null;
        }

        Row<ShortFormAnswer>? before = await FindAsync(said.Task, cancellation);
        if (before is not null && said.ChangesNothing(before.Value))
        {
            return await PutFilesAsync(task, said, before.Value, cancellation);
        }

        IReadOnlyDictionary<string, ShortFormValue> values = said.Over(before?.Value);
        bool complete = values.Count > 0 && form.Missing(values).Count == 0;
        var after = new ShortFormAnswer(said.Task.Task, task.Administration, values, complete, said.By, said.At, said.Source)
        {
            Given = said.GivenOver(before?.Value),
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

        return new PutAnswer(unit, after, ended, said.Overtaken(before?.Value));
    }

    /// <summary>Keeps the files of a reply that answers nothing else, or nothing that still counts.</summary>
    private async Task<PutAnswer?> PutFilesAsync(
        HumanTaskRecord task,
        ShortFormSaid said,
        ShortFormAnswer stands,
        CancellationToken cancellation
    )
    {
        var unit = new UnitOfWork(said.Task.Stream);
        IReadOnlyList<string> overtaken = said.Overtaken(stands);
        ShortFormAnswer with = stands with { By = said.By, At = said.At, Files = said.Files };
        return said.Files.Count > 0 && kinds.Of(task.Kind) is ShortFormTask kind && !await kind.FiledAsync(unit, with, cancellation)
            ? null
            : new PutAnswer(unit, stands, null, overtaken) { IsOvertaken = overtaken.Count > 0 && said.Files.Count == 0 };
    }

    /// <param name="Ended">The task, where nothing is missing.</param>
    /// <param name="Overtaken">Codes that do not count, because something else was said since.</param>
    private sealed record PutAnswer(UnitOfWork Unit, ShortFormAnswer After, TaskRef? Ended, IReadOnlyList<string> Overtaken)
    {
        public bool IsOvertaken { get; init; }
    }
}
