using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Obligations;

/// <summary>Obligations of agreements: entered, met, or no longer owed.</summary>
public sealed class ObligationService(ProgrammeTable table, ProgrammeDirectory directory, ObligationFiles files, TimeProvider clock)
    : IExpectedWork,
        IAuditedStreams,
        ITaskPlaces
{
    private const int LongestId = 20,
        LongestTitle = 300;

    public string Kind => "obligation";

    /// <summary>Of one agreement, or of all; the most urgent first.</summary>
    public async Task<IReadOnlyList<Obligation>> ListAsync(AgreementId? agreement, CancellationToken cancellation) =>
        [
            .. (await table.ListOfAllAsync<Obligation>(ObligationRef.Streams, Obligation.Row, cancellation))
                .Select(row => row.Value)
                .Where(one => agreement is null || one.Agreement == agreement)
                .OrderBy(one => one.Due)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];

    /// <returns>The obligation to watch; null where it was refused.</returns>
    public async Task<(CommandResult Result, ObligationRef? Begin)> EnterAsync(Obligation wanted, CancellationToken cancellation)
    {
        if (Refuse(wanted, await directory.ReadAsync(cancellation)) is { } refused)
        {
            return (refused, null);
        }

        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await wanted.Ref.FindAsync(table, cancellation) is { } stands)
                {
                    return (
                        null,
                        stands.Value == wanted
                            ? new CommandResult.Recorded(null)
                            : new CommandResult.Refused("obligation-twice", "An obligation of that short name stands there already.")
                    );
                }

                return (
                    new UnitOfWork(wanted.Ref.Stream)
                        .Add(Obligation.Row, wanted)
                        .Record(new AuditEntry(AuditKind.ObligationEntered, wanted.Id, wanted.EnteredBy)),
                    new CommandResult.Recorded(null)
                );
            },
            cancellation
        );
        return (result, result is CommandResult.Recorded ? wanted.Ref : null);
    }

    /// <summary>An officer records that it was sent, or that it is no longer owed: once. A file can be added later.</summary>
    /// <param name="file">What was sent; null for no file.</param>
    public async Task<CommandResult> MeetAsync(
        ObligationRef id,
        DateOnly? sentOn,
        PersonId sender,
        string receipt,
        (string Name, byte[] Bytes)? file,
        PersonId by,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(receipt))
        {
            return new CommandResult.Refused("reason-needed", "Say who received it and when, or why it is no longer owed.");
        }

        if (TextRefusals.Refuse(TextBounds.Reason, receipt) is { } longer)
        {
            return longer;
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (sentOn is { } day && (!DayBounds.Holds(day) || day > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1)))
        {
            return new CommandResult.Refused("not-a-day", "It was sent on a day that has been.");
        }

        FiledDocument? kept = null;
        return await table.DecideAsync(
            async () =>
            {
                if (await id.FindAsync(table, cancellation) is not { } row)
                {
                    return (null, NoSuch);
                }

                if (row.Value.Met is { } met)
                {
                    return ((UnitOfWork?)null, (CommandResult)new CommandResult.Stale(met.By));
                }

                kept ??= await files.KeepAsync(file, cancellation);
                var after = new Fulfilment(sentOn, sender, receipt.Trim(), kept, by, now);
                UnitOfWork unit = Met(new UnitOfWork(id.Stream), row, after);
                var name = new TaskRef(id.Stream, id.Task);
                TaskRef? ended = await TaskRows.FindAsync(table, name, cancellation) is { Value.State: TaskState.Open }
                    ? await TaskEnding.AnswerAsync(table, unit, name, by, now, cancellation)
                    : null;
                return (unit, new CommandResult.Recorded(ended?.InstanceId) { Also = [new WakeUp(id.InstanceId, Stages.Changed)] });
            },
            cancellation
        );
    }

    /// <summary>Adds the file to what was recorded as sent, and changes nothing else of it. It has one.</summary>
    public async Task<CommandResult> AddFileAsync(
        ObligationRef id,
        (string Name, byte[] Bytes)? file,
        PersonId by,
        CancellationToken cancellation
    )
    {
        if (file is not { Bytes.Length: > 0 })
        {
            return new CommandResult.Refused("no-file", "No file was chosen.");
        }

        FiledDocument? kept = null;
        return await table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await id.FindAsync(table, cancellation) is not { } row)
                {
                    return (null, NoSuch);
                }

                if (row.Value.Met is not { IsWaived: false, File: null } met)
                {
                    return (null, row.Value.Met is { } other ? new CommandResult.Stale(other.By) : CommandResult.Refused.ChangedMeanwhile);
                }

                kept ??= (await files.KeepAsync(file, cancellation))!;
                UnitOfWork unit = new UnitOfWork(id.Stream)
                    .Replace(row, row.Value with { Met = met with { File = kept } })
                    .Record(new AuditEntry(AuditKind.ObligationMet, id.Id, by, null, kept.Sha256));
                return (unit, new CommandResult.Recorded(null));
            },
            cancellation
        );
    }

    private static CommandResult.Refused NoSuch { get; } = new("no-such-obligation", "There is no such obligation.");

    internal static UnitOfWork Met(UnitOfWork unit, Row<Obligation> row, Fulfilment met) =>
        unit.Replace(row, row.Value with { Met = met })
            .Record(
                new AuditEntry(
                    met.IsWaived ? AuditKind.ObligationWaived : AuditKind.ObligationMet,
                    row.Value.Id,
                    met.By,
                    met.IsWaived ? met.Receipt : null, // who received it is a name: the row has it, and the chain its hash
                    met.File?.Sha256
                )
            );

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation)
    {
        DateOnly today = clock.UtcToday();
        return thorough
            ?
            [
                .. from one in await ListAsync(null, cancellation)
                where one.Met is null && today < one.Due.AddDays(ObligationActivities.DaysTaken)
                select new ExpectedWork(nameof(ObligationWatch), one.Ref, one.Ref.InstanceId, [TaskRef.InstancesOf(one.Ref.Stream)]),
            ]
            : [];
    }

    public bool Keeps(StreamId stream) => stream.Value.StartsWith(ObligationRef.Streams, StringComparison.Ordinal);

    public async Task<IReadOnlyList<NamedStream>> FindAsync(CancellationToken cancellation) =>
        [.. (await ListAsync(null, cancellation)).Select(one => new NamedStream(one.Ref.Stream, one.Title))];

    async Task<IReadOnlyList<TaskPlace>> ITaskPlaces.FindAsync(CancellationToken cancellation) =>
        [
            .. from one in await ListAsync(null, cancellation)
            where one.Met is null
            select new TaskPlace(one.Ref.Stream, Text.Same(one.Title), $"/agreements/{one.Agreement}"),
        ];

    private static CommandResult.Refused? Refuse(Obligation wanted, ProgrammeRegister register) =>
        !register.Agreements.ContainsKey(wanted.Agreement)
            ? new CommandResult.Refused("no-such-agreement", $"No agreement is registered as {wanted.Agreement}.")
        : wanted.Id.Length is 0 or > LongestId
        || !wanted.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? new CommandResult.Refused("not-a-slug", $"An id has small letters, digits and hyphens only, at most {LongestId}.")
        : string.IsNullOrWhiteSpace(wanted.Title) ? new CommandResult.Refused("empty", "This must not be empty.")
        : TextBounds.IsLonger(wanted.Title, LongestTitle)
            ? new CommandResult.Refused(TextBounds.Rule, $"At most {LongestTitle} characters.")
        : !DayBounds.Holds(wanted.Due) ? new CommandResult.Refused("day-out-of-range", "Give a day between 1900 and 2199.")
        : null;
}
