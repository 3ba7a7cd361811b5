using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Verification;

/// <summary>Registers the verification of storage against the audit chains.</summary>
internal static class VerificationRegistration
{
    public static IServiceCollection AddVerification(this IServiceCollection services) =>
        services
            .AddSingleton<RowsTakingUp>()
            .AddSingleton<StreamVerification>()
            .AddSingleton<AuditHeadArchive>()
            .AddSingleton<IStorageCache>(all => all.GetRequiredService<AuditHeadArchive>())
            .Keeps(
                PlaceKind.Container,
                AuditHeadArchive.Container,
                "The ends of all audit chains, a file a day, each with the SHA-256 of the one before."
            );
}
