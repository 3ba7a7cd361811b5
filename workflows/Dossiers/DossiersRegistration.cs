using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Dossiers;

/// <summary>What an auditor without an account is handed.</summary>
internal static class DossiersRegistration
{
    public static IServiceCollection AddDossiers(this IServiceCollection services) =>
        services.AddSingleton<DossierService>().AddSingleton<DossierQuery>().AddSingleton<DossierReplies>();
}
