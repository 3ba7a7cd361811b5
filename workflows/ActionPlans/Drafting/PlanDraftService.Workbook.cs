using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Drafting;

/// <summary>The draft as a workbook: handed out, completed offline, and merged when it comes back.</summary>
public sealed partial class PlanDraftService
{
    /// <summary>The draft as a workbook. The draft that it was made from is kept, so that its return does not undo what others changed
    /// meanwhile.</summary>
    /// <param name="byMail">True: without sensitive indicators.</param>
    /// <returns>An .xlsx file; null where there is no such plan.</returns>
    public async Task<byte[]?> HandOutWorkbookAsync(PlanId id, bool byMail, CancellationToken cancellation)
    {
        if ((await PlanRows.DraftAsync(table, id, cancellation))?.Value is not { } draft)
        {
            return null;
        }

        (StreamId stream, string key) = (StreamId.Of(id), PlanRows.WorkbookKey(PlanDocument.Hash(draft)));
        await table.AddOnceAsync<ActionPlan>(stream, key, () => new UnitOfWork(stream).Add(key, draft), cancellation);
        return PlanningWorkbook.Write(draft, byMail);
    }

    /// <summary>Takes a completed planning workbook, however it was sent.</summary>
    /// <param name="source">"mail:{key}", "page:{key}" or "api:{key}".</param>
    /// <param name="also">Adds what must be committed together with it, such as an acknowledgement; not called where nothing is
    /// saved.</param>
    public async Task<DraftResult> TakeWorkbookAsync(
        PlanId id,
        byte[] file,
        PersonId by,
        EntrySource source,
        Func<UnitOfWork, DraftResult.Saved, Task>? also,
        CancellationToken cancellation
    )
    {
        WorkbookTicket? ticket = PlanningWorkbook.TicketIn(file);
        ActionPlan? origin = ticket is null
            ? null
            : (await table.FindAsync<ActionPlan>(StreamId.Of(id), PlanRows.WorkbookKey(Slug(ticket.FormHash)), cancellation))?.Value;
        if (origin is null || ticket is null)
        {
            // says what is wrong with it: another plan's form, no form of ours, no workbook at all
            ActionPlan? draft = (await PlanRows.DraftAsync(table, id, cancellation))?.Value;
            return draft is null
                ? NoSuchPlan
                : new DraftResult.NotAWorkbook(PlanningWorkbook.Read(file, draft, PlanningWorkbook.TicketFor(draft)).Problems);
        }

        ParsedWorkbook<ActionPlan> reading = PlanningWorkbook.Read(
            file,
            origin,
            PlanningWorkbook.TicketFor(origin, PlanningWorkbook.IsByMail(ticket))
        );
        return reading.Content is not { } sent
            ? new DraftResult.NotAWorkbook(reading.Problems)
            : await ChangeAsync(
                id,
                by,
                source,
                found =>
                {
                    DraftMerge merge = DraftMerge.Of(origin, found, sent);
                    return merge.Disputed.Count > 0
                        ? new Change(Ours(sent, found), merge.Disputed)
                        : new Change(Ours(merge.Merged, found), Problems: reading.Problems);
                },
                also,
                cancellation
            );
    }
}
