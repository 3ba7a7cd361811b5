using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Workflows.HumanTasks;

namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>The differences between two versions of a plan, field by field, and whether they are allowed after the first was
/// approved.</summary>
/// <param name="Header">Fields of the plan itself, such as title and end.</param>
/// <param name="Items">In the order of <paramref name="Items"/>' kinds in the plan, then by code.</param>
/// <param name="Series">For each indicator in both versions: how figures of the first compare with those of the second.</param>
/// <param name="Breaches">Rules of revision that the second breaks, if the first was approved.</param>
public sealed record PlanComparison(
    IReadOnlyList<FieldChange> Header,
    IReadOnlyList<ItemChange> Items,
    IReadOnlyList<SeriesLink> Series,
    IReadOnlyList<RuleFinding> Breaches
)
{
    private static readonly string[] Lists = ["results", "indicators", "benchmarks", "activities", "risks"];

    public bool IsEmpty => Header.Count == 0 && Items.Count == 0;

    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version or draft of the same plan.</param>
    public static PlanComparison Compare(ActionPlan before, ActionPlan after)
    {
        JsonElement was = JsonSerializer.SerializeToElement(before, PlanDocument.Options);
        JsonElement now = JsonSerializer.SerializeToElement(after, PlanDocument.Options);
        return new PlanComparison(
            [
                .. FieldChanges
                    .Between(was, now)
                    .Where(change =>
                        !Lists.Any(list => change.Field == list || change.Field.StartsWith(list + "/", StringComparison.Ordinal))
                    ),
            ],
            [.. Lists.SelectMany(list => ItemChanges(list, was.GetProperty(list), now.GetProperty(list)))],
            [.. SeriesLink.Between(before, after)],
            RevisionRules.Check(before, after)
        );
    }

    private static IEnumerable<ItemChange> ItemChanges(string list, JsonElement was, JsonElement now)
    {
        var before = ByCode(was);
        var after = ByCode(now);
        foreach (string code in before.Keys.Union(after.Keys).OrderBy(code => code, CodeOrder.Instance))
        {
            if (!after.TryGetValue(code, out JsonElement later))
            {
                yield return new ItemChange(list, code, ChangeKind.Removed, []);
            }
            else if (!before.TryGetValue(code, out JsonElement earlier))
            {
                yield return new ItemChange(list, code, ChangeKind.Added, []);
            }
            else if (FieldChanges.Between(earlier, later) is { Count: > 0 } fields)
            {
                yield return new ItemChange(list, code, ChangeKind.Changed, fields);
            }
        }
    }

    // a draft may hold the same code twice; the rules say so, the comparison only must not fall over it
    private static Dictionary<string, JsonElement> ByCode(JsonElement items)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonElement item in items.EnumerateArray())
        {
            string code = item.GetProperty("code").GetString()!;
            for (int copy = 2; !found.TryAdd(code, item); copy++)
            {
                code = $"{item.GetProperty("code").GetString()} ({copy})";
            }
        }

        return found;
    }
}

/// <param name="Kind">results, indicators, benchmarks, activities or risks.</param>
public sealed record ItemChange(string Kind, string Code, ChangeKind Change, IReadOnlyList<FieldChange> Fields);

[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <param name="Field">Path in the item, such as <c>baseline/value</c> or <c>targets/2027-12-31/value</c>.</param>
/// <param name="Before">As canonical text; null if there was none.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
