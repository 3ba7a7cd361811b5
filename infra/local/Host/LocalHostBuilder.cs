using System.Net;
using System.Reflection;
using ACip.Local.Clock;
using ACip.Local.Host.Durable;
using ACip.Local.Host.Functions;
using ACip.Local.Host.Http;
using ACip.Local.Host.SignIn;
using ACip.Local.Host.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Host;

/// <summary>What stands behind <c>FunctionsApplication.CreateBuilder</c>: a web application that is the whole platform.</summary>
public sealed class LocalHostBuilder
{
    /// <summary>Key in <see cref="IHostApplicationBuilder.Properties"/>: Program.cs called ConfigureFunctionsWebApplication.</summary>
    public const string WebApplicationAskedFor = "ACip.Local.WebApplication";

    /// <summary>Key in a FunctionContext's Items, the same as the genuine one.</summary>
    public const string HttpContextItem = "HttpRequestContext";

    private readonly WebApplicationBuilder web;
    private readonly Assembly application;
    private readonly LocalSettings settings;
    private readonly PlatformResources resources;

    private LocalHostBuilder(WebApplicationBuilder web, Assembly application, LocalSettings settings, PlatformResources resources)
    {
        this.web = web;
        this.application = application;
        this.settings = settings;
        this.resources = resources;
    }

    public IHostApplicationBuilder Application => web;

    /// <summary>Takes port, data folder and storage, and sets the configuration that derives from them.</summary>
    /// <exception cref="LocalPlatformException">One of them cannot be had. Where the application is the process's own, it is told on the console and the process ends with 1.</exception>
    public static LocalHostBuilder Create(string[] args, Assembly application) => Told(application, () =>
    {
        if (Environment.GetEnvironmentVariable("WEBSITE_INSTANCE_ID") is { Length: > 0 })
        {
            throw new LocalPlatformException("This is App Service (WEBSITE_INSTANCE_ID is set), and this build is the local platform, which must not be deployed. Publish with -p:Hosting=Azure.");
        }

        WebApplicationBuilder web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = application.GetName().Name,
            ContentRootPath = Folder(application),
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development,
        });
        LocalSettings settings = LocalSettings.Read(web.Configuration);
        PlatformResources resources = PlatformResources.Take(settings, web.Configuration);
        try
        {
            PlatformDefaults.Apply(web, settings, resources);
            PlatformServices.Add(web, settings, resources, HostJson.Read(settings, Folder(application)));
            return new LocalHostBuilder(web, application, settings, resources);
        }
        catch
        {
            resources.Dispose();
            throw;
        }
    });

    /// <exception cref="LocalPlatformException">A function cannot run; the message names it and says why.</exception>
    public IHost Build() => Told(application, () =>
    {
        try
        {
            FunctionCatalogue catalogue = FunctionCatalogue.Of(settings.FunctionsAssemblies.Count == 0 ? [application] : settings.FunctionsAssemblies.Select(Assembly.Load));
            if (catalogue.Functions.FirstOrDefault(f => f.Trigger is HttpTriggerAttribute) is { } http && !Application.Properties.ContainsKey(WebApplicationAskedFor))
            {
                throw new LocalPlatformException($"{http.Name} takes HTTP requests: call ConfigureFunctionsWebApplication() in Program.cs.");
            }

            if (catalogue.Functions.Any(f => f.Trigger is HttpTriggerAttribute && typeof(IActionResult).IsAssignableFrom(FunctionInvoker.ResultOf(f.Method))))
            {
                web.Services.AddMvcCore();
            }

            LocalPlatform.ApplyCustomisations(web);
            web.Services.AddSingleton(catalogue);
            web.Services.AddHostedService<PlatformService>(); // after the application's own, before the server
            WebApplication app = web.Build();
            PlatformServices.Map(app, catalogue);
            return app;
        }
        catch
        {
            resources.Dispose();
            throw;
        }
    });

    private static string Folder(Assembly application) =>
        Path.GetDirectoryName(application.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;

    /// <summary>Somebody who ran the application from a shell wants the sentence, not the stack.</summary>
    private static T Told<T>(Assembly application, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (LocalPlatformException e) when (application == Assembly.GetEntryAssembly())
        {
            Console.Error.WriteLine(e.Message);
            Environment.Exit(1);
            throw;
        }
    }
}
