using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;

namespace ACip.Workflows.HumanTasks;

/// <summary>Who wrote any part of what is decided cannot decide on it: one rule for plans and their reviews, reports, restatements and donor reports. Pure.</summary>
public static class Authorship
{
    public const string Rule = "author-may-not-approve";

    /// <summary>Whoever handed the draft in, saved anything in it since the last approval, or opened the revision that it is for.</summary>
    public static IReadOnlySet<PersonId> Of(PlanRecord plan, DraftMark? mark) =>
        Set([.. mark?.Authors ?? [], .. plan.Rounds.TakeLast(1).Select(round => round.SubmittedBy), .. plan.Revision is { } revision ? [revision.OpenedBy] : Array.Empty<PersonId>()]);

    /// <summary>Whoever gave a value that is not accepted yet, noted something, or handed the report in.</summary>
    public static IReadOnlySet<PersonId> Of(ReportRecord report) => Set(
    [
        .. report.Entries.Values.Where(entry => !report.AcceptedItems.Contains(entry.Item)).Select(entry => entry.By),
        .. report.NotedBy,
        .. report.Submissions.TakeLast(1).Select(submission => submission.By),
    ]);

    public static IReadOnlySet<PersonId> Of(ReportRestatement restatement) => Set([restatement.By, .. restatement.Items.Select(item => item.Now.By)]);

    /// <summary>Whoever wrote its texts, added an annex, imported a register that it draws on, changed the agreement last, or revised it.</summary>
    public static IReadOnlySet<PersonId> Of(DonorReportVersion version) => Set(version.Authors);

    /// <summary>Whoever said what was found.</summary>
    public static IReadOnlySet<PersonId> Of(PlanReviewStage review) => Set(review.Findings is { } findings ? [findings.By] : []);

    /// <returns>Null where the person may decide.</returns>
    public static CommandResult.Refused? Refuse(IReadOnlySet<PersonId> authors, PersonId by) =>
        authors.Contains(by) ? new CommandResult.Refused(Rule, "Who wrote a part of it, or handed it in, cannot decide on it.") : null;

    private static HashSet<PersonId> Set(IEnumerable<PersonId> people) => [.. people];
}
