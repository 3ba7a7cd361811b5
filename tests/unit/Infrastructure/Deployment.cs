using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>What would be made: the compiled ARM template, and what it comes to with one file of parameters (conditions decided, loops
/// run).</summary>
internal sealed record Deployment(JsonObject Template, JsonArray Resources)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Deployment>>> Known = new();

    /// <summary>A copy that may be changed.</summary>
    public static async Task<Deployment> OfAsync(string stage)
    {
        Deployment known = await Known.GetOrAdd(stage, _ => new(() => CompileAsync(stage))).Value;
        return new((JsonObject)known.Template.DeepClone(), (JsonArray)known.Resources.DeepClone());
    }

    public IEnumerable<JsonObject> All(string type) =>
        Resources.OfType<JsonObject>().Where(one => string.Equals(Text(one, "type"), type, StringComparison.OrdinalIgnoreCase));

    /// <summary>The settings of the app, with their values or, where only Azure knows these, their expressions.</summary>
    public JsonObject Settings =>
        (JsonObject)
            All("Microsoft.Web/sites/config").Single(one => Text(one, "name").EndsWith("/appsettings", StringComparison.Ordinal))[
                "properties"
            ]!;

    /// <summary>The template and all that is nested in it.</summary>
    public IEnumerable<JsonObject> Templates()
    {
        var open = new Stack<JsonObject>([Template]);
        while (open.TryPop(out JsonObject? template))
        {
            yield return template;
            // by symbol, or in a row where a template has none
            foreach (
                JsonNode? resource in template["resources"] is JsonObject named
                    ? named.Select(one => one.Value)
                    : (JsonArray)template["resources"]!
            )
            {
                if (resource!["properties"]?["template"] is JsonObject nested)
                {
                    open.Push(nested);
                }
            }
        }
    }

    public static string Text(JsonNode node, string path) => At(node, path)?.ToString() ?? "";

    public static JsonNode? At(JsonNode? node, string path) =>
        path.Split('.')
            .Aggregate(
                node,
                (place, name) => place is JsonObject parent && parent.TryGetPropertyValue(name, out JsonNode? value) ? value : null
            );

    private static async Task<Deployment> CompileAsync(string stage)
    {
        using var copy = new BicepCopy();
        return await CompileAsync(copy, stage);
    }

    public static async Task<Deployment> CompileAsync(BicepCopy copy, string stage)
    {
        BicepRun built = await Bicep.RunAsync("build", Path.Combine(copy.Folder, "main.bicep"), "--stdout");
        BicepRun taken = await Bicep.RunAsync(
            "snapshot",
            Path.Combine(copy.Folder, $"{stage}.bicepparam"),
            "--mode",
            "overwrite",
            "--location",
            "westeurope",
            "--subscription-id",
            "00000000-0000-0000-0000-000000000001",
            "--tenant-id",
            "00000000-0000-0000-0000-000000000002"
        );
        Assert.True(built.Code == 0 && taken.Code == 0, built.Errors + taken.Errors);
        var snapshot = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(copy.Folder, $"{stage}.snapshot.json")))!;
        Assert.Empty((JsonArray)snapshot["diagnostics"]!);
        return new((JsonObject)JsonNode.Parse(built.Output)!, (JsonArray)snapshot["predictedResources"]!.DeepClone());
    }
}
