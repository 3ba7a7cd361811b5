using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Withdraws what is asked about a plan that is suspended or ends.</summary>
public sealed class QuestionWithdrawal(ProgrammeTable table, IPlanReports reports)
{
    /// <summary>Tasks that end in the commit of the change. Each is two of its hundred rows, and mails.</summary>
    private const int AtOnce = 20;

    /// <summary>Ends reports that wait for the coordinator, all tasks that ask for a draft, an approval or a report, and those of officers
    /// about such a report. The question of an open review expires: it is asked again when the plan is resumed.</summary>
    internal async Task<WithdrawnQuestions> WithdrawAsync(
        UnitOfWork unit,
        PlanId plan,
        (string Reason, PersonId By, DateTimeOffset At) why,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<TaskRef> ofReports = await reports.WaiveOpenAsync(unit, plan, why.Reason, why.By, why.At, cancellation);
        bool IsOfReport(HumanTaskRecord task) => ofReports.Any(name => CurrentTask.IsAskedAs(new TaskRef(unit.Stream, task.Id), name));
        IReadOnlyList<Row<HumanTaskRecord>> tasks = await table.ListAsync<HumanTaskRecord>(unit.Stream, TaskRows.Prefix, cancellation);
        Row<HumanTaskRecord>[] ending =
        [
            .. tasks.Where(task =>
                task.Value is { State: TaskState.Open } open
                && (open.AsksCoordinator || open.Kind == PlanTaskKinds.ApprovePlan || IsOfReport(open))
            ),
        ];
        if (ending.Length > AtOnce)
        {
            // of reports first: whom these had asked can still be seen afterwards
            var first = new UnitOfWork(unit.Stream);
            return new(first, End(first, ending.OrderByDescending(task => IsOfReport(task.Value)).Take(AtOnce), why), []);
        }

        HumanTaskRecord[] asked = [.. tasks.Where(task => ending.Contains(task) || IsOfReport(task.Value)).Select(task => task.Value)];
        return new(null, End(unit, ending, why), asked);
    }

    private static List<WakeUp> End(
        UnitOfWork unit,
        IEnumerable<Row<HumanTaskRecord>> tasks,
        (string Reason, PersonId By, DateTimeOffset At) why
    )
    {
        var waiting = new List<WakeUp>();
        foreach (Row<HumanTaskRecord> task in tasks)
        {
            HumanTaskRecord open = task.Value;
            HumanTaskRecord ended =
                open.Kind == PlanTaskKinds.EvaluatePlan
                    ? open with
                    {
                        State = TaskState.Expired,
                        EndedAt = why.At,
                    }
                    : open.Cancelled(why.By, why.At);
            unit.Replace(task, ended).Record(new AuditEntry(AuditKind.TaskCancelled, open.Id.Value, why.By, why.Reason));
            waiting.Add(new WakeUp(new TaskRef(unit.Stream, open.Id).InstanceId, HumanTask.Answered));
        }

        return waiting;
    }
}

/// <param name="Before">Ends those that do not fit into the commit of the change; null where all do.</param>
/// <param name="Waiting">Workflows whose tasks this ends.</param>
/// <param name="Asked">Questions that end with the change, as they were; also those that had to end before it.</param>
internal sealed record WithdrawnQuestions(UnitOfWork? Before, IReadOnlyList<WakeUp> Waiting, IReadOnlyList<HumanTaskRecord> Asked);
