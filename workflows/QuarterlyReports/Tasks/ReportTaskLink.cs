using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>A link to figures to report.</summary>
/// <param name="Items">All of them, the sensitive ones too: they can be answered here only.</param>
/// <param name="Draft">What was typed and not handed in; null where nothing was.</param>
public sealed record ReportTaskLink(LinkedTask Linked, ReportRecord Report, IReadOnlyList<FormItem> Items, LinkDraft? Draft) : TaskLink
{
    public override LinkedTask Task => Linked;

    /// <summary>The version of the plan that the report refers to.</summary>
    public required ActionPlan Plan { get; init; }

    /// <summary>The part assigned to the link's owner; null if the owner can submit the whole report.</summary>
    public AssignedPart? Part { get; init; }

    /// <summary>People's names, as shown to those who may open the link.</summary>
    public Func<PersonId, string> NameOf { get; init; } = person => person.Value;

    /// <summary>Everything accepted for the plan so far.</summary>
    public IReadOnlyList<Observation> Accepted { get; init; } = [];

    /// <summary>Supporting files, checked or not, oldest first.</summary>
    public IReadOnlyList<EvidenceFile> Files { get; init; } = [];

    public DayRange Days => ReportItems.DaysOf(Plan, Report.Period);

    /// <summary>The discussion of the report, with authors, oldest first.</summary>
    public IReadOnlyList<(ReportComment Comment, string By)> Talk { get; init; } = [];
}

/// <summary>A link to a report that can be read but no longer answered.</summary>
/// <param name="Items">All that it asked for.</param>
/// <param name="Talk">With who said it; oldest first.</param>
public sealed record ClosedReportLink(
    LinkedTask Linked,
    LinkClosed Why,
    ReportRecord File,
    IReadOnlyList<FormItem> Items,
    IReadOnlyList<(ReportComment Comment, string By)> Talk
) : TaskLink.Closed(Linked, Why);
