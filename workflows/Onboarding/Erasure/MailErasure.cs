using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Onboarding.Erasure;

/// <summary>Removes received mails and sent files that identify the person. They are removed whole, because what was received cannot be
/// rewritten.</summary>
public sealed class MailErasure(ProgrammeTable table, BlobServiceClient blobs, QuarantineIntake quarantine, TimeProvider clock)
{
    /// <returns>How many blobs went.</returns>
    internal async Task<int> RemoveAsync(
        PersonId person,
        PersonTraces traces,
        IReadOnlySet<string> written,
        AuditEntry said,
        CancellationToken cancellation
    )
    {
        int gone = 0;
        foreach (
            (string container, bool claimed) in ((string, bool)[])
                [(ReceivedMailStore.Container, true), (MailAttachmentStore.Container, false)]
        )
        {
            await foreach (string name in NamesAsync(container, cancellation))
            {
                BlobClient blob = blobs.GetBlobContainerClient(container).GetBlobClient(name);
                (bool mentions, InboundMessage? message) = await LookAsync(blob, claimed, traces, cancellation);
                if (!mentions && !(claimed && written.Contains(name)))
                {
                    continue;
                }

                if (claimed)
                {
                    await ExcuseAsync(person, (container, name), message, said, cancellation);
                }

                await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
                gone++;
            }
        }

        return gone;
    }

    /// <summary>Files in all containers that identify the person.</summary>
    internal async Task<IReadOnlyList<string>> LeftAsync(PersonTraces traces, CancellationToken cancellation)
    {
        var left = new List<string>();
        await foreach (BlobContainerItem container in blobs.GetBlobContainersAsync(cancellationToken: cancellation))
        {
            await foreach (string name in NamesAsync(container.Name, cancellation))
            {
                if (
                    (
                        await LookAsync(
                            blobs.GetBlobContainerClient(container.Name).GetBlobClient(name),
                            container.Name == ReceivedMailStore.Container,
                            traces,
                            cancellation
                        )
                    ).Mentions
                )
                {
                    left.Add($"{container.Name}/{name}");
                }
            }
        }

        return left;
    }

    private async IAsyncEnumerable<string> NamesAsync(
        string container,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        BlobContainerClient all = blobs.GetBlobContainerClient(container);
        if (!await all.ExistsAsync(cancellation))
        {
            yield break;
        }

        await foreach (BlobItem blob in all.GetBlobsAsync(cancellationToken: cancellation))
        {
            yield return blob.Name;
        }
    }

    private static async Task<(bool Mentions, InboundMessage? Message)> LookAsync(
        BlobClient blob,
        bool isMail,
        PersonTraces traces,
        CancellationToken cancellation
    )
    {
        BlobDownloadResult kept = (await blob.DownloadContentAsync(cancellation)).Value;
        byte[] bytes = kept.Content.ToArray();
        InboundMessage? message =
            isMail && InboundParsePost.Read(bytes, kept.Details.ContentType) is InboundReading.Message { Value: var read } ? read : null;
        return (traces.In(bytes) || (message is not null && traces.In(message)), message);
    }

    /// <summary>Recorded before the blob is deleted, so that verification never misses it, whenever the process stops. Counters of the
    /// sender's mails are removed with it.</summary>
    private Task<bool> ExcuseAsync(
        PersonId person,
        (string Container, string Name) file,
        InboundMessage? message,
        AuditEntry said,
        CancellationToken cancellation
    ) =>
        table.DecideAsync(
            async () =>
            {
                var unit = new UnitOfWork(StreamId.Inbox);
                string key = ErasedBlob.RowKey(file.Container, file.Name);
                if (await table.FindAsync<ErasedBlob>(StreamId.Inbox, key, cancellation) is not null)
                {
                    return (null, false);
                }

                unit.Add(key, new ErasedBlob(person, clock.GetUtcNow())).Record(said);
                if (message is not null && quarantine.SenderOf(message) is var sender)
                {
                    foreach (Row<MailLimit> counted in await table.ListAsync<MailLimit>(StreamId.Inbox, MailLimit.Prefix, cancellation))
                    {
                        if (counted.Key.EndsWith($"|{sender}", StringComparison.Ordinal))
                        {
                            unit.Delete(counted);
                        }
                    }
                }

                return ((UnitOfWork?)unit, true);
            },
            cancellation
        );
}
