using System.Net;
using FunctionsSimulator.Http;
using FunctionsSimulator.Operators;
using FunctionsSimulator.Pages;
using FunctionsSimulator.SignIn;
using FunctionsSimulator.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Hosting;

/// <summary>The platform's public web server: the application's functions, what operators ask, sign-in, the platform's own pages, and what
/// extensions add.</summary>
internal static class Front
{
    /// <summary>Built when the worker has announced its functions; it listens when it is started.</summary>
    /// <exception cref="PlatformException">A function cannot be put on it; the message names it and says why.</exception>
    public static WebApplication Build(
        PlatformContext context,
        PlatformResources resources,
        ILoggerFactory logging,
        Action<IServiceCollection> parts
    )
    {
        PlatformOptions options = context.Options;
        WebApplicationBuilder web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        web.Configuration.AddConfiguration(context.Configuration);
        web.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MaxRequestBodySize = null; // the application's own limit counts
                kestrel.Listen(IPAddress.Loopback, resources.Addresses.Port);
            });

        IServiceCollection services = web.Services;
        services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = _ => resources.Port.Socket);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownGrace);
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.AddSingleton(logging);
        services.AddRouting();
        services.AddHttpForwarder();
        // any other Host means DNS rebinding: a web page whose own name resolves to this machine
        services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1"]);
        Add(services, context, resources);
        parts(services);
        foreach (IPlatformExtension extension in options.Extensions)
        {
            services.AddSingleton(extension);
            extension.AddServices(services, context);
        }

        options.FrontServices?.Invoke(services);
        WebApplication app = web.Build();
        Map(app, options);
        return app;
    }

    private static void Add(IServiceCollection services, PlatformContext context, PlatformResources resources)
    {
        services.AddSingleton(context);
        services.AddSingleton(context.Options);
        services.AddSingleton(resources.Folder);
        services.AddSingleton(resources.Addresses);
        services.AddSingleton(resources.Clock);
        services.AddSingleton<TimeProvider>(resources.Clock);
        services.AddSingleton(resources.Busy);
        services.AddSingleton(resources.Reading);
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<TimerSurroundings>();
        services.AddSingleton<TimerFunctions>();
        services.AddSingleton<HttpInvoker>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<AdminRoutes>();
        services.AddSingleton<ISignInPeople, ApplicationPeople>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SignInStandIn>();
        services.AddSingleton<SignInRoutes>();
        services.AddSingleton<ClockRoutes>();
        services.AddSingleton<IndexRoutes>();
        services.AddSingleton<HistoryRoutes>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, MethodPolicy>());
    }

    private static void Map(WebApplication app, PlatformOptions options)
    {
        IServiceProvider services = app.Services;
        services.GetRequiredService<TimerFunctions>().Add();
        app.UseHostFiltering();
        app.Use(SameSite.GuardAsync);
        app.Use(services.GetRequiredService<SignInStandIn>().ApplyAsync);
        app.UseRouting();
        services.GetRequiredService<HttpFunctions>().Map(app);
        services.GetRequiredService<AdminRoutes>().Map(app);
        services.GetService<ManagementRoutes>()?.Map(app);
        services.GetRequiredService<SignInRoutes>().Map(app);
        services.GetRequiredService<ClockRoutes>().Map(app);
        services.GetRequiredService<IndexRoutes>().Map(app);
        services.GetRequiredService<HistoryRoutes>().Map(app);
        foreach (IPlatformExtension extension in options.Extensions)
        {
            extension.Map(app);
        }
    }
}
