using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>Items of a report assigned to a colleague in the administration. The answers go into the report; whoever is asked for the
/// whole report submits it.</summary>
/// <param name="Number">1, 2, … within the report.</param>
/// <param name="Items">Codes; an item is asked of one person at a time.</param>
/// <param name="By">Who asked for it.</param>
public sealed record AssignedPart(
    int Number,
    PersonId Person,
    IReadOnlyList<string> Items,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source
)
{
    /// <summary>Null while the part can be answered.</summary>
    public PartEnd? Ended { get; init; }

    /// <summary>When it was asked for, where that was worked on later; null for <see cref="At"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Said { get; init; }
}

/// <param name="After">The report with the part.</param>
/// <param name="Over">Tasks that have nothing left to ask for.</param>
/// <param name="Mails">Written in the same unit of work.</param>
internal sealed record AddedPart(ReportRecord After, AssignedPart Part, IReadOnlyList<WakeUp> Over, MailsOfStream? Mails);

/// <param name="By">Null where the report ended by its date.</param>
public sealed record PartEnd(PartOutcome Outcome, PersonId? By, DateTimeOffset At);

[JsonConverter(typeof(JsonStringEnumConverter<PartOutcome>))]
public enum PartOutcome
{
    /// <summary>The report was submitted with what the part held by then.</summary>
    HandedIn,

    /// <summary>An officer ended the report, or its lock came.</summary>
    Closed,

    /// <summary>The part was withdrawn from this person.</summary>
    TakenBack,
}

/// <summary>A request to assign items to somebody who is not registered: an officer registers the person, or refuses.</summary>
/// <param name="Address">Null once it is decided: then the person says it, or nobody needs it any more.</param>
public sealed record ContributorRequest(
    int Number,
    string? Address,
    IReadOnlyList<string> Items,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source
)
{
    /// <summary>Null until an officer has decided.</summary>
    public ContributorDecision? Decision { get; init; }
}

/// <param name="Person">Who was registered; null where nobody was.</param>
/// <param name="Reason">Why nobody was; null also where the report was handed in first, or ended.</param>
/// <param name="By">Null where the report ended by its date.</param>
public sealed record ContributorDecision(PersonId? Person, string? Reason, PersonId? By, DateTimeOffset At);

/// <summary>The tasks for contributors and for the officers.</summary>
internal static class ContributionTasks
{
    public static TaskDefinition Contribute { get; } = TaskDefinition.OfNamed("ContributeToReport");

    public static TaskDefinition Register { get; } = TaskDefinition.OfOfficer("RegisterContributor");

    public static TaskRef Of(ReportRecord report, int number) => Named(report, "part", number);

    public static TaskRef OfRequest(ReportRecord report, int number) => Named(report, "contributor", number);

    /// <summary>Officers' tasks about people who are not registered and not decided on.</summary>
    public static IReadOnlyList<TaskRef> RequestsOf(ReportRecord report) =>
        [.. ContributionRules.Wanted(report).Where(one => one.Decision is null).Select(one => OfRequest(report, one.Number))];

    /// <summary>Tasks of parts that have not ended, including answered ones, because those can still be corrected.</summary>
    public static IReadOnlyList<TaskRef> OpenOf(ReportRecord report) =>
        [.. ContributionRules.Of(report).Where(one => one.Ended is null).Select(one => Of(report, one.Number)), .. RequestsOf(report)];

    /// <summary>Tasks whose workflow is running because an answer is still missing.</summary>
    public static IReadOnlyList<TaskRef> WaitingOf(ReportRecord report) =>
        !MoreTime.MoreTimeRules.IsOpen(report)
            ? []
            : [.. ContributionRules.Waiting(report).Select(one => Of(report, one.Number)), .. RequestsOf(report)];

    /// <summary>Who was asked for a part and still belongs to the administration: its person, and whomever an officer has passed it
    /// to.</summary>
    public static async Task<IEnumerable<PersonId>> PeopleAsync(
        ProgrammeTable table,
        ReportRecord report,
        AssignedPart part,
        (ProgrammeRegister Register, DateOnly Today) known,
        CancellationToken cancellation
    )
    {
        (_, Row<HumanTaskRecord>? row) = await CurrentTask.CurrentAsync(table, Of(report, part.Number), cancellation);
        return known.Register.StillOf(report.Administration, new[] { part.Person }.Union(row?.Value.Named ?? []), known.Today);
    }

    /// <summary>Cancels the open tasks of contributors, and the officers' tasks about them.</summary>
    /// <param name="before">The report while it was asked.</param>
    /// <returns>The workflows that waited.</returns>
    public static Task<IReadOnlyList<WakeUp>> CancelAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        ReportRecord before,
        PersonId by,
        DateTimeOffset at,
        CancellationToken cancellation
    ) => CancelAsync(table, unit, OpenOf(before), by, at, cancellation);

    /// <returns>The workflows that waited.</returns>
    public static async Task<IReadOnlyList<WakeUp>> CancelAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        IReadOnlyList<TaskRef> tasks,
        PersonId by,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        foreach (TaskRef task in tasks)
        {
            await TaskEnding.CancelAsync(table, unit, task, by, at, cancellation);
        }

        return [.. tasks.Select(task => new WakeUp(task.InstanceId, HumanTask.Answered))];
    }

    /// <summary>Ends the tasks of parts in which nothing is missing any more, whoever has answered.</summary>
    public static async Task AnswerAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        (ReportRecord Before, ReportRecord After) report,
        PersonId by,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        foreach (
            AssignedPart part in ContributionRules
                .Of(report.After)
                .Where(one => one.Ended is null && ContributionRules.Missing(report.Before, one).Count > 0)
                .Where(one => ContributionRules.Missing(report.After, one).Count == 0)
        )
        {
            await TaskEnding.AnswerAsync(table, unit, Of(report.After, part.Number), by, at, cancellation);
        }
    }

    /// <summary>Extends the parts together with the report. Officers who are to register somebody are asked until its new lock; when
    /// that is due stays.</summary>
    public static async Task ExtendAsync(
        ProgrammeTable table,
        UnitOfWork unit,
        ReportRecord after,
        DateTimeOffset due,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        foreach (AssignedPart part in ContributionRules.Of(after).Where(one => one.Ended is null))
        {
            await TaskEnding.ExtendAsync(table, unit, Of(after, part.Number), due, after.Period.Locks, at, cancellation);
        }

        foreach (TaskRef request in RequestsOf(after))
        {
            await TaskEnding.ExtendAsync(table, unit, request, null, after.Period.Locks, at, cancellation);
        }
    }

    private static TaskRef Named(ReportRecord report, string what, int number) =>
        new(
            StreamId.Of(report.Plan),
            new TaskId(string.Create(CultureInfo.InvariantCulture, $"{report.Plan}-{what}-{report.Period.Key}-n{number}"))
        );
}
