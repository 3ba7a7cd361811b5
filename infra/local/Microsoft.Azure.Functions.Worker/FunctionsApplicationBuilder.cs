using ACip.Local.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>What Program.cs configures. <see cref="Build"/> gives the whole platform in this process.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly LocalHostBuilder local;
    private readonly IHostApplicationBuilder web;

    internal FunctionsApplicationBuilder(LocalHostBuilder local)
    {
        this.local = local;
        web = local.Application;
    }

    public IDictionary<object, object> Properties => web.Properties;

    public ConfigurationManager Configuration => (ConfigurationManager)web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => web.Metrics;

    public IServiceCollection Services => web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => web.Configuration;

    public IHost Build() => local.Build();

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => web.ConfigureContainer(factory, configure);
}
