using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Reconciliation;

/// <summary>Deletes rows that count or remember something of one day: they become useless, and they should not reveal for ever whom they
/// are about. The chain does not cover them.</summary>
/// <remarks>Runs weekly, so rows disappear within a week of their expiry.</remarks>
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
