using System.Globalization;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans;

/// <summary>Row kinds of action plans, in the plan's stream: its file, its draft, and a row a version.</summary>
public static class PlanRows
{
    public const string File = "plan";
    public const string Draft = "plan-draft";
    public const string VersionPrefix = "plan-version|";

    public static string VersionKey(int version) => VersionPrefix + version.ToString("D4", CultureInfo.InvariantCulture);

    public static Task<Row<PlanFile>?> FindAsync(ProgrammeTable table, PlanId plan, CancellationToken cancellation) =>
        table.FindAsync<PlanFile>(StreamId.Of(plan), File, cancellation);

    public static Task<Row<ActionPlan>?> DraftAsync(ProgrammeTable table, PlanId plan, CancellationToken cancellation) =>
        table.FindAsync<ActionPlan>(StreamId.Of(plan), Draft, cancellation);

    /// <remarks>On paths that are often gone, <see cref="PlanVersions"/> spares the reading.</remarks>
    /// <exception cref="InvalidOperationException">The plan has no such version.</exception>
    public static async Task<ActionPlan> VersionAsync(ProgrammeTable table, PlanId plan, int version, CancellationToken cancellation) =>
        (await table.FindAsync<ActionPlan>(StreamId.Of(plan), VersionKey(version), cancellation))?.Value
            ?? throw new InvalidOperationException($"Plan {plan} has no version {version}.");
}
