using System.Collections.Concurrent;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Extensions.Logging;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Records denied requests: those of a signed-in person in the audit trail, once per route and day; those of others in telemetry
/// only, so that nobody can fill the programme's stream.</summary>
internal sealed partial class AccessDenials(ProgrammeTable table, TimeProvider clock, ILogger<AccessDenials> log)
{
    private readonly ConcurrentDictionary<string, DateOnly> recorded = new(StringComparer.Ordinal);

    public async Task RecordAsync(PersonId? person, string function, CancellationToken cancellation)
    {
        if (person is not { } who)
        {
            LogAnonymous(function);
            return;
        }

        DateOnly today = clock.UtcToday();
        string key = DeniedAccess.RowKey(today, who, function);
        if (!recorded.TryAdd(key, today))
        {
            return;
        }

        foreach ((string old, DateOnly day) in recorded)
        {
            if (day < today)
            {
                recorded.TryRemove(old, out _);
            }
        }

        try
        {
            await table.DecideAsync(
                async () =>
                    await table.FindAsync<DeniedAccess>(StreamId.Programme, key, cancellation) is not null
                        ? ((UnitOfWork?)null, false)
                        : (
                            new UnitOfWork(StreamId.Programme)
                                .Add(key, new DeniedAccess(clock.GetUtcNow()))
                                .Record(new AuditEntry(AuditKind.AccessDenied, function, who)),
                            true
                        ),
                cancellation
            );
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed) && !cancellation.IsCancellationRequested)
        {
            // refused all the same; the next attempt of the day is recorded
            recorded.TryRemove(key, out _);
            LogNotRecorded(failed, function);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused {Function} to somebody who is not signed in.")]
    private partial void LogAnonymous(string function);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A refusal of {Function} could not be recorded.")]
    private partial void LogNotRecorded(Exception failed, string function);
}
