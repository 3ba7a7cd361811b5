using System.Text.Json.Serialization;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;

namespace ACip.Workflows.ActionPlans;

/// <summary>How a plan stands; the plan itself is in rows of its own, one a version.</summary>
/// <param name="Version">The version that is in force; 0 before the first approval.</param>
/// <param name="Sha256">Hash of the version in force, over its canonical JSON.</param>
/// <param name="Rounds">Submissions with what was decided on them; all are kept.</param>
/// <param name="Periods">Dated rows, in order; empty before approval.</param>
/// <param name="ReportsStarted">How many of the periods have their report under way or behind them, from the first.</param>
/// <param name="DraftingFrom">When the coordinator is asked.</param>
public sealed record PlanFile(
    PlanId Id,
    AdministrationId Administration,
    string Title,
    DateOnly Start,
    DateOnly End,
    PlanState State,
    int Version,
    string? Sha256,
    IReadOnlyList<PlanRound> Rounds,
    IReadOnlyList<ReportingPeriod> Periods,
    int ReportsStarted,
    DateTimeOffset DraftingFrom)
{
    public string InstanceId => $"plan:{Administration.Value.ToLowerInvariant()}:{Id}";

    /// <summary>The round under way: the first is 1, and each return begins the next.</summary>
    public int Round => Rounds.Count(round => round.Decision is { Approved: false }) + 1;
}

[JsonConverter(typeof(JsonStringEnumConverter<PlanState>))]
public enum PlanState { Drafting, Submitted, Returned, Approved, Active, UnderRevision, Suspended, Closed, Cancelled }

/// <param name="DraftSha256">Hash of what was submitted.</param>
public sealed record PlanRound(int Number, PersonId SubmittedBy, DateTimeOffset SubmittedAt, string Source, string DraftSha256, PlanDecision? Decision = null);

/// <param name="Reason">Always there when sent back.</param>
/// <param name="Items">Reasons by code of the item they concern.</param>
public sealed record PlanDecision(bool Approved, PersonId By, DateTimeOffset At, string? Reason, IReadOnlyDictionary<string, string> Items);
