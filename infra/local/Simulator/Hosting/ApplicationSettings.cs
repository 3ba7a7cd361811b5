using FunctionsSimulator.SignIn;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator.Hosting;

/// <summary>What the application is configured with.</summary>
internal static class ApplicationSettings
{
    /// <summary>The environment, and what was given over it.</summary>
    public static IConfiguration Given(PlatformOptions options) =>
        new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(options.Settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();

    /// <summary>What was given, and what the platform and its extensions suppose where nothing was.</summary>
    public static IReadOnlyDictionary<string, string> ForTheWorker(PlatformContext platform)
    {
        var all = platform
            .Options.Settings.Where(setting => !setting.Key.StartsWith(PlatformOptions.Section + ":", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        if (platform.Storage is { } storage)
        {
            all["AzureWebJobsStorage"] = storage; // as it is reached through the proxy
        }

        Suppose(SignInStandIn.Enabled, "True");
        Suppose("Logging:LogLevel:Default", platform.Options.Quiet ? "Warning" : "Information");
        foreach ((string name, string value) in platform.Options.Extensions.SelectMany(extension => extension.Settings(platform)))
        {
            Suppose(name, value);
        }

        return all;

        void Suppose(string name, string value)
        {
            if (platform.Configuration[name] is null)
            {
                all.TryAdd(name, value);
            }
        }
    }
}
