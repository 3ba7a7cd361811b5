using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator;

/// <summary>What the platform heeds of host.json; the genuine host heeds more.</summary>
/// <param name="RoutePrefix">Put before every HTTP function's route.</param>
/// <param name="HubName">Name of the durable engine's task hub.</param>
/// <param name="DefaultVersion">Version of orchestrations that are started without one.</param>
internal sealed record HostJson(string RoutePrefix, string HubName, string? DefaultVersion)
{
    /// <summary>Settings below this take the place of what the file says, as on the genuine host.</summary>
    private const string Override = "AzureFunctionsJobHost";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="PlatformException">The file is named but absent, or no JSON.</exception>
    public static HostJson Read(PlatformOptions options, IConfiguration settings, string applicationFolder)
    {
        string path = options.HostJson ?? Path.Combine(applicationFolder, "host.json");
        if (!File.Exists(path))
        {
            return options.HostJson is null
                ? Parse("{}").Under(settings)
                : throw new PlatformException($"Setting Local:HostJson names a file that is not there: {path}");
        }

        try
        {
            return Parse(File.ReadAllText(path)).Under(settings);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new PlatformException($"{path} cannot be read: {e.Message}", e);
        }
    }

    public static HostJson Parse(string json)
    {
        JsonNode? extensions = JsonNode.Parse(json, documentOptions: Lenient)?["extensions"];
        JsonNode? durable = extensions?["durableTask"];
        return new HostJson(
            (string?)extensions?["http"]?["routePrefix"] ?? "api",
            (string?)durable?["hubName"] ?? "TestHubName",
            (string?)durable?["defaultVersion"]
        );
    }

    /// <summary>What the worker's own server goes by: it reads the file in the application's folder and heeds no setting.</summary>
    public static string WorkerRoutePrefix(string applicationFolder)
    {
        string path = Path.Combine(applicationFolder, "host.json");
        return File.Exists(path) ? Parse(File.ReadAllText(path)).RoutePrefix : Parse("{}").RoutePrefix;
    }

    private HostJson Under(IConfiguration settings)
    {
        IConfigurationSection extensions = settings.GetSection($"{Override}:extensions");
        return new HostJson(
            extensions["http:routePrefix"] ?? RoutePrefix,
            extensions["durableTask:hubName"] ?? HubName,
            extensions["durableTask:defaultVersion"] ?? DefaultVersion
        );
    }
}
