using System.Text.Json.Serialization;

namespace ACip.Workflows.Reporting;

/// <summary>Who is reminded of what, and when. Data: a versioned row that officers edit; a running report keeps the version that it began with.</summary>
/// <param name="SendFrom">Reminders go out in the recipient's working hours only, from here…</param>
/// <param name="SendUntil">…to here, on the recipient's working days.</param>
public sealed record ReminderPolicy(string Id, int Version, IReadOnlyList<ReminderStep> Steps, TimeOnly SendFrom, TimeOnly SendUntil)
{
    /// <summary>Until an officer decides otherwise.</summary>
    public static ReminderPolicy Standard { get; } = new(
        "standard",
        1,
        [
            new("asked", ReminderAnchor.Opens, 0, [Audience.Coordinator]),
            new("due-10", ReminderAnchor.Due, -10, [Audience.Coordinator]),
            new("due-3", ReminderAnchor.Due, -3, [Audience.Coordinator]),
            new("due+1", ReminderAnchor.Due, 1, [Audience.Coordinator, Audience.Alternate]),
            new("due+5", ReminderAnchor.Due, 5, [Audience.Coordinator, Audience.Alternate, Audience.ProgrammeOfficer]),
            new("due+10", ReminderAnchor.Due, 10, [Audience.Coordinator, Audience.HeadOfCustoms, Audience.ProgrammeOfficer]),
            new("returned+5", ReminderAnchor.Returned, 5, [Audience.Coordinator]),
            new("returned+10", ReminderAnchor.Returned, 10, [Audience.Coordinator, Audience.Alternate, Audience.ProgrammeOfficer]),
            new("review+3", ReminderAnchor.Submitted, 3, [Audience.ProgrammeOfficer]),
            new("review+8", ReminderAnchor.Submitted, 8, [Audience.ProgrammeOfficer, Audience.Approver]),
        ],
        SendFrom: new TimeOnly(9, 0),
        SendUntil: new TimeOnly(17, 0));

    /// <summary>The first mistake in the policy, by name; null if it can be used.</summary>
    public string? Problem =>
        Steps.DistinctBy(step => step.Code).Count() < Steps.Count ? "reminder-code-twice"
        : Steps.Any(step => step.To.Count == 0) ? "reminder-to-nobody"
        : SendUntil <= SendFrom ? "reminder-hours"
        : null;
}

/// <summary>One reminder: so many working days before or after something.</summary>
/// <param name="Code">Unique in the policy; part of the key of what was sent, so it never changes its meaning.</param>
/// <param name="WorkingDays">Of the administration. Negative: before.</param>
public sealed record ReminderStep(string Code, ReminderAnchor Anchor, int WorkingDays, IReadOnlyList<Audience> To);

/// <summary>What a reminder counts from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReminderAnchor>))]
public enum ReminderAnchor { Opens, Due, Submitted, Returned }

[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience { Coordinator, Alternate, HeadOfCustoms, ProgrammeOfficer, Approver }
