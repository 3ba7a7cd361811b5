using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Configuration;

/// <summary>Binds settings in one place and checks them once, before the first request: a wrong one is reported with its remedy instead of
/// being discovered months later.</summary>
internal static class ValidatedOptions
{
    public static IServiceCollection AddValidated<TOptions, TRules>(this IServiceCollection services, string section)
        where TOptions : class
        where TRules : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TRules>();
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        return services;
    }
}
