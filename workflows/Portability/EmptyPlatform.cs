using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Portability;

/// <summary>Whether the platform holds any part of a programme. What an unused platform records about itself does not count.</summary>
public sealed class EmptyPlatform(IEnumerable<PortablePlace> places, TableServiceClient tables, BlobServiceClient blobs)
{
    /// <returns>The first thing that stands here; null where nothing does.</returns>
    public async Task<string?> FirstOfAsync(CancellationToken cancellation)
    {
        foreach (PortablePlace place in places.Where(one => one.LeftOut is null))
        {
            string? found = place.Kind switch
            {
                PlaceKind.Table => await RowsAsync(place.Name, cancellation)
                    .Where(row => !IsOfThePlatform(row))
                    .FirstOrDefaultAsync(cancellation)
                    is { } row
                    ? $"{place.Name}: {row.PartitionKey}/{row.RowKey}"
                    : null,
                PlaceKind.Container => await FirstBlobAsync(place.Name, cancellation) is { } blob ? $"{place.Name}/{blob}" : null,
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Deletes what the platform has recorded about itself, so that the exported data find their place free.</summary>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        TableClient table = tables.GetTableClient(ProgrammeTable.Name);
        await foreach (TableEntity row in RowsAsync(ProgrammeTable.Name, cancellation))
        {
            if (row.PartitionKey != ImportMark.Stream.Value)
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            }
        }
    }

    /// <summary>Rows outside the chain only remember and count; a programme has other rows, and events, from its first moment.</summary>
    private static bool IsOfThePlatform(TableEntity row) =>
        OutsideChainAttribute.Holds(row.RowKey)
        && row.RowKey != AuditRows.Head
        && !row.RowKey.StartsWith(AuditRows.Prefix, StringComparison.Ordinal);

    private AsyncPageable<TableEntity> RowsAsync(string table, CancellationToken cancellation) =>
        tables
            .GetTableClient(table)
            .QueryAsync<TableEntity>(maxPerPage: 100, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation);

    private async Task<string?> FirstBlobAsync(string container, CancellationToken cancellation)
    {
        try
        {
            await foreach (BlobItem blob in blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancellation))
            {
                return blob.Name;
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // nothing of the kind was written yet
        }

        return null;
    }
}
