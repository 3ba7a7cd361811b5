using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Performance;

/// <summary>Once a month, starts assessments that are due a number of years after the last one.</summary>
public sealed class PmmRounds(
    AssessmentService assessments,
    ProgrammeDirectory directory,
    ProgrammeFeaturesService features,
    TimeProvider clock
)
{
    [Function(nameof(PmmRounds))]
    public async Task Run(
        [TimerTrigger("0 30 5 1 * *", UseMonitor = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        if (!(await features.ReadAsync(cancellation)).AssessmentRounds)
        {
            return;
        }

        DateOnly today = clock.UtcToday();
        ILookup<AdministrationId, AssessmentRecord> asked = await assessments.ListAllAsync(cancellation);
        foreach (AdministrationId home in (await directory.ReadAsync(cancellation)).TakingPart(today))
        {
            if (
                IsDue([.. asked[home]], today.Year)
                && (await assessments.BeginAsync(home, today.Year, null, cancellation)).Begin is { } begun
            )
            {
                await workflows.BeginAsync(begun, cancellation);
            }
        }
    }

    /// <summary>The first assessment of an administration is started by an officer.</summary>
    internal static bool IsDue(IReadOnlyList<AssessmentRecord> all, int year) =>
        all.Count > 0
        && all.MaxBy(one => one.Ref.Year) is var last
        && last!.State != AssessmentState.Asked
        && year >= last.Ref.Year + last.Reference.EveryYears;
}
