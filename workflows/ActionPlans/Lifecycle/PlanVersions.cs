using System.Collections.Concurrent;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Caches approved versions of plans. A version never changes, so each process reads it once.</summary>
public sealed class PlanVersions(ProgrammeTable table)
{
    /// <summary>Most take some ten kilobytes; no more plans than this are worked on at a time.</summary>
    private const int MostKept = 2000;

    private readonly ConcurrentDictionary<(PlanId, int), ActionPlan> known = new();

    /// <exception cref="InvalidOperationException">The plan has no such version.</exception>
    public async Task<ActionPlan> ReadAsync(PlanId plan, int version, CancellationToken cancellation)
    {
        if (known.TryGetValue((plan, version), out ActionPlan? kept))
        {
            return kept;
        }

        ActionPlan read = await PlanRows.VersionAsync(table, plan, version, cancellation);
        if (known.Count >= MostKept)
        {
            known.Clear();
        }

        return known[(plan, version)] = read;
    }
}
