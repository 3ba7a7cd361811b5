using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Freezes an approved version: a row that is never written again and a blob that cannot be changed.</summary>
public sealed class PlanFreezing(ProgrammeDirectory directory, CycleSettingsService settings, PlanArchive archive, TimeProvider clock)
{
    /// <param name="draft">Exactly what was submitted.</param>
    /// <returns>The plan's file with the new version in it.</returns>
    public async Task<PlanRecord> FreezeAsync(UnitOfWork unit, PlanRecord plan, ActionPlan draft, CancellationToken cancellation)
    {
        int number = plan.Version + 1;
        ActionPlan frozen = draft with { Version = number };
        await archive.KeepAsync(frozen, cancellation);
        unit.Add(PlanRows.VersionKey(number), frozen);
        string sha256 = PlanDocument.Hash(frozen);
        Administration home = await directory.HomeAsync(plan.Administration, cancellation);
        CycleSettings rules = await settings.ReadAsync(cancellation);
        return plan with
        {
            State = plan.State == PlanState.UnderRevision ? PlanState.Active : PlanState.Approved,
            Version = number,
            Sha256 = sha256,
            Title = frozen.Title,
            Start = frozen.Start,
            End = frozen.End,
            Periods =
                number == 1 ? rules.Periods(home, frozen.Start, frozen.End)
                : frozen.End == plan.End ? plan.Periods
                : Rescheduled(plan, frozen.End, rules, home),
            Versions =
            [
                .. plan.Versions,
                new PlanVersion(number, sha256, plan.Revision?.EffectiveFrom ?? frozen.Start, clock.GetUtcNow(), plan.Revision?.Reason),
            ],
            Revision = null,
        };
    }

    /// <summary>Keeps dated rows as they are: another last day only adds rows, or removes some that have not been opened. What is added
    /// begins behind the last row, which may end within a period, or beyond the plan. Pure.</summary>
    internal static IReadOnlyList<ReportingPeriod> Rescheduled(PlanRecord plan, DateOnly end, CycleSettings rules, Administration home)
    {
        ReportingPeriod[] kept = [.. plan.Periods.Where((period, index) => index < plan.ReportsStarted || period.Start <= end)];
        DateOnly from = kept.Length == 0 ? plan.Start : kept.Max(period => period.End).AddDays(1);
        return from > end ? kept : [.. kept, .. rules.Periods(home, from, end).Where(period => period.Start >= from)];
    }
}
