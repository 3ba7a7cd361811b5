using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.QuarterlyReports.ManyAtOnce;

[JsonConverter(typeof(JsonStringEnumConverter<ManyAct>))]
public enum ManyAct
{
    /// <summary>Give more time.</summary>
    Extend,

    /// <summary>Waive the report.</summary>
    Waive,

    /// <summary>Send a reminder now.</summary>
    Remind,

    /// <summary>Ask others in the administration.</summary>
    Reassign,
}

/// <summary>One act, with one reason, on open tasks of several administrations.</summary>
public sealed record ManyOrder(ManyAct Act, IReadOnlyList<TaskRef> Tasks, string Reason, PersonId By)
{
    /// <summary>A disaster affects no more than this, and a request must come to an end.</summary>
    public const int Most = 200;

    /// <summary>The new due day when time is given, in each administration's zone.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Who is asked instead.</summary>
    public Role? To { get; init; }
}

/// <summary>The outcome for one of them, expected or actual.</summary>
/// <param name="Title">What is asked.</param>
/// <param name="Says">What is done to it, or why it cannot be.</param>
public sealed record ManyOutcome(TaskRef Task, AdministrationId? Administration, Text Title, ManyStatus Status, Text Says)
{
    /// <summary>The rule that refuses it; null if none does.</summary>
    public string? Rule { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ManyStatus>))]
public enum ManyStatus
{
    /// <summary>It can be done.</summary>
    Possible,

    Done,

    /// <summary>The same officer did it before in the same words; nothing is done twice.</summary>
    DoneBefore,

    Refused,

    /// <summary>It failed for now and can be tried again; what was done stays done.</summary>
    Failed,
}
