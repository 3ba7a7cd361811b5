using ACip.Functions.Api.Idempotency;
using ACip.Functions.Authorization.Limits;
using ACip.Functions.Authorization.Routes;
using ACip.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace ACip.Functions;

/// <summary>The application, the same on every host.</summary>
public static class App
{
    public static IHost Build(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.UseMiddleware<FailureCountMiddleware>();
        builder.UseMiddleware<ClientGoneMiddleware>();
        builder.ConfigureFunctionsWebApplication(); // writes what a function returns
        builder.UseMiddleware<EarlyEndingMiddleware>();
        builder.UseMiddleware<StorageReadyMiddleware>();
        builder.UseMiddleware<RateLimitMiddleware>();
        builder.UseMiddleware<RouteAuthorizationMiddleware>();
        builder.UseMiddleware<IdempotencyMiddleware>();
        builder.Services.AddAcip(builder.Configuration);
        return builder.Build();
    }
}
