using System.Text.Json.Serialization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks;

/// <summary>What a rule objects to in something submitted.</summary>
/// <param name="Rule">Name of the rule that is broken.</param>
/// <param name="Path">Where: <c>kind/code/field</c>.</param>
public sealed record RuleFinding(string Rule, Severity Severity, string Path, Text Explanation);

/// <summary>An error must be gone before the plan can be approved; a warning is shown to the approver.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    Error,
    Warning,
}
