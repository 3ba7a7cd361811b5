using ACip.Workflows.Documents;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Workbook;

/// <summary>A plan as a workbook, to be completed offline and sent back.</summary>
public static class PlanningWorkbook
{
    private const string Whole = "planning";
    private const string ByMail = "planning-by-mail";

    /// <summary>What a returned workbook must claim to be. Kept when it is handed out, because the draft changes meanwhile.</summary>
    /// <param name="byMail">As in <see cref="Write"/>.</param>
    public static WorkbookTicket TicketFor(ActionPlan plan, bool byMail = false) =>
        new(byMail ? ByMail : Whole, plan.Id.Value, plan.Version, new PeriodKey(""), PlanDocument.Hash(plan));

    /// <summary>What a workbook claims to be. It is trusted only as far as the record of what was handed out confirms it.</summary>
    /// <returns>Null where it is no workbook, or not one of ours.</returns>
    public static WorkbookTicket? TicketIn(byte[] file) => FilledWorkbook.TicketIn(file);

    /// <summary>True for a planning workbook of any plan.</summary>
    public static bool Is(byte[] file) => TicketIn(file) is { Kind: Whole or ByMail };

    public static bool IsByMail(WorkbookTicket ticket) => ticket.Kind == ByMail;

    /// <param name="byMail">True: sensitive indicators are left out, for they never travel by mail. Reading puts them back as they stand in
    /// the draft.</param>
    /// <returns>An .xlsx file; the same plan gives the same bytes.</returns>
    public static byte[] Write(ActionPlan plan, bool byMail = false) =>
        WorkbookWriter.Write(PlanningSheets.Design(byMail ? WithoutSensitive(plan) : plan, TicketFor(plan, byMail)));

    /// <summary>The plan in the workbook. Its owner, version, language and notice are ours and are not read from it.</summary>
    /// <param name="current">The draft as it stands.</param>
    /// <param name="ticket">That of the workbook handed out: <see cref="TicketFor"/> of the plan it was made from.</param>
    public static ParsedWorkbook<ActionPlan> Read(byte[] file, ActionPlan current, WorkbookTicket ticket)
    {
        bool byMail = ticket.Kind == ByMail;
        var (filled, problems) = FilledWorkbook.Open(file, PlanningSheets.Design(byMail ? WithoutSensitive(current) : current, ticket));
        if (filled is null)
        {
            return new ParsedWorkbook<ActionPlan>(null, problems);
        }

        var found = new List<WorkbookProblem>();
        ActionPlan read = PlanningReader.Read(filled, current, found);
        // the sheet has no column for it
        read = read with
        {
            Indicators =
            [
                .. read.Indicators.Select(indicator =>
                    indicator with
                    {
                        MeasuredBy = current.Indicators.FirstOrDefault(one => one.Code == indicator.Code)?.MeasuredBy,
                    }
                ),
            ],
        };
        return new ParsedWorkbook<ActionPlan>(
            byMail ? read with { Indicators = WithSensitive(read.Indicators, current.Indicators) } : read,
            found
        );
    }

    private static ActionPlan WithoutSensitive(ActionPlan plan) =>
        plan with
        {
            Indicators = [.. plan.Indicators.Where(indicator => !indicator.Sensitive)],
        };

    /// <summary>Puts each sensitive indicator back in its earlier place, as far as the list is still long enough.</summary>
    private static List<Indicator> WithSensitive(IReadOnlyList<Indicator> read, IReadOnlyList<Indicator> current)
    {
        List<Indicator> all = [.. read];
        for (int place = 0; place < current.Count; place++)
        {
            if (current[place].Sensitive)
            {
                all.Insert(Math.Min(place, all.Count), current[place]);
            }
        }

        return all;
    }
}
