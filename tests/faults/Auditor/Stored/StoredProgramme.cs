using System.Globalization;
using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Faults.Auditor.Stored;

/// <summary>Everything that is kept: the table of facts, and the blobs of all containers.</summary>
internal sealed class StoredProgramme
{
    private const string Table = "Programme";

    private readonly Dictionary<string, StoredStream> streams;
    private readonly Dictionary<string, SortedSet<string>> containers;
    private readonly BlobServiceClient blobs;
    private readonly ILookup<string, JsonObject> notes;

    private StoredProgramme(IEnumerable<StoredRow> rows, Dictionary<string, SortedSet<string>> containers, BlobServiceClient blobs)
    {
        streams = rows.GroupBy(row => row.Stream)
            .ToDictionary(rows => rows.Key, rows => new StoredStream(rows.Key, rows), StringComparer.Ordinal);
        this.containers = containers;
        this.blobs = blobs;
        notes = streams
            .Values.SelectMany(stream => stream.List("received|"))
            .SelectMany(row => row.Fact.Texts("repeats").Append(row.Fact.Text("blob") ?? "").Select(blob => (blob, row.Fact)))
            .ToLookup(one => one.blob, one => one.Fact, StringComparer.Ordinal);
        Now = streams.Values.SelectMany(stream => stream.Events).Select(link => link.At).DefaultIfEmpty().Max();
    }

    public IEnumerable<StoredStream> Streams => streams.Values.OrderBy(stream => stream.Name, StringComparer.Ordinal);

    /// <summary>Partitions of plans.</summary>
    public IEnumerable<StoredStream> Plans => Streams.Where(stream => stream.Fact("plan") is not null);

    /// <summary>Of the newest event.</summary>
    public DateTimeOffset Now { get; }

    public StoredStream Stream(string name) => streams.GetValueOrDefault(name) ?? new StoredStream(name, []);

    public string Summary =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{streams.Count} streams, {streams.Values.Sum(one => one.Facts.Count())} rows, {streams.Values.Sum(one => one.Events.Count)} events, {containers.Values.Sum(names => names.Count)} blobs"
        );

    /// <summary>Notes of what became of a received mail.</summary>
    public IEnumerable<JsonObject> NotesOf(string blob) => notes[blob];

    /// <summary>Names in a container; empty where there is no such container.</summary>
    public IReadOnlySet<string> Blobs(string container) => containers.GetValueOrDefault(container) ?? [];

    /// <returns>Null where there is none.</returns>
    public byte[]? Blob(string container, string name) =>
        Blobs(container).Contains(name)
            ? blobs.GetBlobContainerClient(container).GetBlobClient(name).DownloadContent().Value.Content.ToArray()
            : null;

    /// <summary>Whether a blob may be missing: over by its time, as the inbox's chain says, or gone with somebody who was erased.</summary>
    public bool IsExcused(string container, string name, DateTimeOffset since) =>
        Stream("inbox").Find($"erased|{container}~{name}") is not null
        || Stream("inbox")
            .EventsOf("RetentionApplied")
            .Any(link =>
                link.Subject == container
                && DateTimeOffset.TryParse(link.Reason, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
                && since < day
            );

    public static async Task<StoredProgramme> ReadAsync(string connection)
    {
        var rows = new List<StoredRow>();
        await foreach (TableEntity entity in new TableServiceClient(connection).GetTableClient(Table).QueryAsync<TableEntity>())
        {
            rows.Add(new StoredRow(entity));
        }

        var blobs = new BlobServiceClient(connection);
        var containers = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            SortedSet<string> names = containers[container.Name] = new(StringComparer.Ordinal);
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                names.Add(blob.Name);
            }
        }

        return new StoredProgramme(rows, containers, blobs);
    }
}
