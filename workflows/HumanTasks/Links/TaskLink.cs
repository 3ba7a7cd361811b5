using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>What a link in a task mail leads to.</summary>
public abstract record TaskLink
{
    private TaskLink()
    {
    }

    /// <summary>Null where the link leads nowhere.</summary>
    public virtual LinkedTask? Task => null;

    /// <summary>No task has this token.</summary>
    public sealed record Unknown : TaskLink;

    /// <summary>A task that can no longer be answered here.</summary>
    public sealed record Closed(LinkedTask Linked, LinkClosed Why) : TaskLink
    {
        public override LinkedTask Task => Linked;

        /// <summary>The report that it was about, to be read; null for other tasks.</summary>
        public ClosedReport? Report { get; init; }
    }

    /// <summary>Figures to report.</summary>
    /// <param name="Items">All of them, the sensitive ones too: they can be answered here only.</param>
    /// <param name="Draft">What was typed and not handed in; null where nothing was.</param>
    public sealed record Figures(LinkedTask Linked, ReportRecord Report, IReadOnlyList<FormItem> Items, LinkDraft? Draft) : TaskLink
    {
        public override LinkedTask Task => Linked;

        /// <summary>The version of the plan that the report answers to.</summary>
        public required ActionPlan Plan { get; init; }

        /// <summary>What was accepted for the plan so far.</summary>
        public IReadOnlyList<Observation> Accepted { get; init; } = [];

        public DayRange Days => ReportItems.DaysOf(Plan, Report.Period);

        /// <summary>The talk about the report, with who said it; oldest first.</summary>
        public IReadOnlyList<(ReportComment Comment, string By)> Talk { get; init; } = [];
    }

    /// <summary>A draft plan to hand in.</summary>
    public sealed record Drafting(LinkedTask Linked, ActionPlan Draft) : TaskLink
    {
        public override LinkedTask Task => Linked;
    }

    /// <summary>What is answered in one's own words, by replying to the mail.</summary>
    public sealed record ByReply(LinkedTask Linked) : TaskLink
    {
        public override LinkedTask Task => Linked;
    }

    /// <summary>Something that waits for a decision, or for somebody else; this page only says so.</summary>
    /// <param name="Page">Where one signs in and decides; null where this person decides nothing.</param>
    public sealed record Elsewhere(LinkedTask Linked, string? Page) : TaskLink
    {
        public override LinkedTask Task => Linked;
    }
}

/// <param name="Items">All that it asked for.</param>
/// <param name="Talk">With who said it; oldest first.</param>
public sealed record ClosedReport(ReportRecord File, IReadOnlyList<FormItem> Items, IReadOnlyList<(ReportComment Comment, string By)> Talk);

/// <param name="TimeZone">IANA name: moments are shown in it.</param>
/// <param name="Until">Until when answers are taken.</param>
public sealed record LinkedTask(TaskRef Ref, HumanTaskRecord Task, Person Person, About About, string TimeZone, DateTimeOffset Until, bool Fictional)
{
    /// <summary>Whom the person turns to; null where the programme has nobody.</summary>
    public Person? Contact { get; init; }
}

public enum LinkClosed { Expired, HandedIn, Accepted, Decided, Missed }
