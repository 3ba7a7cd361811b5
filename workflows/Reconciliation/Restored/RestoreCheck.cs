using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation.Restored;

/// <summary>Detects that tables were restored to an earlier state while blobs and workflows are newer. Reports what is missing, processes
/// again what blobs still hold, and restarts every workflow from the tables.</summary>
/// <remarks>The full check runs when an operator asks, after an outage, and if the archive of heads is newer than the tables; each process
/// makes that last comparison once.</remarks>
public sealed class RestoreCheck(
    ProgrammeTable table,
    AuditHeadArchive archive,
    ReceivedMailStore received,
    BlobServiceClient blobs,
    IEnumerable<IBlobClaims> capabilities,
    IEnumerable<IStorageCache> memories,
    TimeProvider clock
)
{
    private const string Rule = "storage-restored";

    /// <summary>How long it is listed for attention, and how long it is remembered, so that it is reported once: ended workflows are kept
    /// for less.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(30),
        Known = TimeSpan.FromDays(100);

    private static readonly TimeSpan TerminationTime = TimeSpan.FromSeconds(30);

    /// <summary>A mail is stored before its workflow starts.</summary>
    private static readonly TimeSpan Arriving = TimeSpan.FromHours(1);

    private bool asked;

    /// <summary>Cached data may be older than the restore.</summary>
    public void Forget()
    {
        foreach (IStorageCache memory in memories)
        {
            memory.Forget();
        }
    }

    /// <returns>The state with what was found in it; the same where nothing was.</returns>
    internal async Task<ReconciliationState> CheckAsync(
        ReconciliationState state,
        RunningWork running,
        DurableTaskClient workflows,
        bool thorough,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        state = WithoutOld(state, now);
        if (!thorough && asked)
        {
            return state;
        }

        asked = true;
        (DailyHeads? archived, string? sha256) = await archive.NewestAsync(cancellation);
        if (!thorough && sha256 == state.HeadsSha256)
        {
            return state;
        }

        RestoredStorage found = await FindAsync(archived, state, workflows, cancellation);
        if (!found.IsLoss)
        {
            return state;
        }

        // the programme goes on while it is looked at: what is lost is so at a second look, too
        found = found.StillIn(await FindAsync(archived, state, workflows, cancellation));
        if (!found.IsLoss)
        {
            return state;
        }

        await BeginAgainAsync(found, running, workflows, cancellation);
        // what a mail that was taken in again has brought back is not lost
        RestoredStorage left = await FindAsync(archived, state, workflows, cancellation);
        found = found with { Decisions = left.Decisions, Files = left.Files };
        await RecordAsync(found, cancellation);
        return Say(state, found) with { HeadsSha256 = sha256 ?? state.HeadsSha256 };
    }

    private static ReconciliationState WithoutOld(ReconciliationState state, DateTimeOffset now) =>
        state.Restored is not { } before || now - before.At <= Told
            ? state
            : state with
            {
                Restored = now - before.At > Known ? null : before,
                Findings = [.. state.Findings.Where(one => one.Rule != Rule)],
            };

    private async Task<RestoredStorage> FindAsync(
        DailyHeads? archived,
        ReconciliationState state,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        BesideTables beside = await BesideTables.ListAsync(workflows, blobs, capabilities, cancellation);
        var tables = new RestoredTables(capabilities);
        await tables.ReadAsync(table, cancellation);
        var mails = new List<string>();
        foreach (string key in tables.Unnamed(ReceivedMailStore.Container, beside.Blobs[ReceivedMailStore.Container]))
        {
            if (state.Restored?.Mails.Contains(key) != true && await IsLostAsync(key, tables, workflows, cancellation))
            {
                mails.Add(key);
            }
        }

        return new RestoredStorage(
            clock.GetUtcNow(),
            [
                .. tables
                    .EventsBehind(archived)
                    .Where(one => state.Restored?.Events.Any(told => told.ArchivedHash == one.ArchivedHash) != true),
            ],
            [
                .. beside
                    .Ended.Select(ended => tables.Lost(ended.InstanceId, ended.Outcome))
                    .OfType<LostDecision>()
                    .Where(lost => state.Restored?.Decisions.Contains(lost) != true)
                    .OrderBy(one => one.Task, StringComparer.Ordinal),
            ],
            mails,
            [
                .. capabilities
                    .Where(one => one.Container != ReceivedMailStore.Container)
                    .SelectMany(one =>
                        tables
                            .Unnamed(one.Container, beside.Blobs[one.Container])
                            .Select(one.PartOf)
                            .Distinct()
                            .Select(name => $"{one.Container}/{name}")
                    ),
            ]
        );
    }

    /// <summary>Whether a mail that no row names was taken in once, and what became of it was lost: it is not being worked on, nor just
    /// arriving, nor a repeat of one that the tables know, of which only so many are named.</summary>
    private async Task<bool> IsLostAsync(string key, RestoredTables tables, DurableTaskClient workflows, CancellationToken cancellation)
    {
        OrchestrationMetadata? takes = await workflows.GetInstanceAsync(InboundMail.InstanceIdOf(key), cancellation);
        if (takes is { RuntimeStatus: not OrchestrationRuntimeStatus.Completed })
        {
            return false;
        }

        ReceivedPost post = await received.ReadAsync(key, cancellation);
        return (takes is not null || clock.GetUtcNow() - post.HandedOver.At > Arriving)
            && (post.Read()?.Message is not { } message || !tables.Knows(MessageKey.Of(message)));
    }

    /// <summary>As after an import: running workflows know more than the tables and would wait for events that never come.</summary>
    private async Task BeginAgainAsync(
        RestoredStorage found,
        RunningWork running,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TerminationTime * (1 + running.States.Count));
        foreach (string instance in running.States.Keys.Where(running.Runs).Where(id => !InboundMail.IsOne(id)))
        {
            await workflows.TerminateInstanceAsync(instance, (object?)null, patience.Token);
            await workflows.WaitForInstanceCompletionAsync(instance, patience.Token);
        }

        var mails = new List<(Arrival Arrived, string Key)>();
        foreach (string key in found.Mails)
        {
            mails.Add(((await received.ReadAsync(key, cancellation)).HandedOver, key));
        }

        foreach ((_, string key) in mails.OrderBy(mail => mail.Arrived.At).ThenBy(mail => mail.Arrived.Order))
        {
            await workflows.StartAgainAsync(nameof(InboundMail), key, InboundMail.InstanceIdOf(key), cancellation);
            await workflows.WaitForInstanceCompletionAsync(InboundMail.InstanceIdOf(key), patience.Token);
        }
    }

    private Task<bool> RecordAsync(RestoredStorage found, CancellationToken cancellation) =>
        table.DecideAsync(
            () =>
                Task.FromResult(
                    (
                        (UnitOfWork?)
                            new UnitOfWork(StreamId.Programme).Record(
                                new AuditEntry(AuditKind.StorageRestored, StreamId.Programme.Value, Reason: found.Summary)
                            ),
                        true
                    )
                ),
            cancellation
        );

    /// <summary>Findings of an earlier check are kept beside the new ones, because each is reported once.</summary>
    private static ReconciliationState Say(ReconciliationState state, RestoredStorage found)
    {
        RestoredStorage all = state.Restored is { } before
            ? found with
            {
                Events = [.. before.Events, .. found.Events],
                Decisions = [.. before.Decisions.Where(one => found.Decisions.All(other => other.Task != one.Task)), .. found.Decisions],
                Mails = [.. before.Mails.Union(found.Mails, StringComparer.Ordinal)],
                Files = [.. before.Files.Union(found.Files, StringComparer.Ordinal)],
            }
            : found;
        return state with
        {
            Restored = all,
            Findings =
            [
                .. state.Findings.Where(one => one.Rule != Rule),
                new ReconciliationFinding(
                    StreamId.Programme.Value,
                    null,
                    Rule,
                    $"The tables are older than what else is stored ({all.Summary}). 'status' lists it; see docs/operations.md, Restore.",
                    false,
                    found.At
                ),
            ],
        };
    }
}
