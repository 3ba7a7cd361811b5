using System.Text.Json;
using System.Text.Json.Nodes;

namespace FunctionsSimulator.Hosting;

/// <summary>local.settings.json beside an application, as Core Tools read it: its Values are settings, where nothing else gives
/// them.</summary>
internal static class LocalSettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="PlatformException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Under(IReadOnlyDictionary<string, string> settings, string folder)
    {
        string path = Path.Combine(folder, "local.settings.json");
        if (!File.Exists(path))
        {
            return settings;
        }

        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (
                (string name, JsonNode? value) in JsonNode.Parse(File.ReadAllText(path), documentOptions: Lenient)?["Values"]?.AsObject()
                    ?? []
            )
            {
                string key = name.Replace("__", ":", StringComparison.Ordinal);
                if (value is not null && Environment.GetEnvironmentVariable(name) is null && !IsOurs(key, value.ToString()))
                {
                    all[key] = value.ToString();
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new PlatformException($"{path} cannot be read: {e.Message}", e);
        }

        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        return all;
    }

    /// <summary>What Core Tools find in an Azurite that somebody has started, is the platform's own here.</summary>
    private static bool IsOurs(string key, string value) =>
        key.Equals("AzureWebJobsStorage", StringComparison.OrdinalIgnoreCase)
        && value.TrimEnd(';').Equals("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase);
}
