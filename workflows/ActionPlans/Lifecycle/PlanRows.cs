using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Row kinds of action plans, in the plan's stream: its record, its draft, and one row for each version, submission, comment and
/// workbook handed out.</summary>
public static class PlanRows
{
    public const string File = "plan";
    public const string Draft = "plan-draft";
    public const string DraftMark = "plan-draft-mark";
    public const string VersionPrefix = "plan-version|";
    public const string CommentPrefix = "plan-comment|";

    private const string SubmittedPrefix = "plan-submitted|";
    private const string WorkbookPrefix = "plan-workbook|";

    public static string VersionKey(int version) => VersionPrefix + version.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Key of a submission as it was then; the draft continues to change.</summary>
    /// <param name="round">Number of the <see cref="PlanRound"/>.</param>
    public static string SubmittedKey(int round) => SubmittedPrefix + round.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Key of the draft that a workbook was made from.</summary>
    /// <param name="sha256">Its hash.</param>
    public static string WorkbookKey(string sha256) => WorkbookPrefix + sha256;

    public static string CommentKey(int round, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{CommentPrefix}{round:D4}|{number:D4}");

    public static Task<Row<PlanRecord>?> FindAsync(ProgrammeTable table, PlanId plan, CancellationToken cancellation) =>
        table.FindAsync<PlanRecord>(StreamId.Of(plan), File, cancellation);

    public static Task<Row<ActionPlan>?> DraftAsync(ProgrammeTable table, PlanId plan, CancellationToken cancellation) =>
        table.FindAsync<ActionPlan>(StreamId.Of(plan), Draft, cancellation);

    /// <remarks>On frequent paths use <see cref="PlanVersions"/>, which caches.</remarks>
    /// <exception cref="InvalidOperationException">The plan has no such version.</exception>
    public static async Task<ActionPlan> VersionAsync(ProgrammeTable table, PlanId plan, int version, CancellationToken cancellation) =>
        (await table.FindAsync<ActionPlan>(StreamId.Of(plan), VersionKey(version), cancellation))?.Value
        ?? throw new InvalidOperationException($"Plan {plan} has no version {version}.");
}
