using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Reconciliation;

/// <summary>Rows that count or remember something of one day: of no use afterwards, and whom they are about is nobody's business for ever. None is held to the chain, so none is missed.</summary>
/// <remarks>Once a week, for it asks every stream; and so they are gone within a week after their time.</remarks>
internal sealed class DailyRowsRetention(ProgrammeTable table, ProgrammeDirectory directory) : IRetentionStep
{
    internal const int KeptDays = 7;

    private const DayOfWeek When = DayOfWeek.Monday;

    public async Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (now.UtcDateTime.DayOfWeek != When)
        {
            return 0;
        }

        DateOnly before = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-KeptDays);
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        int gone = await table.PurgeAsync(StreamId.Programme, DeniedAccess.Prefix, before, cancellation);
        foreach (StreamId stream in register.Plans.Keys.Select(StreamId.Of).Concat(register.Agreements.Keys.Select(StreamId.Of)).Prepend(StreamId.Inbox))
        {
            gone += await table.PurgeAsync(stream, MailLimit.Prefix, before, cancellation);
        }

        return gone;
    }
}
