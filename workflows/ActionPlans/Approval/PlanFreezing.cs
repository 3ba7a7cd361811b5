using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Freezes an approved version: a row that is never written again and a blob that cannot be changed.</summary>
public sealed class PlanFreezing(
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    PlanVersions versions,
    PlanArchive archive,
    TimeProvider clock
)
{
    /// <param name="draft">Exactly what was submitted. Where the period that a revision was to begin with has been opened since, it begins
    /// with the next one.</param>
    /// <returns>The plan's file with the new version in it.</returns>
    public async Task<PlanRecord> FreezeAsync(UnitOfWork unit, PlanRecord plan, ActionPlan draft, CancellationToken cancellation)
    {
        int number = plan.Version + 1;
        Administration home = await directory.HomeAsync(plan.Administration, cancellation);
        CycleSettings rules = await settings.ReadAsync(cancellation);
        IReadOnlyList<ReportingPeriod> periods =
            number == 1 ? rules.Periods(home, draft.Start, draft.End)
            : draft.End == plan.End ? plan.Periods
            : Rescheduled(plan, draft.End, rules, home);
        DateOnly from = draft.Start;
        if (plan.Revision?.EffectiveFrom is { } chosen)
        {
            from = RevisionStart.Of(chosen, periods, plan.ReportsStarted);
            draft = RevisionStart.Move(draft, await versions.ReadAsync(plan.Id, plan.Version, cancellation), chosen, from);
        }

        ActionPlan frozen = draft with { Version = number };
        await archive.KeepAsync(frozen, cancellation);
        unit.Add(PlanRows.VersionKey(number), frozen);
        string sha256 = PlanDocument.Hash(frozen);
        return plan with
        {
            State = plan.State == PlanState.UnderRevision ? PlanState.Active : PlanState.Approved,
            Version = number,
            Sha256 = sha256,
            Title = frozen.Title,
            Start = frozen.Start,
            End = frozen.End,
            Periods = periods,
            Versions = [.. plan.Versions, new PlanVersion(number, sha256, from, clock.GetUtcNow(), plan.Revision?.Reason)],
            Revision = null,
        };
    }

    /// <summary>Keeps dated rows as they are: another last day only adds rows, or removes some that have not been opened. What is added
    /// begins behind the last row, which may end within a period, or beyond the plan: the period around that day is cut, and what is too
    /// short for a report of its own goes with the next. Pure.</summary>
    internal static IReadOnlyList<ReportingPeriod> Rescheduled(PlanRecord plan, DateOnly end, CycleSettings rules, Administration home)
    {
        ReportingPeriod[] kept = [.. plan.Periods.Where((period, index) => index < plan.ReportsStarted || period.Start <= end)];
        DateOnly from = kept.Length == 0 ? plan.Start : kept.Max(period => period.End).AddDays(1);
        if (from > end)
        {
            return kept;
        }

        ReportingPeriod[] added =
        [
            .. rules
                .Periods(home, from, end)
                .Where(period => period.End >= from)
                .Select(period => period.Start < from ? period with { Start = from } : period),
        ];
        int shortest = rules.RuleOf(home, from, end).ShortestStub;
        return
            added is [var stub, var next, .. var others]
            && next.Start == stub.End.AddDays(1)
            && next.Start.DayNumber - stub.Start.DayNumber < shortest
            ? [.. kept, next with { Start = stub.Start }, .. others]
            : [.. kept, .. added];
    }
}
