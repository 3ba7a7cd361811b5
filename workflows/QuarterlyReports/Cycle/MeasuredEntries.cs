using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>The figures measured by a survey or self-assessment in a report's period. The coordinator may keep or change them.</summary>
public sealed class MeasuredEntries(PlanVersions versions, MeasuredFigures measured)
{
    internal async Task<ReportRecord> AddAsync(ReportRecord report, DateTimeOffset now, CancellationToken cancellation)
    {
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        var entries = new Dictionary<string, ReportEntry>(report.Entries);
        foreach (
            Indicator indicator in plan.Indicators.Where(indicator =>
                indicator.MeasuredBy is not null && Completeness.IsAsked(indicator, report.Period)
            )
        )
        {
            if (
                await measured.FindAsync(plan.Administration, indicator, report.Period.Start, report.Period.End, cancellation) is { } figure
            )
            {
                entries.TryAdd(
                    indicator.Code,
                    new ReportEntry(
                        indicator.Code,
                        figure.Value,
                        null,
                        figure.On,
                        null,
                        figure.MissingReason,
                        new Dictionary<string, decimal>(),
                        [],
                        figure.By,
                        now,
                        figure.Source,
                        figure.Source.What
                    )
                );
            }
        }

        return entries.Count == report.Entries.Count ? report : report with { Entries = entries };
    }
}
