using System.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SampleApp;

public static class App
{
    /// <summary>As an application does that sends its traces somewhere.</summary>
    private static readonly ActivityListener Traces = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    static App() => ActivitySource.AddActivityListener(Traces);

    public static IHost Build(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddMvcCore();
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = 64L << 20);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Journal>();
        return builder.Build();
    }
}
