using System.Buffers;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Portability;

/// <summary>Exports the whole programme: an inventory, and rows and blobs as they are. At most one stream is in memory at a
/// time.</summary>
public sealed class ProgrammeExport(
    IEnumerable<PortablePlace> places,
    TableServiceClient tables,
    BlobServiceClient blobs,
    TimeProvider clock
)
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    public PortableProgramme Describe() =>
        new(
            PortableFormat.Name,
            PortableFormat.Version,
            typeof(ProgrammeExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            clock.GetUtcNow(),
            [.. places.Where(one => one.LeftOut is null).Select(one => new PortablePart(one.Kind, one.Name, one.What))],
            [
                .. places
                    .Where(one => one.LeftOut is not null)
                    .Select(one => new PortableOmission(one.Kind, one.Name, one.What, one.LeftOut!)),
            ]
        );

    public bool Has(PlaceKind kind, string name) => places.Any(one => one.Kind == kind && one.Name == name && one.LeftOut is null);

    /// <summary>Writes a part of a table's rows, one per line, and a line that says where to continue.</summary>
    public async Task WriteRowsAsync(string table, string after, Stream output, CancellationToken cancellation)
    {
        var part = new TableExport(tables.GetTableClient(table), table == ProgrammeTable.Name ? RowsLeftOut() : []);
        var line = new ArrayBufferWriter<byte>();
        await foreach (TableEntity row in part.RowsAsync(after, cancellation))
        {
            line.ResetWrittenCount();
            PortableRow.Write(row, line);
            line.Write(LineEnd);
            await output.WriteAsync(line.WrittenMemory, cancellation);
        }

        await WriteLineAsync(new PortableEnd(true, part.Next), output, cancellation);
    }

    /// <summary>Writes the list of a container's blobs in name order, one per line, and a closing line.</summary>
    public async Task WriteListAsync(string container, Stream output, CancellationToken cancellation)
    {
        await foreach (PortableBlob blob in ListAsync(container, cancellation))
        {
            await WriteLineAsync(blob, output, cancellation);
        }

        await WriteLineAsync(new PortableEnd(true, null), output, cancellation);
    }

    /// <returns>Null where there is no such blob.</returns>
    public async Task<Stream?> OpenAsync(string container, string name, CancellationToken cancellation)
    {
        try
        {
            return await blobs.GetBlobContainerClient(container).GetBlobClient(name).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status is 404 or 400)
        {
            return null;
        }
    }

    internal IReadOnlyList<string> RowsLeftOut() =>
        [.. places.Where(one => one is { Kind: PlaceKind.Rows, LeftOut: not null }).Select(one => one.Name)];

    private async IAsyncEnumerable<PortableBlob> ListAsync(string container, [EnumeratorCancellation] CancellationToken cancellation)
    {
        BlobContainerClient all = blobs.GetBlobContainerClient(container);
        if (!await all.ExistsAsync(cancellation))
        {
            yield break; // nothing of the kind was written yet
        }

        await foreach (BlobItem blob in all.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            yield return new PortableBlob(
                blob.Name,
                blob.Properties.ContentLength ?? 0,
                blob.Properties.ContentType,
                blob.Properties.ContentHash is { Length: > 0 } md5 ? Convert.ToBase64String(md5) : null,
                new SortedDictionary<string, string>(blob.Metadata, StringComparer.Ordinal)
            );
        }
    }

    private static async Task WriteLineAsync<T>(T value, Stream output, CancellationToken cancellation)
    {
        await JsonSerializer.SerializeAsync(output, value, Json.Stored, cancellation);
        await output.WriteAsync(LineEnd, cancellation);
    }
}
