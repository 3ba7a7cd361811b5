using System.Text.Json;
using System.Text.Json.Nodes;

namespace ACip.Local.Host;

/// <summary>What the platform heeds of host.json; the genuine host heeds more.</summary>
/// <param name="RoutePrefix">Put before every HTTP function's route.</param>
/// <param name="HubName">Name of the durable engine's task hub.</param>
/// <param name="DefaultVersion">Version of orchestrations that are started without one.</param>
internal sealed record HostJson(string RoutePrefix, string HubName, string? DefaultVersion)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="LocalPlatformException">The file is named but absent, or no JSON.</exception>
    public static HostJson Read(LocalSettings settings, string applicationFolder)
    {
        string path = settings.HostJson ?? Path.Combine(applicationFolder, "host.json");
        if (!File.Exists(path))
        {
            return settings.HostJson is null ? Parse("{}") : throw new LocalPlatformException($"Setting Local:HostJson names a file that is not there: {path}");
        }

        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new LocalPlatformException($"{path} cannot be read: {e.Message}", e);
        }
    }

    public static HostJson Parse(string json)
    {
        JsonNode? extensions = JsonNode.Parse(json, documentOptions: Lenient)?["extensions"];
        JsonNode? durable = extensions?["durableTask"];
        return new HostJson(
            (string?)extensions?["http"]?["routePrefix"] ?? "api",
            (string?)durable?["hubName"] ?? "ACip",
            (string?)durable?["defaultVersion"]);
    }
}
