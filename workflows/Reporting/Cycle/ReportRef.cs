using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using System.Text.Json.Serialization;

namespace ACip.Workflows.Reporting;

/// <summary>Where a report stands: its plan and the key of its period. What workflows pass to one another.</summary>
public sealed record ReportRef(PlanId Plan, string Period)
{
    [JsonIgnore]
    public StreamId Stream => StreamId.Of(Plan);

    [JsonIgnore]
    public string InstanceId => ReportFile.InstanceIdOf(Plan, Period);
}

/// <summary>What a report has to wait for; neither: it has ended.</summary>
public sealed record ReportTurn(ReportState State, TaskRef? Ask, DateTimeOffset? Until, IReadOnlyList<string> Mails);
