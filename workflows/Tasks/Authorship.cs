using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;

namespace ACip.Workflows.Tasks;

/// <summary>Who wrote any part of what is decided cannot decide on it: one rule for plans and their reviews, reports, restatements and donor reports. Pure.</summary>
public static class Authorship
{
    public const string Rule = "author-may-not-approve";

    /// <summary>Whoever handed the draft in, saved anything in it since the last approval, or opened the revision that it is for.</summary>
    public static IReadOnlySet<PersonId> Of(PlanFile plan, DraftMark? mark) =>
        Set([.. mark?.Authors ?? [], .. plan.Rounds.TakeLast(1).Select(round => round.SubmittedBy), .. plan.Revision is { } revision ? [revision.OpenedBy] : Array.Empty<PersonId>()]);

    /// <summary>Whoever gave a value that is not accepted yet, noted something, or handed the report in.</summary>
    public static IReadOnlySet<PersonId> Of(ReportFile report) => Set(
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
    public static DeskResult.Refused? Refuse(IReadOnlySet<PersonId> authors, PersonId by) =>
        authors.Contains(by) ? new DeskResult.Refused(Rule, "Who wrote a part of it, or handed it in, cannot decide on it.") : null;

    private static HashSet<PersonId> Set(IEnumerable<PersonId> people) => [.. people];
}
