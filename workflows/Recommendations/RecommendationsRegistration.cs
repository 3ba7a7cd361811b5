using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Obligations;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Recommendations;

/// <summary>Registers recommendations of visits and audits.</summary>
internal static class RecommendationsRegistration
{
    public static IServiceCollection AddRecommendations(this IServiceCollection services) =>
        services
            .AddSingleton<RecommendationService>()
            .AddSingleton<RecommendationFiles>()
            .AddSingleton<RecommendationMails>()
            .AddSingleton<IBlobClaims>(all => all.GetRequiredService<RecommendationFiles>())
            .AddSingleton<IExpectedWork>(all => all.GetRequiredService<RecommendationService>())
            .AddSingleton<IAuditedStreams>(all => all.GetRequiredService<RecommendationService>())
            .AddSingleton<ITaskPlaces>(all => all.GetRequiredService<RecommendationService>())
            .AddSingleton<ITaskKind, FollowRecommendationTask>()
            .AddSingleton<ITaskKind, FollowRecommendationOfSecretariatTask>()
            .Keeps(
                PlaceKind.Container,
                RecommendationFiles.ContainerName,
                "Evidence that recommendations were followed, under its SHA-256."
            );
}

/// <summary>Evidence that recommendations were carried out: files from their owners, and files with which officers closed them.</summary>
public sealed class RecommendationFiles(BlobServiceClient blobs)
    : FiledDocuments(blobs, ContainerName, AuditKind.RecommendationClosed, AuditKind.RecommendationFileKept),
        IAnswerFiles
{
    internal const string ContainerName = "recommendations";

    async Task IAnswerFiles.StoreAsync(IReadOnlyList<AnswerFile> files, CancellationToken cancellation)
    {
        foreach (AnswerFile file in files)
        {
            await KeepAsync(file.Content.ToArray(), cancellation);
        }
    }
}
