using ACip.Local.Host;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>HTTP functions take <c>HttpRequest</c> and answer with <c>IResult</c> or <c>IActionResult</c>. The local platform knows no other kind.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Properties[LocalHostBuilder.WebApplicationAskedFor] = true;
        return builder;
    }
}
