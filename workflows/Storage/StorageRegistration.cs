using ACip.Workflows.Configuration;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Storage;

/// <summary>Registers the table, the blob containers, and the steps that capabilities take before the first request.</summary>
internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services
            .AddOptions<ProgrammeStorageOptions>()
            .Configure<IConfiguration>(
                (storage, configuration) =>
                {
                    storage.HostConnectionString = configuration["AzureWebJobsStorage"];
                    storage.HostBlobServiceUri = configuration["AzureWebJobsStorage:blobServiceUri"];
                }
            );
        return services
            .AddValidated<ProgrammeStorageOptions, ProgrammeStorageRules>(ProgrammeStorageOptions.Section)
            .AddSingleton(all => Tables(all.GetRequiredService<IOptions<ProgrammeStorageOptions>>().Value))
            .AddSingleton(all => Blobs(all.GetRequiredService<IOptions<ProgrammeStorageOptions>>().Value))
            .AddSingleton(all => Host(all.GetRequiredService<IOptions<ProgrammeStorageOptions>>().Value))
            .AddSingleton<ProgrammeTable>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<ProgrammeTable>())
            .AddSingleton<IStorageCache>(all => all.GetRequiredService<ProgrammeTable>())
            .AddSingleton<ImportMarks>()
            .Keeps(
                PlaceKind.Table,
                ProgrammeTable.Name,
                "Every fact, a partition a stream: plans, reports, people, tasks, mails, and the chain of audit events that holds them."
            )
            .Keeps(PlaceKind.Table, WriterMarks.Table, "When each worker wrote last.", leftOut: "It is about the workers of this platform.")
            .Keeps(
                PlaceKind.Rows,
                ImportMark.RowKey,
                "That an import is under way, or was done.",
                leftOut: "It is about the platform, not about the programme."
            )
            .AddSingleton<StorageSetUp>()
            .AddHostedService(all => all.GetRequiredService<StorageSetUp>());
    }

    private static TableServiceClient Tables(ProgrammeStorageOptions storage) =>
        storage.TableServiceUri.Length > 0
            ? new TableServiceClient(new Uri(storage.TableServiceUri), Identity(storage))
            : new TableServiceClient(storage.HostConnectionString);

    private static BlobServiceClient Blobs(ProgrammeStorageOptions storage) =>
        storage.BlobServiceUri.Length > 0
            ? new BlobServiceClient(new Uri(storage.BlobServiceUri), Identity(storage))
            : new BlobServiceClient(storage.HostConnectionString);

    private static HostBlobs Host(ProgrammeStorageOptions storage) =>
        new(
            storage.HostBlobServiceUri is { Length: > 0 } address
                ? new BlobServiceClient(new Uri(address), Identity(storage))
                : new BlobServiceClient(storage.HostConnectionString)
        );

    private static DefaultAzureCredential Identity(ProgrammeStorageOptions storage) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = storage.ClientId });
}
