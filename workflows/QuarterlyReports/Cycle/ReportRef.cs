using System.Text.Json.Serialization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Identifies a report by its plan and the key of its period. Workflow inputs use it.</summary>
public sealed record ReportRef(PlanId Plan, PeriodKey Period)
{
    [JsonIgnore]
    public StreamId Stream => StreamId.Of(Plan);

    [JsonIgnore]
    public string InstanceId => ReportRecord.InstanceIdOf(Plan, Period);
}

/// <summary>One step of a report's workflow.</summary>
/// <param name="First">True: the report may not be written yet.</param>
/// <param name="Told">Key of the last notice that the workflow has seen to; null for none.</param>
public sealed record ReportStep(ReportRef Report, bool First, string? Told);

/// <summary>What a report must wait for; if neither, it has ended.</summary>
/// <param name="Mails">Keys of notices that could not be sent at once.</param>
/// <param name="Told">Key of the last notice, sent by now or among <paramref name="Mails"/>.</param>
public sealed record ReportNextAction(ReportState State, TaskAsked? Ask, DateTimeOffset? Until, IReadOnlyList<string> Mails, string? Told);
