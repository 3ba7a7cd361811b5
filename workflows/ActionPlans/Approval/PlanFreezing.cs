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
        IReadOnlyList<ReportingPeriod> periods = (await settings.ReadAsync(cancellation)).Periods(home, frozen.Start, frozen.End);
        return plan with
        {
            State = plan.State == PlanState.UnderRevision ? PlanState.Active : PlanState.Approved,
            Version = number,
            Sha256 = sha256,
            Title = frozen.Title,
            Start = frozen.Start,
            End = frozen.End,
            Periods = number == 1 ? periods : Rescheduled(plan, frozen, periods),
            Versions =
            [
                .. plan.Versions,
                new PlanVersion(number, sha256, plan.Revision?.EffectiveFrom ?? frozen.Start, clock.GetUtcNow(), plan.Revision?.Reason),
            ],
            Revision = null,
        };
    }

    /// <summary>Keeps dated rows as they are. Only a changed last day adds rows, or removes rows that have not been opened.</summary>
    private static IReadOnlyList<ReportingPeriod> Rescheduled(PlanRecord plan, ActionPlan frozen, IReadOnlyList<ReportingPeriod> all) =>
        frozen.End == plan.End
            ? plan.Periods
            :
            [
                .. plan.Periods.Where((period, index) => index < plan.ReportsStarted || period.Start <= frozen.End),
                .. all.Where(period => plan.Periods.All(known => period.Start > known.End)),
            ];
}
