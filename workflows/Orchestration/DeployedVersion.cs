using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace ACip.Workflows.Orchestration;

/// <summary>The version that host.json assigns to new orchestrations. An instance keeps its version until it continues as new; then it
/// takes up this one.</summary>
public sealed class DeployedVersion(IConfiguration configuration)
{
    /// <summary>The application setting that overrides the file.</summary>
    private const string Setting = "AzureFunctionsJobHost:extensions:durableTask:defaultVersion";

    private readonly Lazy<string?> ofTheFile = new(() =>
        Places().Where(File.Exists).Select(file => Of(File.ReadAllText(file))).FirstOrDefault()
    );

    /// <summary>Null if none is set.</summary>
    public string? Value => configuration[Setting] is { Length: > 0 } set ? set : ofTheFile.Value;

    /// <summary>The version that a host.json names.</summary>
    internal static string? Of(string json)
    {
        using var document = JsonDocument.Parse(
            json,
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        JsonElement place = document.RootElement;
        foreach (string name in (ReadOnlySpan<string>)["extensions", "durableTask", "defaultVersion"])
        {
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(name, out place))
            {
                return null;
            }
        }

        return place.GetString();
    }

    /// <summary>Where the host reads it, and where it is copied to beside the application.</summary>
    private static IEnumerable<string> Places() =>
        new[]
        {
            Environment.GetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY"),
            Path.GetDirectoryName(typeof(DeployedVersion).Assembly.Location),
            AppContext.BaseDirectory,
        }
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.Combine(folder!, "host.json"));
}
