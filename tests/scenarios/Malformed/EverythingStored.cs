using System.Security.Cryptography;
using System.Text;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Every row, every blob and every mail, so that nothing can have changed unseen.</summary>
/// <remarks>
/// But what is typed behind a link and cannot be handed in: it is kept as it was typed, so that a weak line loses nobody's work, and is
/// nobody's word.
/// And that somebody was refused, which is recorded: the head of a chain says nothing that its events do not say.
/// </remarks>
internal static class EverythingStored
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(PlanWorld world)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        TableServiceClient tables = world.Service<TableServiceClient>();
        await foreach (TableItem table in tables.QueryAsync())
        {
            await foreach (TableEntity row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                if (row.RowKey.StartsWith("link-draft|", StringComparison.Ordinal) || IsOfARefusal(row))
                {
                    continue;
                }

                stored[$"{table.Name} {row.PartitionKey} {row.RowKey}"] = Digest(
                    string.Join(
                        '\n',
                        row.Where(cell => cell.Key is not ("odata.etag" or "Timestamp"))
                            .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                            .Select(cell => $"{cell.Key}={cell.Value}")
                    )
                );
            }
        }

        BlobServiceClient blobs = world.Service<BlobServiceClient>();
        await foreach (BlobContainerItem container in blobs.GetBlobContainersAsync())
        {
            await foreach (BlobItem blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                stored[$"{container.Name}/{blob.Name}"] = $"{blob.Properties.ETag}";
            }
        }

        stored["mails"] = $"{world.Platform.Mail.Newest}";
        return stored;
    }

    /// <returns>What is new, gone or different.</returns>
    public static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key))
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsOfARefusal(TableEntity row) =>
        row.RowKey.StartsWith(DeniedAccess.Prefix, StringComparison.Ordinal)
        || row.RowKey == AuditRows.Head
        || (
            row.RowKey.StartsWith(AuditRows.Prefix, StringComparison.Ordinal)
            && row.GetString("Json").Contains($"\"{AuditKind.AccessDenied}\"", StringComparison.Ordinal)
        );

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
