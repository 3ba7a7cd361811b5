using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Comments on a plan are only ever added; each is read with one submission.</summary>
internal static class PlanComments
{
    /// <summary>Number of the submission that words about the draft are read with: the one to come.</summary>
    public static int NextRound(PlanRecord plan) => plan.Rounds.Count + 1;

    /// <summary>Number of the submission that words about what was submitted are read with: the last one, or the first to come.</summary>
    public static int LastRound(PlanRecord plan) => Math.Max(1, plan.Rounds.Count);

    /// <returns>The comment's number in its round.</returns>
    public static async Task<int> AddAsync(ProgrammeTable table, UnitOfWork unit, PlanComment comment, CancellationToken cancellation)
    {
        var comments = await table.ListAsync<PlanComment>(unit.Stream, PlanRows.CommentPrefix, cancellation);
        int number = comments.Count(row => row.Value.Round == comment.Round) + 1;
        unit.Add(PlanRows.CommentKey(comment.Round, number), comment)
            .Record(new AuditEntry(AuditKind.PlanCommented, unit.Stream.Plan.Value, comment.By, comment.Item));
        return number;
    }
}
