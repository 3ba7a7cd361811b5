using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.Multilateral.Practices;

/// <summary>The library of good practices: proposed from accepted reports, published only by their owners.</summary>
public sealed class PracticeService(ProgrammeTable table, ProgrammeDirectory directory, TaskAsking asking, TimeProvider clock)
    : IExpectedWork
{
    private const int DaysToAnswer = 30,
        DaysTaken = 60,
        LongestTitle = 200;

    public string Kind => "practice";

    /// <returns>The question to begin; null where nothing was proposed.</returns>
    public async Task<(CommandResult Result, TaskAsked? Begin)> ProposeAsync(
        NewPractice wanted,
        PersonId by,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (
            !EntryRules.IsSlug(wanted.Id)
            || EntryRules.Words("title", wanted.Title, LongestTitle).Any()
            || EntryRules.ThemesOf(new Themes(wanted.KeyFactors, [], [])).Any()
        )
        {
            return (new CommandResult.Refused("practice-words", "A practice has an id, a title and key factors."), null);
        }

        if (!register.Plans.TryGetValue(wanted.Plan, out PlanListing? plan) || await ReportedAsync(wanted, cancellation) is not { } words)
        {
            return (new CommandResult.Refused("practice-not-accepted", "No accepted report says this in words."), null);
        }

        var practice = new GoodPractice(
            wanted.Id,
            plan.Administration,
            wanted.Plan,
            new PeriodKey(wanted.Period),
            wanted.Item,
            wanted.Title,
            words,
            wanted.KeyFactors,
            PracticeState.Asked
        );
        bool begun = await table.AddOnceAsync<GoodPractice>(
            GoodPractice.Stream,
            GoodPractice.Prefix + wanted.Id,
            () =>
                new UnitOfWork(GoodPractice.Stream)
                    .Add(GoodPractice.Prefix + wanted.Id, practice)
                    .Record(new AuditEntry(AuditKind.ProgrammeChanged, practice.Id, by, "good practice proposed")),
            cancellation
        );
        if (!begun)
        {
            return (new CommandResult.Refused("practice-twice", "There is such a practice already."), null);
        }

        DateOnly today = clock.UtcToday();
        IReadOnlyList<TaskAsked> asked = await asking.AskAsync(
            GoodPractice.Stream,
            PublishPracticeTask.Kind,
            [new TaskWanted(GoodPractice.TaskOf(wanted.Id).Task, wanted.Id, plan.Administration)],
            today.AddDays(DaysToAnswer),
            today.AddDays(DaysTaken),
            cancellation
        );
        return (new CommandResult.Recorded(null), asked.Count > 0 ? asked[0] : null);
    }

    public async Task<IReadOnlyList<GoodPractice>> ListAsync(CancellationToken cancellation) =>
        [.. (await table.ListAsync<GoodPractice>(GoodPractice.Stream, GoodPractice.Prefix, cancellation)).Select(row => row.Value)];

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation) =>
        thorough
            ?
            [
                .. from row in await table.ListAsync<HumanTaskRecord>(GoodPractice.Stream, TaskRows.Prefix, cancellation)
                where row.Value.State == TaskState.Open
                let asked = new TaskAsked(GoodPractice.Stream, row.Value.Id)
                select new ExpectedWork(nameof(HumanTask), asked, asked.InstanceId, []),
            ]
            : [];

    /// <returns>The words; null where nothing accepted says so in words.</returns>
    private async Task<string?> ReportedAsync(NewPractice wanted, CancellationToken cancellation) =>
        (await ReportRows.AcceptedAsync(table, wanted.Plan, cancellation)).LastOrDefault(one =>
            one.Period.Value == wanted.Period && one.Item == wanted.Item
        )
            is Observation { Narrative: { Length: > 0 } words }
            ? words
            : null;
}
