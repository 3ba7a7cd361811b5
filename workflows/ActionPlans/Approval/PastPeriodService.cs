using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>What becomes of the periods that lie behind a plan when it is approved, as the approver chooses: waived, or opened one after
/// the other.</summary>
public sealed class PastPeriodService(
    IPlanReports reports,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    MailWriter writer,
    TimeProvider clock
)
{
    /// <summary>Those that an approval of this draft would have to do with; none for a revision, whose plan is being reported on
    /// already.</summary>
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

    /// <summary>Gives past periods their dates, and ends the reports of those that are waived.</summary>
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

    /// <summary>Tells whoever handed the plan in that it is approved, and what comes next.</summary>
    internal async Task<string?> TellAsync(
        UnitOfWork unit,
        PlanRecord plan,
        bool isRevision,
        IReadOnlyList<PeriodKey> waived,
        PlanRound round,
        CancellationToken cancellation
    )
    {
        Text name = (await directory.ReadAsync(cancellation)).NamesOf(plan.Administration);
        var approved = new PlanApproved(
            name,
            plan.Title,
            isRevision,
            [.. plan.Periods.Where(period => !waived.Contains(period.Key)).Take(1)],
            [.. plan.Periods.Where(period => waived.Contains(period.Key))],
            round.Decision!.Reason
        );
        return await writer.WriteAsync(unit, new NewMail(approved, round.SubmittedBy, $"{plan.Id}-approved-s{round.Number}"), cancellation);
    }
}

/// <summary>Periods before a plan's approval of which nobody is asked, and whoever decided so.</summary>
internal sealed record WaivedPast(IReadOnlyList<PeriodKey> Periods, string? Reason, PersonId By, DateTimeOffset At);
