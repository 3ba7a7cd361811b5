using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Reconciliation;

/// <summary>Rows that count or remember something of one day: of no use afterwards, and whom they are about is nobody's business for ever.
/// None is held to the chain, so none is missed.</summary>
/// <remarks>Once a week: so they are gone within a week after their time.</remarks>
internal sealed class DailyRowsRetention(ProgrammeTable table, MailLimits limits) : IRetentionStep
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
        return await table.PurgeAsync(StreamId.Programme, DeniedAccess.Prefix, before, cancellation)
            + await limits.PurgeAsync(before, cancellation);
    }
}
