using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Messaging.Received;

/// <summary>Stores received POSTs byte for byte, named by their hash, with the time of first arrival. A repeat finds the existing
/// blob.</summary>
public sealed class ReceivedMailStore(BlobServiceClient blobs, TimeProvider clock) : IStorageStep
{
    internal const string Container = "received-mail";

    private const string At = "arrivedat",
        Order = "arrivedorder";

    /// <summary>A mail is usually read right after it was stored. It is named by its content, so a cached one is always right.</summary>
    private const int MostRecent = 50,
        LargestRecent = 1 << 20;

    private const int Beginning = 64 << 10;

    private readonly ConcurrentDictionary<string, ReceivedPost> recent = new(StringComparer.Ordinal);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public async Task CreateAsync(CancellationToken cancellation) =>
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    Task IStorageStep.PrepareAsync(CancellationToken cancellation) => CreateAsync(cancellation);

    /// <returns>The key: lower-case hex, 40 characters. Once this returns, the mail is kept.</returns>
    public async Task<string> KeepAsync(byte[] body, string contentType, CancellationToken cancellation)
    {
        var arrived = Arrival.Now(clock);
        string key = Convert.ToHexStringLower(SHA256.HashData(body))[..40];
        var came = new Dictionary<string, string>
        {
            [At] = arrived.At.ToString("O", CultureInfo.InvariantCulture),
            [Order] = arrived.Order.ToString(CultureInfo.InvariantCulture),
        };
        if (!await container.GetBlobClient(key).WriteOnceAsync(new BinaryData(body), contentType, cancellation, came))
        {
            // the very same bytes are kept already, and came when they came first
            return key;
        }

        if (recent.Count >= MostRecent)
        {
            recent.Clear();
        }

        if (body.Length <= LargestRecent)
        {
            recent[key] = new ReceivedPost(body, contentType, arrived);
        }

        return key;
    }

    /// <returns>Null where the POST is no message, or is gone by its retention time.</returns>
    public async Task<ReceivedMessage?> FindMessageAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return (await ReadAsync(key, cancellation)).Read();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>For lists: who wrote and about what, without the files that came along, which may be of 40 MB.</summary>
    /// <returns>Null where the POST is no message, or is gone by its retention time.</returns>
    public async Task<InboundMessage?> FindHeadAsync(string key, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult first = await container
                .GetBlobClient(key)
                .DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(0, Beginning) }, cancellation);
            ReadOnlyMemory<byte> bytes = first.Content.ToMemory();
            string type = first.Details.ContentType;
            return bytes.Length < Beginning
                ? InboundParsePost.Read(bytes, type) is InboundReading.Message { Value: var whole }
                    ? whole
                    : null
                : InboundParsePost.ReadBeginning(bytes, type) is { } head
                    ? head
                    : (await FindMessageAsync(key, cancellation))?.Message;
        }
        catch (RequestFailedException none) when (none.Status is 404 or 416) // gone, or without a byte
        {
            return null;
        }
    }

    public async Task<ReceivedPost> ReadAsync(string key, CancellationToken cancellation)
    {
        if (recent.TryRemove(key, out ReceivedPost? kept))
        {
            return kept;
        }

        BlobDownloadResult blob = (await container.GetBlobClient(key).DownloadContentAsync(cancellation)).Value;
        return new ReceivedPost(blob.Content.ToArray(), blob.Details.ContentType, ArrivalOf(blob.Details));
    }

    private static Arrival ArrivalOf(BlobDownloadDetails kept) =>
        kept.Metadata.TryGetValue(At, out string? at)
        && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset arrived)
        && kept.Metadata.TryGetValue(Order, out string? order)
        && long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            ? new Arrival(arrived, ticks)
            : kept.CreatedOn;
}

/// <param name="HandedOver">When it was posted to us first.</param>
public sealed record ReceivedPost(byte[] Body, string ContentType, Arrival HandedOver)
{
    /// <returns>Null where it is no message.</returns>
    public ReceivedMessage? Read() =>
        InboundParsePost.Read(Body, ContentType) is InboundReading.Message { Value: var message }
            ? new ReceivedMessage(message, MailArrival.Of(message.Headers, HandedOver))
            : null;
}

/// <param name="Arrived">Decides which of two answers stands.</param>
public sealed record ReceivedMessage(InboundMessage Message, Arrival Arrived);
