using ACip.Functions.Authorization.Limits;
using ACip.Functions.Authorization.Routes;
using ACip.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace ACip.Functions;

public static partial class App
{
    static partial void AroundResults(FunctionsApplicationBuilder builder) => builder.UseMiddleware<CutOffResults>();

    static partial void AroundFunctions(FunctionsApplicationBuilder builder) => builder.UseMiddleware<EarlyEndings>().UseMiddleware<RequestLimits>().UseMiddleware<RouteAuthorization>();
}
