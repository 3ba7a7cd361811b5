using System.Text.Json.Nodes;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>What must hold in whatever is deployed.</summary>
/// <param name="Violations">What is wrong, in words; empty where nothing is.</param>
/// <param name="Breaks">Each makes a deployment that the rule must refuse, or the rule holds nothing.</param>
/// <param name="Stages">Where it holds.</param>
internal sealed record HouseRule(
    string Name,
    Func<Deployment, IEnumerable<string>> Violations,
    IReadOnlyList<Action<Deployment>> Breaks,
    IReadOnlyList<string> Stages
)
{
    public static readonly string[] Everywhere = ["dev", "test", "prod"];

    public static HouseRule Of(string name, Func<Deployment, IEnumerable<string>> violations, params Action<Deployment>[] breaks) =>
        new(name, violations, breaks, Everywhere);

    /// <summary>Every resource of a kind has a value at a place, and there is one.</summary>
    public static HouseRule Every(string type, string path, JsonNode value, string? named = null)
    {
        IEnumerable<JsonObject> Those(Deployment made) =>
            made.All(type).Where(one => named is null || Deployment.Text(one, "name").Contains(named, StringComparison.Ordinal));
        return Of(
            $"{type}{(named is null ? "" : $" …{named}…")} {path} = {value.ToJsonString()}",
            made =>
                Those(made).Any()
                    ? Those(made)
                        .Where(one => !JsonNode.DeepEquals(Deployment.At(one, path), value))
                        .Select(one =>
                            $"{Deployment.Text(one, "name")}: {path} is {Deployment.At(one, path)?.ToJsonString() ?? "not said"}"
                        )
                    : [$"no {type}"],
            made => Parent(Those(made).Last(), path).Remove(path.Split('.')[^1]),
            made =>
                Parent(Those(made).First(), path)[path.Split('.')[^1]] = value.GetValueKind()
                    is System.Text.Json.JsonValueKind.True
                        or System.Text.Json.JsonValueKind.False
                    ? !value.GetValue<bool>()
                    : "something else",
            made => Those(made).ToList().ForEach(one => made.Resources.Remove(one))
        );
    }

    public HouseRule Only(params string[] stages) => this with { Stages = stages };

    public override string ToString() => Name;

    private static JsonObject Parent(JsonObject resource, string path) =>
        path.LastIndexOf('.') is var last and >= 0 ? (JsonObject)Deployment.At(resource, path[..last])! : resource;
}
