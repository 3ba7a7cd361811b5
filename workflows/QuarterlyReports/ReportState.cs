using System.Text.Json.Serialization;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>How a report stands. Overdue is none of them: see <see cref="ReportLifecycle.IsOverdue"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportState>))]
public enum ReportState
{
    NotDue,
    Open,
    Submitted,
    Returned,
    Accepted,
    Locked,
    NilReturn,
    Waived,
    Missed,
}
