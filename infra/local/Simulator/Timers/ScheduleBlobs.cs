using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace FunctionsSimulator.Timers;

/// <summary>A blob per timer function, beside the application's own data and with its fate, as on the genuine host.</summary>
/// <param name="hub">Tells applications on one storage apart; the genuine host takes the host id.</param>
internal sealed class ScheduleBlobs(BlobServiceClient blobs, string hub) : IScheduleMemory
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("azure-webjobs-hosts");

    public async Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancellation)
    {
        try
        {
            var content = await Blob(function).DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancellation)
    {
        var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(status));
        try
        {
            await Blob(function).UploadAsync(content, overwrite: true, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await Blob(function).UploadAsync(content, overwrite: true, cancellation);
        }
    }

    private BlobClient Blob(string function) => container.GetBlobClient($"timers/{hub}/Host.Functions.{function}/status");
}
