using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Holds a message of the Secretariat's list while it is being taken as an answer: the answer is committed in its task's stream,
/// and what somebody seals or discards meanwhile must not enter it.</summary>
internal static class MailClaims
{
    /// <returns>Null where it is held from now on, or is not in the list; else the message as somebody else has it in hand.</returns>
    public static Task<ReceivedMail?> TakeAsync(
        ProgrammeTable table,
        string key,
        PersonId by,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<ReceivedMail?>(
            async () =>
                await FindAsync(table, key, cancellation) is not { } row ? (null, null)
                : row.Value.State != QuarantineState.Waiting || (row.Value.Claim is { } claim && claim.By != by && claim.Holds(now))
                    ? (null, row.Value)
                : (new UnitOfWork(StreamId.Inbox).Replace(row, row.Value with { Claim = new MailClaim(by, now) }), null),
            cancellation
        );

    /// <summary>It was not taken: others may handle it.</summary>
    public static Task ReleaseAsync(ProgrammeTable table, string key, PersonId by, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
                await FindAsync(table, key, cancellation) is { } row && row.Value.Claim?.By == by
                    ? ((UnitOfWork?)new UnitOfWork(StreamId.Inbox).Replace(row, row.Value with { Claim = null }), true)
                    : (null, false),
            cancellation
        );

    private static Task<Row<ReceivedMail>?> FindAsync(ProgrammeTable table, string key, CancellationToken cancellation) =>
        table.FindAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.RowKey(key), cancellation);
}
