using ACip.Functions.Pages.Dashboard;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Functions.Pages.HoldUps;

/// <summary>Who is holding up a plan, a report or a donor report, and since when; and who has decided. Tasks are read by their
/// keys.</summary>
public sealed class HoldUpQuery(ProgrammeTable table, ProgrammeDirectory directory, TaskKinds kinds, TimeProvider clock)
{
    public async Task<HoldUp> OfAsync(PlanRecord plan, CancellationToken cancellation)
    {
        PersonId[] first = [.. plan.Rounds.LastOrDefault()?.Approvals.Select(one => one.By) ?? []];
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return new HoldUp(
            await WaitingAsync(StreamId.Of(plan.Id), OpenTaskIds.Of(plan), first, register, cancellation),
            [
                .. plan.Rounds.SelectMany(round =>
                    round
                        .Approvals.Select(one => new DecisionGiven(one.By, NameOf(register, one.By), one.At, true))
                        .Concat(
                            round.Decision is { } made
                                ? [new DecisionGiven(made.By, NameOf(register, made.By), made.At, made.Approved)]
                                : Array.Empty<DecisionGiven>()
                        )
                ),
            ]
        );
    }

    public async Task<HoldUp> OfAsync(ReportRecord report, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return new HoldUp(
            await WaitingAsync(StreamId.Of(report.Plan), OpenTaskIds.Of(report), [], register, cancellation),
            [
                .. from submission in report.Submissions
                where submission.Decision is not null
                let made = submission.Decision
                select new DecisionGiven(made.By, NameOf(register, made.By), made.At, made.Accepted),
            ]
        );
    }

    public async Task<HoldUp> OfAsync(DonorReportRecord report, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return new HoldUp(
            [
                .. (await table.ListAsync<HumanTaskRecord>(report.Stream, TaskRows.Prefix, cancellation))
                    .Select(row => row.Value)
                    .Where(task => task.State == TaskState.Open && task.Subject.Value == report.Period.Value)
                    .Select(task => Of(task, [], register)),
            ],
            [
                .. from version in report.Versions
                where version.Decision is not null
                let made = version.Decision
                select new DecisionGiven(made.By, NameOf(register, made.By), made.At, made.Approved),
            ]
        );
    }

    private static string NameOf(ProgrammeRegister register, PersonId person) =>
        register.People.GetValueOrDefault(person)?.Name ?? person.Value;

    private async Task<IReadOnlyList<HeldUp>> WaitingAsync(
        StreamId stream,
        IEnumerable<TaskId> ids,
        IReadOnlyList<PersonId> done,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        var waiting = new List<HeldUp>();
        foreach (TaskId id in ids)
        {
            if (
                (await CurrentTask.CurrentAsync(table, new TaskRef(stream, id), cancellation)).Row is
                { Value: { State: TaskState.Open } task }
            )
            {
                waiting.Add(Of(task, done, register));
            }
        }

        return waiting;
    }

    /// <param name="done">Have said what they had to.</param>
    private HeldUp Of(HumanTaskRecord task, IReadOnlyList<PersonId> done, ProgrammeRegister register)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new HeldUp(
            task.Id,
            kinds.TitleOf(task.Kind),
            [
                .. task
                    .People.Except(done)
                    .Select(one => new HeldUpBy(
                        one,
                        NameOf(register, one),
                        register.People.TryGetValue(one, out Person? person) && Absences.On(person, today) is { } away
                            ? new AwayNow(away.Until, away.Substitute, NameOf(register, away.Substitute))
                            : null
                    )),
            ],
            task.AskedAt,
            task.Due,
            now > task.Due
        );
    }
}

/// <param name="WaitsFor">Empty: nothing is waited for.</param>
/// <param name="Decided">Who has approved, or sent it back; oldest first.</param>
public sealed record HoldUp(IReadOnlyList<HeldUp> WaitsFor, IReadOnlyList<DecisionGiven> Decided);

/// <param name="Title">What is asked, in each language.</param>
/// <param name="By">Any of them can do it; empty: nobody is left who may.</param>
public sealed record HeldUp(TaskId Task, Text Title, IReadOnlyList<HeldUpBy> By, DateTimeOffset Since, DateTimeOffset Due, bool Overdue);

/// <param name="Away">Null where they are there.</param>
public sealed record HeldUpBy(PersonId Person, string Name, AwayNow? Away = null);

/// <param name="Until">Last day, inclusive.</param>
public sealed record AwayNow(DateOnly Until, PersonId Substitute, string SubstituteName);

/// <param name="Approved">False: sent back.</param>
public sealed record DecisionGiven(PersonId By, string Name, DateTimeOffset At, bool Approved);
