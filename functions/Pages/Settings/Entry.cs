using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Storage;

namespace ACip.Functions.Pages.Settings;

/// <summary>An entry that officers change by a form: its fields, its current values, and how it is saved.</summary>
/// <param name="Stands">As it is stored; empty where it is a new one.</param>
/// <param name="Tag">Of the whole that it is a part of, so that nothing is written over unseen; null where there is none yet.</param>
/// <param name="Save">Null in place of the item: it is removed.</param>
public sealed record Entry(
    Text Heading,
    IReadOnlyList<ItemField> Fields,
    JsonObject Stands,
    string? Tag,
    Func<JsonObject?, AsRead, PersonId, CancellationToken, Task<EntrySaved>> Save
)
{
    /// <summary>What should be known before it is changed; null for nothing.</summary>
    public Text? Lead { get; init; }

    /// <summary>The page that it is a part of.</summary>
    public required (string Path, Text Name) Above { get; init; }

    public bool Removable { get; init; }
}

/// <param name="Stale">True: it stands otherwise than it was read.</param>
/// <param name="Problems">Why it was not saved; by the paths of fields.</param>
public sealed record EntrySaved(bool Stale, IReadOnlyList<RegisterProblem> Problems)
{
    public static EntrySaved Done { get; } = new(false, []);

    /// <summary>Path of the page that follows; null: the one above.</summary>
    public string? To { get; init; }

    public static EntrySaved Not(string path, string rule, string why) => new(false, [new RegisterProblem(path, rule, why)]);

    public static EntrySaved Of<T>(RegisterResult<T> result)
        where T : class => result.Saved is not null ? Done : new EntrySaved(result.IsStale, result.Problems);

    public static EntrySaved Of(CommandResult result) =>
        result switch
        {
            CommandResult.Refused { Rule: "changed-meanwhile" } => new EntrySaved(true, []),
            CommandResult.Refused refused => Not("", refused.Rule, refused.Why),
            _ => Done,
        };
}
