using ACip.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace ACip.Functions;

/// <summary>The application, the same on every host.</summary>
public static class App
{
    /// <summary>
    /// The longest piece that the SDK makes of a timer. Part of determinism: it must be the same for every host and every recorded history.
    /// Azure Storage's queue hides a message for seven days at most; the SDK's own three days would wake whoever waits twice as often.
    /// </summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(6);

    public static IHost Build(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.UseMiddleware<CountedFailures>();
        builder.UseMiddleware<CutOffResults>();
        builder.ConfigureFunctionsWebApplication(); // writes what a function returns
        builder.UseMiddleware<EarlyEndings>();
        builder.Services.AddAcip(builder.Configuration);
        return builder.Build();
    }
}
