using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Dossiers;

/// <summary>Registers dossiers for auditors without an account.</summary>
internal static class DossiersRegistration
{
    public static IServiceCollection AddDossiers(this IServiceCollection services) =>
        services.AddSingleton<DossierService>().AddSingleton<DossierQuery>().AddSingleton<DossierFiles>().AddSingleton<DossierReplies>();
}
