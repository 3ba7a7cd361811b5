using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>Changes, removes and adds rows and blobs past the program, and puts everything back.</summary>
internal sealed class StorageTampering(TableServiceClient tables, BlobServiceClient blobs)
{
    public TableClient Rows { get; } = tables.GetTableClient(ProgrammeTable.Name);

    /// <summary>One row a kind.</summary>
    public async Task<IReadOnlyDictionary<string, TableEntity>> SamplesAsync()
    {
        var samples = new SortedDictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (TableEntity row in Rows.QueryAsync<TableEntity>())
        {
            if (!OutsideChainAttribute.Holds(row.RowKey))
            {
                samples.TryAdd(row.RowKey.Split('|')[0], row);
            }
        }

        return samples;
    }

    /// <param name="how">changed, removed or added.</param>
    public async Task<Tampered> TamperAsync(TableEntity row, string how)
    {
        string where = $"{row.PartitionKey}/{row.RowKey}";
        switch (how)
        {
            case "changed":
                await Rows.UpdateEntityAsync(
                    new TableEntity(row) { ["Json"] = ChangeOneValue(row.GetString("Json")) },
                    ETag.All,
                    TableUpdateMode.Replace
                );
                return new Tampered(FindingKind.RowChanged, where, () => Rows.UpsertEntityAsync(row, TableUpdateMode.Replace));
            case "removed":
                await Rows.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
                return new Tampered(FindingKind.RowMissing, where, () => Rows.UpsertEntityAsync(row, TableUpdateMode.Replace));
            default:
                string forged = row.RowKey + "-forged";
                await Rows.AddEntityAsync(new TableEntity(row) { RowKey = forged });
                return new Tampered(
                    FindingKind.RowUnexplained,
                    where + "-forged",
                    () => Rows.DeleteEntityAsync(row.PartitionKey, forged, ETag.All)
                );
        }
    }

    /// <param name="apartFrom">A row that is tampered with at the same time: who takes away both the mail and its note is found out by the
    /// note alone.</param>
    public async Task<Tampered> TamperWithBlobAsync(string container, string how, TableEntity? apartFrom = null)
    {
        BlobContainerClient all = blobs.GetBlobContainerClient(container);
        BlobItem first = await all.GetBlobsAsync()
            .FirstAsync(blob =>
                apartFrom?.Select(one => one.Value).OfType<string>().Any(text => text.Contains(blob.Name, StringComparison.Ordinal)) != true
            );
        BlobClient blob = all.GetBlobClient(first.Name);
        BlobDownloadResult was = (await blob.DownloadContentAsync()).Value;
        var upload = new BlobUploadOptions
        {
            Metadata = was.Details.Metadata,
            HttpHeaders = new BlobHttpHeaders { ContentType = was.Details.ContentType },
        };
        string where = $"{container}/{first.Name}";
        bool heads = container == "audit-heads";
        switch (how)
        {
            case "changed":
                await blob.UploadAsync(new BinaryData([.. was.Content.ToArray(), (byte)' ']), upload);
                // the archive of one day is named by the next one's hash of it
                return new Tampered(
                    heads ? FindingKind.HeadArchiveChanged : FindingKind.BlobChanged,
                    heads ? await AfterAsync(all, first.Name) : where,
                    () => blob.UploadAsync(was.Content, upload)
                );
            case "removed":
                await blob.DeleteAsync();
                return new Tampered(
                    heads ? FindingKind.HeadArchiveChanged : FindingKind.BlobMissing,
                    heads ? await AfterAsync(all, first.Name) : where,
                    () => blob.UploadAsync(was.Content, upload)
                );
            default:
                BlobClient added = all.GetBlobClient(first.Name + "-forged");
                await added.UploadAsync(was.Content);
                return new Tampered(
                    heads ? FindingKind.HeadArchiveChanged : FindingKind.BlobUnexplained,
                    where + "-forged",
                    () => added.DeleteAsync()
                );
        }
    }

    private static async Task<string> AfterAsync(BlobContainerClient container, string name) =>
        $"{container.Name}/{(await container.GetBlobsAsync().FirstAsync(blob => string.CompareOrdinal(blob.Name, name) > 0)).Name}";

    /// <summary>The first value becomes another of its kind; where there is none, one comes in.</summary>
    private static string ChangeOneValue(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        if (!Change(root))
        {
            root["forged"] = 1;
        }

        return root.ToJsonString(Workflows.Serialization.Json.Stored);
    }

    private static bool Change(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject some:
                return some.ToArray().Any(one => Change(one.Value));
            case JsonArray list:
                return list.ToArray().Any(Change);
            case JsonValue value:
                value.ReplaceWith(
                    value.GetValueKind() switch
                    {
                        JsonValueKind.String => JsonValue.Create(value.GetValue<string>() + "x"),
                        JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() + 1),
                        _ => JsonValue.Create(value.GetValueKind() == JsonValueKind.False),
                    }
                );
                return true;
            default:
                return false;
        }
    }
}

/// <summary>What has to be found, and where.</summary>
/// <param name="Back">Makes it as it was.</param>
internal sealed record Tampered(FindingKind Kind, string Where, Func<Task> Back);
