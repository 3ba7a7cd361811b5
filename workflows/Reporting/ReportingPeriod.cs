using System.Text.Json.Serialization;

namespace ACip.Workflows.Reporting;

/// <summary>What one report covers, and until when it is welcome. Periods are dated rows, never computed from a label:
/// Ethiopia's first quarter of 2025/26 runs from 8 July to 10 October, and no arithmetic on months gives that.</summary>
/// <param name="Start">First day covered, Gregorian, inclusive.</param>
/// <param name="End">Last day covered, inclusive.</param>
/// <param name="Opens">When the coordinator is asked.</param>
/// <param name="Due">Last instant to submit in time.</param>
/// <param name="Locks">From then on only a restatement changes a figure.</param>
public sealed record ReportingPeriod(DateOnly Start, DateOnly End, DateTimeOffset Opens, DateTimeOffset Due, DateTimeOffset Locks)
{
    /// <summary>Stable and sortable, whatever the period is called locally.</summary>
    public string Key => $"{Start:yyyyMMdd}-{End:yyyyMMdd}";
}

[JsonConverter(typeof(JsonStringEnumConverter<ReportState>))]
public enum ReportState { NotDue, Open, Submitted, Returned, Accepted, Locked, NilReturn, Waived, Missed }
