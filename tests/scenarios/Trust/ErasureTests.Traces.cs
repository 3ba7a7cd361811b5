using System.IO.Compression;
using System.Net;
using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Tests.Scenarios.Trust;

public sealed partial class ErasureTests
{
    private async Task<IReadOnlyList<AuditEvent>> EventsAsync() =>
        [
            .. await AuditRows.ReadAsync(World.Table, StreamId.Programme, CancellationToken.None),
            .. await AuditRows.ReadAsync(World.Table, StreamId.Of(new PlanId("af-2026")), CancellationToken.None),
        ];

    private async Task<string> SaltAsync() =>
        (
            await World
                .Service<TableServiceClient>()
                .GetTableClient(ProgrammeTable.Name)
                .GetEntityAsync<TableEntity>("programme", ProgrammeRows.Key(new PersonId(Leaver)))
        ).Value.GetString(RowSalt.Property)!;

    /// <summary>Counters of today's mails that stand under a keyed hash of the sender.</summary>
    private async Task<IReadOnlyList<string>> LimitsOfAsync(Person person)
    {
        string hash = ACip.Workflows.Messaging.Tokens.KeyedHash.Hex(
            Encoding.UTF8.GetBytes(
                World.Service<Microsoft.Extensions.Options.IOptions<ACip.Workflows.Messaging.MailOptions>>().Value.TokenSecret
            ),
            "acip sender 1",
            person.Email.ToLowerInvariant()
        )[..24];
        return await FindAsync(hash);
    }

    /// <summary>Every table and every blob of the account, the workflows' own included, with what is packed or encoded.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var found = new List<string>();
        TableServiceClient tables = World.Service<TableServiceClient>();
        await foreach (TableItem table in tables.QueryAsync())
        {
            await foreach (TableEntity row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                if (
                    row.Any(cell =>
                        Has(
                            cell.Value switch
                            {
                                byte[] bytes => Readable(bytes),
                                BinaryData data => Readable(data.ToArray()),
                                var other => $"{other}",
                            },
                            text
                        )
                    )
                )
                {
                    found.Add($"{table.Name} {row.PartitionKey} {row.RowKey}");
                }
            }
        }

        BlobServiceClient blobs = World.Service<BlobServiceClient>();
        await foreach (BlobContainerItem container in blobs.GetBlobContainersAsync())
        {
            await foreach (BlobItem blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                byte[] bytes = (
                    await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync()
                ).Value.Content.ToArray();
                if (Has(Readable(bytes), text))
                {
                    found.Add($"{container.Name}/{blob.Name}");
                }
            }
        }

        return found;
    }

    private static bool Has(string where, string text) =>
        where.Contains(text, StringComparison.OrdinalIgnoreCase)
        || where.Contains(WebUtility.HtmlEncode(text), StringComparison.OrdinalIgnoreCase)
        || where.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    private static string Readable(byte[] bytes)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(bytes));
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (ZipArchiveEntry part in zip.Entries)
            {
                using var reader = new StreamReader(part.Open());
                text.Append(reader.ReadToEnd());
            }
        }
        else if (bytes is [0x1f, 0x8b, ..])
        {
            using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
