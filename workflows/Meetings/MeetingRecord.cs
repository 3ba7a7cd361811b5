using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral.Delivery;

namespace ACip.Workflows.Meetings;

/// <summary>One annual meeting, from the invitation to its last action point.</summary>
/// <param name="Agenda">As it goes out with the invitation.</param>
public sealed record MeetingRecord(
    MeetingRef Ref,
    string Title,
    DateOnly Start,
    DateOnly End,
    string Place,
    string Agenda,
    MeetingState State
)
{
    /// <summary>Null for meetings called before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? CalledOn { get; init; }

    /// <summary>When the briefing packs began to go out; null until then.</summary>
    public DateTimeOffset? BriefedAt { get; init; }

    /// <summary>Why it was cancelled; null where it was not, and of one that was cancelled before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventCancellation? Cancelled { get; init; }

    /// <summary>Who is still to get the briefing pack, the minutes once they are written, or the news that it is cancelled; null:
    /// nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PersonId>? Untold { get; init; }

    public string? Minutes { get; init; }

    /// <summary>Who came, an administration a row; empty until the minutes are written.</summary>
    public IReadOnlyList<MeetingAttendance> Attendance { get; init; } = [];

    public IReadOnlyList<ActionPoint> Points { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<MeetingState>))]
public enum MeetingState
{
    Called,
    Held,
    Closed,
    Cancelled,
}

public sealed record MeetingAttendance(AdministrationId Administration, int Women, int Men);

/// <summary>An action point, which becomes a task.</summary>
/// <param name="Administration">Whose it is; null: the Secretariat's.</param>
/// <param name="Done">Null until somebody has said.</param>
/// <param name="Outcome">What was done, or why not.</param>
public sealed record ActionPoint(
    int Number,
    string Text,
    AdministrationId? Administration,
    DateOnly Due,
    bool? Done = null,
    string? Outcome = null
);

/// <summary>What an officer writes after the meeting.</summary>
public sealed record NewMinutes(string Minutes, IReadOnlyList<MeetingAttendance> Attendance, IReadOnlyList<NewActionPoint> Points);

public sealed record NewActionPoint(string Text, AdministrationId? Administration, DateOnly Due);
