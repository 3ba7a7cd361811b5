using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Recommendations;

/// <summary>Recommendations of visits and audits: entered, answered by the owner, closed by an officer.</summary>
public sealed class RecommendationService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    RecommendationFiles files,
    RecommendationMails mails,
    TimeProvider clock
) : IExpectedWork, IAuditedStreams, ITaskPlaces
{
    private const int LongestId = 20;

    public string Kind => "recommendation";

    private DateOnly Today => clock.UtcToday();

    /// <summary>Of one plan, or of all; the most urgent first.</summary>
    public async Task<IReadOnlyList<Recommendation>> ListAsync(PlanId? plan, CancellationToken cancellation) =>
        [
            .. (
                await table.ListOfAllAsync<Recommendation>(
                    plan is { } only ? $"{RecommendationRef.Streams}{only}-" : RecommendationRef.Streams,
                    Recommendation.Row,
                    cancellation
                )
            )
                .Select(row => row.Value)
                .Where(one => plan is null || one.Plan == plan)
                .OrderBy(one => one.Due)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];

    /// <returns>The recommendation to watch; null where it was refused.</returns>
    public async Task<(CommandResult Result, RecommendationRef? Begin)> EnterAsync(
        NewRecommendation wanted,
        PersonId by,
        CancellationToken cancellation
    )
    {
        PlanListing? plan = (await directory.ReadAsync(cancellation)).Plans.GetValueOrDefault(wanted.Plan);
        if (Refuse(wanted, plan) is { } refused)
        {
            return (refused, null);
        }

        var after = new Recommendation(
            wanted.Plan,
            wanted.Id,
            plan!.Administration,
            wanted.Source,
            wanted.Found,
            wanted.Finding.Trim(),
            wanted.Wanted.Trim(),
            wanted.OfSecretariat,
            wanted.Due,
            by
        );
        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
                await after.Ref.FindAsync(table, cancellation) is { } stands
                    ? (
                        null,
                        stands.Value == after
                            ? new CommandResult.Recorded(null)
                            : new CommandResult.Refused("recommendation-twice", "A recommendation of that short name stands there already.")
                    )
                    : (
                        new UnitOfWork(after.Ref.Stream)
                            .Add(Recommendation.Row, after)
                            .Record(new AuditEntry(AuditKind.RecommendationEntered, after.Id, by)),
                        new CommandResult.Recorded(null)
                    ),
            cancellation
        );
        return (result, result is CommandResult.Recorded ? after.Ref : null);
    }

    /// <summary>An officer records that it was carried out, or why it is no longer followed.</summary>
    /// <param name="evidence">Null for no file.</param>
    public async Task<CommandResult> CloseAsync(
        RecommendationRef id,
        string why,
        (string Name, byte[] Bytes)? evidence,
        PersonId by,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return new CommandResult.Refused("reason-needed", "Say what was seen, or why it is no longer followed.");
        }

        if (TextRefusals.Refuse(TextBounds.Reason, why) is { } longer)
        {
            return longer;
        }

        var closing = new Closing(why.Trim(), await files.KeepAsync(evidence, cancellation), by, clock.GetUtcNow());
        return await table.DecideAsync(
            async () =>
            {
                if (await id.FindAsync(table, cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-recommendation", "There is no such recommendation."));
                }

                if (row.Value.Closed is { } closed)
                {
                    return ((UnitOfWork?)null, (CommandResult)new CommandResult.Stale(closed.By));
                }

                UnitOfWork unit = new UnitOfWork(id.Stream)
                    .Replace(row, row.Value with { Closed = closing })
                    .Record(new AuditEntry(AuditKind.RecommendationClosed, id.Id, by, closing.Why, closing.Evidence?.Sha256));
                var name = new TaskRef(id.Stream, id.TaskOf(row.Value.Round));
                HumanTaskRecord? open = await TaskRows.FindAsync(table, name, cancellation) is { Value: { State: TaskState.Open } task }
                    ? task
                    : null;
                if (open is not null)
                {
                    await TaskEnding.CancelAsync(table, unit, name, by, closing.At, cancellation);
                }

                MailsOfStream? told = await mails.TellClosedAsync(unit, row.Value, closing, open, cancellation);
                return (
                    unit,
                    new CommandResult.Recorded(open is null ? null : name.InstanceId)
                    {
                        Also = [new WakeUp(id.InstanceId, Stages.Changed)],
                        Mails = told,
                    }
                );
            },
            cancellation
        );
    }

    /// <summary>Records that an officer found an owner's file clean (it can be opened from now on) or rejected it (it never
    /// can).</summary>
    public Task<CommandResult> CheckAsync(RecommendationRef id, string sha256, bool clean, PersonId by, CancellationToken cancellation) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (
                    await id.FindAsync(table, cancellation) is not { } row
                    || row.Value.Files?.FirstOrDefault(file => file.Sha256 == sha256) is not { } found
                )
                {
                    return (null, new CommandResult.Refused("no-such-evidence", "There is no such file."));
                }

                if (found.CheckedBy is { } earlier)
                {
                    return (null, found.Clean == clean ? new CommandResult.Recorded(null) : new CommandResult.Stale(earlier));
                }

                UnitOfWork unit = new UnitOfWork(id.Stream)
                    .Replace(
                        row,
                        row.Value with
                        {
                            Files = [.. row.Value.Files.Select(file => file == found ? file with { Clean = clean, CheckedBy = by } : file)],
                        }
                    )
                    .Record(new AuditEntry(AuditKind.RecommendationFileKept, id.Id, by, clean ? "released" : "rejected", sha256));
                MailsOfStream? told = clean ? null : await mails.TellRejectedAsync(unit, row.Value, found, by, cancellation);
                return (unit, new CommandResult.Recorded(null) { Mails = told });
            },
            cancellation
        );

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation) =>
        thorough
            ?
            [
                .. from one in await ListAsync(null, cancellation)
                where one.Closed is null && one.Answer is not { Done: true } && Today < one.Due.AddDays(RecommendationActivities.DaysTaken)
                select new ExpectedWork(nameof(RecommendationWatch), one.Ref, one.Ref.InstanceId, [TaskRef.InstancesOf(one.Ref.Stream)]),
            ]
            : [];

    public bool Keeps(StreamId stream) => stream.Value.StartsWith(RecommendationRef.Streams, StringComparison.Ordinal);

    public async Task<IReadOnlyList<NamedStream>> FindAsync(CancellationToken cancellation) =>
        [.. (await ListAsync(null, cancellation)).Select(one => new NamedStream(one.Ref.Stream, one.Wanted))];

    async Task<IReadOnlyList<TaskPlace>> ITaskPlaces.FindAsync(CancellationToken cancellation) =>
        [
            .. from one in await ListAsync(null, cancellation)
            where one.Closed is null
            select new TaskPlace(one.Ref.Stream, Text.Same(one.Wanted), $"/plans/{one.Plan}"),
        ];

    private static CommandResult.Refused? Refuse(NewRecommendation wanted, PlanListing? plan) =>
        plan is null ? new CommandResult.Refused("no-such-plan", $"There is no plan {wanted.Plan}.")
        : wanted.Id.Length is 0 or > LongestId
        || !wanted.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? new CommandResult.Refused("not-a-slug", $"An id has small letters, digits and hyphens only, at most {LongestId}.")
        : string.IsNullOrWhiteSpace(wanted.Finding) || string.IsNullOrWhiteSpace(wanted.Wanted)
            ? new CommandResult.Refused("empty", "This must not be empty.")
        : (TextRefusals.Refuse(TextBounds.Reason, wanted.Finding) ?? TextRefusals.Refuse(TextBounds.Reason, wanted.Wanted)) is { } longer
            ? longer
        : !DayBounds.Holds(wanted.Found) || !DayBounds.Holds(wanted.Due)
            ? new CommandResult.Refused("day-out-of-range", "Give a day between 1900 and 2199.")
        : wanted.Due < wanted.Found ? new CommandResult.Refused("ends-before-start", "It is due before it was found.")
        : null;
}

/// <summary>What an officer enters.</summary>
public sealed record NewRecommendation(
    PlanId Plan,
    string Id,
    FoundBy Source,
    DateOnly Found,
    string Finding,
    string Wanted,
    bool OfSecretariat,
    DateOnly Due
);
