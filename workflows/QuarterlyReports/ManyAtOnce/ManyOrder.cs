using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.QuarterlyReports.ManyAtOnce;

[JsonConverter(typeof(JsonStringEnumConverter<ManyAct>))]
public enum ManyAct
{
    /// <summary>More time for a report.</summary>
    Extend,

    /// <summary>The report is not wanted.</summary>
    Waive,

    /// <summary>A reminder now.</summary>
    Remind,

    /// <summary>Others of the administration are asked.</summary>
    Reassign,
}

/// <summary>What an officer does to open tasks of several administrations, with one reason.</summary>
public sealed record ManyOrder(ManyAct Act, IReadOnlyList<TaskRef> Tasks, string Reason, PersonId By)
{
    /// <summary>A disaster does not strike more; and a page must come to an end.</summary>
    public const int Most = 200;

    /// <summary>New due day, where time is given; in each administration's zone.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Who is asked instead.</summary>
    public Role? To { get; init; }
}

/// <summary>What would become of one of them, or has.</summary>
/// <param name="Title">What is asked.</param>
/// <param name="Says">What is done to it, or why it cannot be.</param>
public sealed record ManyOutcome(TaskRef Task, AdministrationId? Administration, Text Title, ManyStatus Status, Text Says)
{
    /// <summary>The rule that refuses; null where none does.</summary>
    public string? Rule { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ManyStatus>))]
public enum ManyStatus
{
    /// <summary>It would be done.</summary>
    Possible,

    Done,

    /// <summary>The same officer has done it with the same words: nothing is done twice.</summary>
    DoneBefore,

    Refused,

    /// <summary>It could not be done now, and may be tried again: what was done stays done.</summary>
    Failed,
}
