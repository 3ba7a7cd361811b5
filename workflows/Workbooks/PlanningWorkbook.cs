using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Workbooks;

/// <summary>A plan as a workbook, to be filled in without a connection and sent back.</summary>
public static class PlanningWorkbook
{
    /// <summary>What a returned workbook must say it is. Kept by whoever handed it out, because the draft moves on.</summary>
    public static WorkbookTicket TicketFor(ActionPlan plan) => new("planning", plan.Id.Value, plan.Version, "", PlanDocument.Hash(plan));

    /// <returns>An .xlsx file; the same plan gives the same bytes.</returns>
    public static byte[] Write(ActionPlan plan) => WorkbookWriter.Write(PlanningSheets.Design(plan, TicketFor(plan)));

    /// <summary>The plan that the workbook holds. Who it belongs to, its version, language and notice are ours and not read.</summary>
    /// <param name="current">The draft as it stands.</param>
    /// <param name="ticket">That of the workbook handed out; null where it was made from <paramref name="current"/>.</param>
    public static WorkbookReading<ActionPlan> Read(byte[] file, ActionPlan current, WorkbookTicket? ticket = null)
    {
        var (filled, problems) = FilledWorkbook.Open(file, PlanningSheets.Design(current, ticket ?? TicketFor(current)));
        if (filled is null)
        {
            return new WorkbookReading<ActionPlan>(null, problems);
        }

        var found = new List<WorkbookProblem>();
        return new WorkbookReading<ActionPlan>(PlanningRows.Read(filled, current, found), found);
    }
}
