using System.Collections.Concurrent;
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

    /// <summary>An approved version never changes, so it is read once a process.</summary>
    private static readonly ConcurrentDictionary<(ProgrammeTable, PlanId, int), ActionPlan> Versions = new();

    public static string VersionKey(int version) => VersionPrefix + version.ToString("D4", CultureInfo.InvariantCulture);

    public static Task<Row<PlanFile>?> FindAsync(ProgrammeTable table, PlanId plan, CancellationToken cancellation) =>
        table.FindAsync<PlanFile>(StreamId.Of(plan), File, cancellation);

    public static Task<Row<ActionPlan>?> DraftAsync(ProgrammeTable table, PlanId plan, CancellationToken cancellation) =>
        table.FindAsync<ActionPlan>(StreamId.Of(plan), Draft, cancellation);

    /// <exception cref="InvalidOperationException">The plan has no such version.</exception>
    public static async Task<ActionPlan> VersionAsync(ProgrammeTable table, PlanId plan, int version, CancellationToken cancellation)
    {
        if (Versions.TryGetValue((table, plan, version), out ActionPlan? known))
        {
            return known;
        }

        Row<ActionPlan> row = await table.FindAsync<ActionPlan>(StreamId.Of(plan), VersionKey(version), cancellation)
            ?? throw new InvalidOperationException($"Plan {plan} has no version {version}.");
        return Versions[(table, plan, version)] = row.Value;
    }
}
