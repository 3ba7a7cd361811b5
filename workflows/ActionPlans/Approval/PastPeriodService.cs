using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Handles the periods that have already ended when a plan is approved. The approver chooses: waive them, or open them one after
/// the other.</summary>
public sealed class PastPeriodService(IPlanReports reports, ProgrammeDirectory directory, CycleSettingsService settings, TimeProvider clock)
{
    /// <summary>Past periods that approving this draft would affect; none for a revision, whose plan already reports.</summary>
    public async Task<IReadOnlyList<ReportingPeriod>> OfAsync(PlanRecord plan, ActionPlan draft, CancellationToken cancellation) =>
        plan.Version > 0
            ? []
            : PastPeriodDates.In(
                (await settings.ReadAsync(cancellation)).Periods(
                    await directory.HomeAsync(plan.Administration, cancellation),
                    draft.Start,
                    draft.End
                ),
                clock.GetUtcNow()
            );

    /// <summary>Sets dates for past periods and ends the reports of those that are waived.</summary>
    internal async Task<(PlanRecord Plan, CommandResult.Refused? Refusal)> DateAsync(
        UnitOfWork unit,
        PlanRecord plan,
        bool isRevision,
        WaivedPast waived,
        CancellationToken cancellation
    )
    {
        ReportingPeriod[] given = isRevision
            ? []
            : [.. PastPeriodDates.In(plan.Periods, waived.At).Where(period => waived.Periods.Contains(period.Key))];
        if (waived.Periods.Distinct().Count() != given.Length)
        {
            return (
                plan,
                new CommandResult.Refused("period-not-past", "Only a period that lies behind the plan at its approval can be waived by it.")
            );
        }

        if (given.Length > 0 && string.IsNullOrWhiteSpace(waived.Reason))
        {
            return (plan, new CommandResult.Refused("reason-needed", "Waiving a period needs a reason: it is kept and shown."));
        }

        foreach (ReportingPeriod period in given)
        {
            reports.Waive(unit, plan, period, waived.Reason!, waived.By, waived.At);
        }

        if (isRevision)
        {
            return (plan, null);
        }

        WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
            await directory.HomeAsync(plan.Administration, cancellation)
        );
        return (plan with { Periods = PastPeriodDates.OneAfterTheOther(plan.Periods, waived.Periods.ToHashSet(), waived.At, home) }, null);
    }
}

/// <summary>Periods before a plan's approval that need no report, and who decided so.</summary>
internal sealed record WaivedPast(IReadOnlyList<PeriodKey> Periods, string? Reason, PersonId By, DateTimeOffset At);
