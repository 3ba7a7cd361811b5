using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>What can be restated, and who can decide on it.</summary>
internal static class RestatementRules
{
    /// <param name="seen">True: whoever proposes it has read the report as it stands.</param>
    public static CommandResult.Refused? Refuse(
        ReportRecord report,
        ActionPlan plan,
        IReadOnlyList<ReplyFigure> figures,
        string reason,
        bool seen
    )
    {
        if (!ReportLifecycle.HasEnded(report.State))
        {
            return new("report-not-locked", $"The report is {report.State}; until its lock it is corrected, not restated.");
        }

        IEnumerable<string?> words = figures.Select(figure => figure.Narrative ?? figure.MissingReason);
        CommandResult.Refused? refused =
            TextRefusals.Refuse(TextBounds.Reason, reason)
            ?? TextRefusals.Refuse(TextBounds.Narrative, [.. words])
            ?? (seen ? null : CommandResult.Refused.ChangedMeanwhile);
        if (refused is not null)
        {
            return refused;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new("reason-when-restated", "A restatement needs a reason: both values and the reason are shown from then on.");
        }

        HashSet<string> items = [.. ReportItems.Of(plan, report.Period).Select(item => item.Code)];
        return figures.Count > 0 && figures.All(figure => items.Contains(figure.Code))
            ? null
            : new("no-such-item", "Say which items of the report are restated.");
    }

    /// <summary>Whether a restatement of the same item is open; both would count.</summary>
    public static bool AnyWaits(IReadOnlyList<ReportRestatement> others, IReadOnlyList<ReplyFigure> figures) =>
        others.Any(waiting => waiting.Decision is null && waiting.Items.Any(item => figures.Any(figure => figure.Code == item.Item)));

    /// <summary>A group has nothing to stand beside where no total was accepted, or only why there is none.</summary>
    public static CommandResult.Refused? Refuse(ReportRestatement restatement) =>
        restatement.Items.FirstOrDefault(item => item.Now is { Groups.Count: > 0, Value: null, MissingReason: null }) is { } item
            ? new("groups-without-total", $"Give the total of {item.Item} too.")
            : null;

    /// <summary>What a line does not mention stays, as in a reply.</summary>
    /// <param name="accepted">All that was ever accepted or restated for the plan, oldest first within a period.</param>
    public static ReportRestatement Of(
        RestatementRef id,
        IReadOnlyList<ReplyFigure> figures,
        IReadOnlyList<Observation> accepted,
        ActionPlan plan,
        Proposal proposal
    )
    {
        ILookup<string, Observation> before = accepted.Where(one => one.Period == id.Period).ToLookup(one => one.Item);
        return new ReportRestatement(
            id.Plan,
            id.Period,
            id.Number,
            [
                .. figures.Select(figure => new RestatedItem(
                    figure.Code,
                    before[figure.Code].LastOrDefault()?.Value,
                    before[figure.Code].LastOrDefault()?.Id,
                    Entry(before[figure.Code].LastOrDefault(), figure, plan, proposal)
                )),
            ],
            proposal.Reason,
            proposal.By,
            proposal.At
        );
    }

    /// <param name="seen">True: the approver has read the report as it stands.</param>
    /// <returns>What is said without anything being written; null: the decision counts.</returns>
    public static CommandResult? Answer(ReportRestatement restatement, RestatementRef id, Decision decision, PersonId by, bool seen) =>
        restatement.Decision is { } earlier
            ? decision.IsAgain(by, earlier.By, earlier.Accepted, earlier.Reason)
                ? new CommandResult.Recorded(id.Task.InstanceId)
                : new CommandResult.Stale(earlier.By)
            : TextRefusals.Refuse(decision)
                ?? (seen ? null : CommandResult.Refused.ChangedMeanwhile)
                ?? FourEyes.Refuse(ReportAuthors.Of(restatement), by)
                ?? (
                    !decision.Approved && string.IsNullOrWhiteSpace(decision.Reason)
                        ? new CommandResult.Refused("reason-when-sent-back", "Refusing needs a reason.")
                        : null
                );

    private static ReportEntry Entry(Observation? was, ReplyFigure figure, ActionPlan plan, Proposal proposal)
    {
        // its files supported what it says no longer
        bool anew = was is null || figure.IsWhole || figure.MissingReason is not null;
        return AnswerMerge.Of(anew ? null : AcceptedObservations.Answer(was!, plan), figure, proposal.By, proposal.At, proposal.Source);
    }

    /// <summary>Who proposes it, when and why.</summary>
    internal sealed record Proposal(string Reason, PersonId By, DateTimeOffset At, EntrySource Source);
}
