using System.Globalization;
using ACip.Local.Clock;
using ACip.Local.Durable;
using ACip.Local.Host.Durable;
using ACip.Local.Host.Functions;
using ACip.Local.Host.Http;
using ACip.Local.Host.Mail;
using ACip.Local.Host.Operators;
using ACip.Local.Host.Pages;
using ACip.Local.Host.SignIn;
using ACip.Local.Host.Storage;
using ACip.Local.Host.Timers;
using ACip.Local.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Host;

/// <summary>Puts the parts of the platform together.</summary>
internal static class PlatformServices
{
    public static void Add(WebApplicationBuilder web, LocalSettings settings, PlatformResources resources, HostJson hostJson)
    {
        IServiceCollection services = web.Services;
        services.AddSingleton(_ => resources); // made by nobody else, but disposed with the rest
        services.AddSingleton(settings);
        services.AddSingleton(hostJson);
        services.AddSingleton(resources.Folder);
        services.AddSingleton(resources.Addresses);
        services.AddSingleton(resources.Clock);
        services.AddSingleton<TimeProvider>(resources.Clock);
        services.AddSingleton(resources.Busy);
        MailWiring.Add(web, settings, resources);
        services.AddSingleton<ClockReading>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton(Engine(web.Configuration));
        services.AddSingleton(all => new DurableHost(hostJson, resources.Addresses.Storage, settings.Faults is not null, resources.Clock, resources.Busy, all.GetRequiredService<DurableOptions>(), all.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<IScheduleMemory>(resources.Addresses.Storage is { } storage ? new ScheduleBlobs(storage, hostJson.HubName) : new NoScheduleMemory());
        services.AddSingleton<TimerSurroundings>();
        services.AddSingleton<TimerFunctions>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<ManagementLinks>();
        services.AddSingleton<ManagementRoutes>();
        services.AddSingleton<AdminRoutes>();
        services.AddSingleton<ISignInPeople, ApplicationPeople>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SignInStandIn>();
        services.AddSingleton<SignInRoutes>();
        services.AddSingleton<ClockRoutes>();
        services.AddSingleton<IndexRoutes>();
        services.AddSingleton<HistoryRoutes>();
        services.AddSingleton(all => new LocalPlatform(resources.Clock, resources.Busy, resources.Addresses, all.GetRequiredService<FunctionKeys>(), all.GetRequiredService<ClockReading>(), all));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, MethodPolicy>());
    }

    public static void Map(WebApplication app, FunctionCatalogue catalogue)
    {
        IServiceProvider services = app.Services;
        services.GetRequiredService<PlatformResources>(); // first to be made is last to be disposed of
        services.GetRequiredService<DurableHost>().Serve(catalogue, services);
        services.GetRequiredService<TimerFunctions>().Add(catalogue);

        app.Use(SameSite.GuardAsync);
        app.Use(services.GetRequiredService<SignInStandIn>().ApplyAsync);
        services.GetRequiredService<HttpFunctions>().Map(app, catalogue);
        services.GetRequiredService<ManagementRoutes>().Map(app, catalogue);
        services.GetRequiredService<AdminRoutes>().Map(app, catalogue);
        services.GetRequiredService<SignInRoutes>().Map(app);
        app.MapLocalMail();
        services.GetRequiredService<ClockRoutes>().Map(app);
        services.GetRequiredService<IndexRoutes>().Map(app, catalogue);
        services.GetRequiredService<HistoryRoutes>().Map(app);
    }

    /// <summary>Section <c>Local:Durable</c>: modes of the engine for tests.</summary>
    private static DurableOptions Engine(ConfigurationManager configuration)
    {
        IConfigurationSection section = configuration.GetSection(LocalSettings.Section + ":Durable");
        return new DurableOptions
        {
            ReplayFromScratch = bool.TryParse(section["ReplayFromScratch"], out bool scratch) && scratch,
            HostileSeed = int.TryParse(section["HostileSeed"], CultureInfo.InvariantCulture, out int seed) ? seed : null,
            Record = section["Record"] is { Length: > 0 } folder ? new HistoryFolder(Path.GetFullPath(folder)) : null,
        };
    }
}
