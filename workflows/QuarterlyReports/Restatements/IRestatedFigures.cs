using ACip.Workflows.QuarterlyReports.Cycle;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>Whoever built something on accepted figures, and has to hear that some of them were restated.</summary>
public interface IRestatedFigures
{
    /// <returns>How many were told.</returns>
    Task<int> TellAsync(ReportRecord report, string why, DurableTaskClient workflows, CancellationToken cancellation);
}
