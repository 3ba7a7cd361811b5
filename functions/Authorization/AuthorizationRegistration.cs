using ACip.Functions.Authorization.Limits;
using ACip.Functions.Authorization.Routes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Functions.Authorization;

/// <summary>Registers sign-in and authorization policies.</summary>
internal static class AuthorizationRegistration
{
    public static IServiceCollection AddAuthorizationPolicies(this IServiceCollection services)
    {
        services
            .AddOptions<SignInOptions>()
            .Configure<IConfiguration>(
                (signIn, configuration) =>
                    signIn.Enabled = string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase)
            );
        return services
            .AddSingleton<SignedInPerson>()
            .AddSingleton<AccessDenials>()
            .AddSingleton(_ => new RateLimits())
            .AddSingleton<PlanAuthorization>()
            .AddSingleton<PlanReadAuthorization>()
            .AddSingleton<ReportAuthorization>()
            .AddSingleton<ReportFormAuthorization>();
    }
}
