using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Configuration;

/// <summary>Settings are bound in one place and checked once, before anything is served: a wrong one is named with its remedy, and not met
/// months later.</summary>
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
