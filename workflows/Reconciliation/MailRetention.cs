using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Storage;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Reconciliation;

/// <summary>Records once a month, in the inbox's chain, which mail the storage's lifecycle rule has deleted, so that verification does not
/// miss it.</summary>
public sealed class MailRetention(ProgrammeTable table, IOptions<MailOptions> options)
{
    private static readonly TimeSpan Often = TimeSpan.FromDays(30);

    private DateTimeOffset? begun;

    /// <param name="before">Until which day it was said last; null: never.</param>
    /// <returns>Until which day it is said now.</returns>
    public async Task<DateOnly?> SayAsync(DateOnly? before, DateTimeOffset now, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime.AddDays(-options.Value.KeptDays - 1));
        if ((before is { } said && day.DayNumber - said.DayNumber < Often.TotalDays) || !await HasBegunAsync(day, cancellation))
        {
            return before;
        }

        await table.DecideAsync(
            () =>
                Task.FromResult(
                    (
                        (UnitOfWork?)
                            new UnitOfWork(StreamId.Inbox).Record(
                                new AuditEntry(
                                    AuditKind.RetentionApplied,
                                    "received-mail",
                                    Reason: day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                                )
                            ),
                        true
                    )
                ),
            cancellation
        );
        return day;
    }

    /// <summary>In a younger programme nothing can have expired.</summary>
    private async Task<bool> HasBegunAsync(DateOnly day, CancellationToken cancellation) =>
        (begun ??= (await table.FindReadableAsync<AuditEvent>(StreamId.Programme, AuditRows.Key(1), cancellation)).Row?.Value.At) is { } at
        && DateOnly.FromDateTime(at.UtcDateTime) < day;
}
