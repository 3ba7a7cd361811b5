using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Tasks;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>What a reviewer can decide on a submitted report, and the consequences.</summary>
internal static class ReportReviewRules
{
    /// <param name="seen">True: the reviewer has read the report as it stands.</param>
    /// <returns>What is said without anything being written; null: the decision counts.</returns>
    public static CommandResult? Answer(ReportRecord report, Decision decision, PersonId by, bool seen)
    {
        ReportSubmission? last = report.Submissions.LastOrDefault();
        if (report.State != ReportState.Submitted || last is null)
        {
            return last is not { Decision: { } earlier, TakenBack: null }
                    ? new CommandResult.Refused("report-not-submitted", "The report has not been submitted.")
                : decision.IsAgain(by, earlier.By, earlier.Accepted, earlier.Reason, earlier.Items)
                    ? new CommandResult.Recorded(ReportTasks.Review(report).InstanceId)
                : new CommandResult.Stale(earlier.By);
        }

        return TextRefusals.Refuse(decision)
            ?? (seen ? null : CommandResult.Refused.ChangedMeanwhile)
            ?? FourEyes.Refuse(ReportAuthors.Of(report), by)
            ?? LacksReason(decision);
    }

    private static CommandResult.Refused? LacksReason(Decision decision)
    {
        return decision.Approved ? null
            : !decision.SaysWhy ? new("reason-when-sent-back", "Sending back needs a reason, for the whole or for each item.")
            : decision.AcceptOthers && Reasons(decision).Count == 0
                ? new("items-when-accepting-others", "To accept the other items, say which ones are sent back.")
            : null;
    }

    /// <param name="earlier">What was accepted of it before.</param>
    /// <returns>The report as decided, and what counts from now on: all of it, or of one sent back the items accepted.</returns>
    public static (ReportRecord After, IReadOnlyList<Observation> Observations) Apply(
        ReportRecord report,
        ActionPlan plan,
        IReadOnlyList<Observation> earlier,
        Decision decision,
        PersonId by,
        DateTimeOffset now
    )
    {
        ReportSubmission last = report.Submissions[^1];
        string[] accepted = decision is { Approved: false, AcceptOthers: true } ? Others(report, Reasons(decision)) : [];
        ReportMove move =
            !decision.Approved ? ReportMove.Return
            : last.NilReason is null ? ReportMove.Accept
            : ReportMove.DeclareNil;
        var review = new ReviewDecision(
            decision.Approved,
            by,
            now,
            decision.Reason,
            Reasons(decision),
            accepted.Length > 0 ? accepted : null
        );
        ReportRecord after = report with
        {
            State = ((MoveResult.Moved)ReportLifecycle.Try(report.State, move)).To,
            Submissions = [.. report.Submissions.SkipLast(1), last with { Decision = review }],
        };
        return decision.Approved
            ? (after, AcceptedObservations.Instead(earlier, AcceptedObservations.Of(after, plan)))
            : (
                after with
                {
                    AcceptedItems = [.. report.AcceptedItems, .. accepted],
                },
                AcceptedObservations.Instead(earlier, AcceptedObservations.Of(after, plan, accepted.Contains))
            );
    }

    private static string[] Others(ReportRecord report, IReadOnlyDictionary<string, string> reasons) =>
        [
            .. report
                .Entries.Keys.Where(code => !reasons.ContainsKey(code) && !report.AcceptedItems.Contains(code))
                .Order(StringComparer.Ordinal),
        ];

    private static IReadOnlyDictionary<string, string> Reasons(Decision decision) => decision.Items ?? new Dictionary<string, string>();
}
