using ACip.Workflows.QuarterlyReports.Cycle;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>Implemented by capabilities that use accepted figures and must learn of their restatement.</summary>
public interface IRestatedFigures
{
    /// <returns>How many were told.</returns>
    Task<int> TellAsync(ReportRecord report, string why, DurableTaskClient workflows, CancellationToken cancellation);
}
