using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>What a plan's lifecycle needs from its reports. Implemented by the reporting capability.</summary>
public interface IPlanReports
{
    /// <summary>Starts the report on a period unless it has been started.</summary>
    Task StartAsync(DurableTaskClient workflows, PlanId plan, PeriodKey period, CancellationToken cancellation);

    /// <summary>Whether a report on the period exists, in any state.</summary>
    Task<bool> IsBegunAsync(PlanId plan, PeriodKey period, CancellationToken cancellation);

    /// <summary>Adds a waived report on a period that nobody will be asked about.</summary>
    void Waive(UnitOfWork unit, PlanRecord plan, ReportingPeriod period, string reason, PersonId by, DateTimeOffset now);

    /// <summary>Ends all reports that wait for the coordinator.</summary>
    /// <returns>What is asked of officers and contributors about them, and needs no answer any more: the names by which each was first
    /// asked.</returns>
    Task<IReadOnlyList<TaskRef>> WaiveOpenAsync(
        UnitOfWork unit,
        PlanId plan,
        string reason,
        PersonId by,
        DateTimeOffset now,
        CancellationToken cancellation
    );

    /// <summary>For each item, the last accepted value and the last day of its period.</summary>
    Task<IReadOnlyDictionary<string, (decimal Value, DateOnly On)>> LastAcceptedAsync(PlanRecord plan, CancellationToken cancellation);
}
