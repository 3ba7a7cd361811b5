using System.Text.Json.Serialization;

namespace ACip.Workflows.HumanTasks;

/// <summary>What officers set: which reminders and escalations there are, so many working days before or after what, and to whom. Data
/// alone: <see cref="ReminderSchedule"/> works out which is next.</summary>
/// <remarks>Officers edit it as a versioned row, and a running task keeps the version that it began with.</remarks>
/// <param name="SendFrom">Mails go out in the recipient's working hours only, from here…</param>
/// <param name="SendUntil">…to here, on the recipient's working days.</param>
public sealed record ReminderPolicy(int Version, IReadOnlyList<ReminderStep> Steps, TimeOnly SendFrom, TimeOnly SendUntil)
{
    /// <summary>The policy in force until an officer changes it.</summary>
    public static ReminderPolicy Standard { get; } =
        new(
            1,
            [
                new("asked", ReminderAnchor.Opens, 0, [Audience.Coordinator]),
                new("due-in-10", ReminderAnchor.Due, -10, [Audience.Coordinator]),
                new("due-in-3", ReminderAnchor.Due, -3, [Audience.Coordinator]),
                new("overdue-1", ReminderAnchor.Due, 1, [Audience.Coordinator, Audience.Alternate]),
                new("overdue-5", ReminderAnchor.Due, 5, [Audience.Coordinator, Audience.Alternate, Audience.ProgrammeOfficer]),
                new("overdue-10", ReminderAnchor.Due, 10, [Audience.Coordinator, Audience.HeadOfCustoms, Audience.ProgrammeOfficer]),
                new("returned", ReminderAnchor.Returned, 0, [Audience.Coordinator]),
                new("returned-5", ReminderAnchor.Returned, 5, [Audience.Coordinator]),
                new("returned-10", ReminderAnchor.Returned, 10, [Audience.Coordinator, Audience.Alternate, Audience.ProgrammeOfficer]),
                new("review", ReminderAnchor.Submitted, 0, [Audience.Approver]),
                new("review-3", ReminderAnchor.Submitted, 3, [Audience.Approver]),
                new("review-8", ReminderAnchor.Submitted, 8, [Audience.Approver, Audience.ProgrammeOfficer]),
            ],
            SendFrom: new TimeOnly(9, 0),
            SendUntil: new TimeOnly(17, 0)
        );

    /// <summary>The first mistake in the policy, by name; null if it can be used.</summary>
    [JsonIgnore]
    public string? Problem =>
        Steps.DistinctBy(step => step.Code).Count() < Steps.Count ? "reminder-code-twice"
        : Steps.Any(step =>
            step.Code.Length is 0 or > 20 || step.Code.Any(c => c is not ('-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
        )
            ? "reminder-code-no-slug"
        : Steps.Any(step => step.To.Count == 0) ? "reminder-to-nobody"
        : Steps.Any(step => step.Anchor != ReminderAnchor.Due && step.WorkingDays < 0) ? "reminder-before-asking"
        : SendUntil <= SendFrom ? "reminder-hours"
        : null;
}

/// <summary>One reminder, a number of working days before or after an anchor.</summary>
/// <param name="Code">A slug, unique in the policy; part of the key of what was sent, so it never changes its meaning.</param>
/// <param name="WorkingDays">Of the administration; of the Secretariat for its own tasks. Negative: before.</param>
public sealed record ReminderStep(
    string Code,
    ReminderAnchor Anchor,
    int WorkingDays,
    IReadOnlyList<Audience> To,
    Channel Channel = Channel.Mail
);

/// <summary>What a reminder counts from: a coordinator being first asked, the due date, the submission that a reviewer decides on, or the
/// sending back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReminderAnchor>))]
public enum ReminderAnchor
{
    Opens,
    Due,
    Submitted,
    Returned,
}

[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    Coordinator,
    Alternate,
    HeadOfCustoms,
    ProgrammeOfficer,
    Approver,
}

/// <summary>By mail, or only on the pages, for people who asked not to be mailed so often.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    Mail,
    Page,
}
