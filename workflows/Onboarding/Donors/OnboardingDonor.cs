using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Onboarding.Donors;

/// <summary>A new donor: agreement, framework, allocation, schedule.</summary>
public static class OnboardingDonor
{
    [Function(nameof(OnboardingDonor))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.RunStagesAsync<DonorRef>(nameof(DonorActivities.TakeDonorStep));

    /// <summary>Starts the workflow of a donor in the table. If this call is lost, the reconciliation starts it.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, DonorRef id, CancellationToken cancellation) =>
        workflows.StartUnlessFailedAsync(nameof(OnboardingDonor), id, id.InstanceId, cancellation);
}

public sealed class DonorActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    TaskAsking asking,
    MailWriter writer,
    MailPost post,
    TimeProvider clock
)
{
    private const int DaysToDo = 20,
        DaysTaken = 180;

    /// <summary>Returns what a new donor waits for.</summary>
    [Function(nameof(TakeDonorStep))]
    public async Task<Stage> TakeDonorStep([ActivityTrigger] DonorRef id, CancellationToken cancellation)
    {
        DonorRecord donor =
            (await id.FindAsync(table, cancellation))?.Value ?? throw new InvalidOperationException($"There is no new donor {id.Donor}.");
        if (donor.State is DonorState.Left || donor.Joined is not null)
        {
            return Stage.Over;
        }

        if (donor.State == DonorState.Joined)
        {
            await WelcomeAsync(id, cancellation);
            return Stage.Over;
        }

        DateOnly today = clock.UtcToday();
        // a step that nobody did in time is asked again
        (TaskRef asked, _) = await CurrentTask.CurrentAsync(table, new TaskRef(id.Stream, id.TaskOf(donor.State)), cancellation);
        return new Stage(
            await asking.AskAsync(
                id.Stream,
                DonorStepTask.Kind,
                [new TaskWanted(asked.Task, donor.State.ToString(), null)],
                today.AddDays(DaysToDo),
                today.AddDays(DaysTaken),
                cancellation
            )
        );
    }

    /// <summary>Tells its contact what was agreed and when reports come.</summary>
    private async Task WelcomeAsync(DonorRef id, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        IReadOnlyList<string> keys = await table.DecideAsync(
            async () =>
            {
                Row<DonorRecord> row = (await id.FindAsync(table, cancellation))!;
                if (row.Value.Joined is not null || row.Value.State != DonorState.Joined)
                {
                    return ((UnitOfWork?)null, (IReadOnlyList<string>)[]);
                }

                UnitOfWork unit = new UnitOfWork(id.Stream)
                    .Replace(row, row.Value with { Joined = clock.UtcToday() })
                    .Record(new AuditEntry(AuditKind.DonorJoined, id.Donor.Value));
                var welcome = new DonorWelcome([
                    .. register.Agreements.Values.Where(one => one.Donor == id.Donor).OrderBy(one => one.Id.Value, StringComparer.Ordinal),
                ]);
                string? key = await writer.WriteAsync(
                    unit,
                    new NewMail(welcome, row.Value.Contact, $"donor-{id.Donor}-welcome"),
                    cancellation
                );
                return (unit, key is null ? [] : [key]);
            },
            cancellation
        );
        await post.SendAsync(id.Stream, keys, cancellation);
    }
}
