using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Evaluation;

/// <summary>A review of the whole plan at mid-term or at its end: the coordinator states the findings, an officer records the outcome. The
/// plan continues meanwhile.</summary>
/// <param name="Number">Counts all reviews of the plan.</param>
/// <param name="Due">When the coordinator's findings are due.</param>
/// <param name="Findings">What the administration found; null while it has not said.</param>
/// <param name="Outcome">What follows; null while the review is open.</param>
public sealed record PlanReviewStage(
    PlanReviewKind Kind,
    int Number,
    PersonId OpenedBy,
    DateTimeOffset OpenedAt,
    DateTimeOffset Due,
    PlanReviewFindings? Findings = null,
    PlanReviewOutcome? Outcome = null
)
{
    [JsonIgnore]
    public bool IsOpen => Outcome is null;
}

[JsonConverter(typeof(JsonStringEnumConverter<PlanReviewKind>))]
public enum PlanReviewKind
{
    MidTerm,
    Closing,
}

/// <param name="Source">"mail:{key}", "page:{key}" or "api:{key}"; "officer:{key}" where an officer wrote it on behalf of the
/// administration.</param>
public sealed record PlanReviewFindings(string Text, PersonId By, DateTimeOffset At, EntrySource Source)
{
    /// <summary>As <see cref="Arrival"/>; null in older rows.</summary>
    public long? Order { get; init; }

    [JsonIgnore]
    public Arrival Arrived => new(At, Order ?? 0);
}

public sealed record PlanReviewOutcome(PlanReviewConclusion Conclusion, string Text, PersonId By, DateTimeOffset At);

/// <summary>The outcome of a review. Revising or closing the plan is a separate step taken afterwards.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanReviewConclusion>))]
public enum PlanReviewConclusion
{
    Continue,
    Revise,
    Close,
}

/// <summary>Identifies a review in workflow inputs.</summary>
public sealed record PlanReviewRef(PlanId Plan, int Number)
{
    [JsonIgnore]
    public string InstanceId => string.Create(CultureInfo.InvariantCulture, $"plan-review:{Plan}:{Number}");

    [JsonIgnore]
    public TaskRef Task => new(StreamId.Of(Plan), new TaskId(string.Create(CultureInfo.InvariantCulture, $"{Plan}-plan-review{Number}")));
}
