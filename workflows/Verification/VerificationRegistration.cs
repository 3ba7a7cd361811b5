using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Verification;

/// <summary>What is stored, held against the audit chains.</summary>
internal static class VerificationRegistration
{
    public static IServiceCollection AddVerification(this IServiceCollection services) =>
        services.AddSingleton<RowsTakingUp>().AddSingleton<StreamVerification>().AddSingleton<AuditHeadArchive>();
}
