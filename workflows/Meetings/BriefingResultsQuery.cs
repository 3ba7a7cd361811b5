using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Meetings;

/// <summary>An administration's accepted results, in a few lines for its own people.</summary>
public sealed class BriefingResultsQuery(ProgrammeTable table, ProgrammeDirectory directory, PlanVersions versions)
{
    private const int MostIndicators = 12;

    public async Task<IReadOnlyList<Text>> ReadAsync(AdministrationId home, CancellationToken cancellation)
    {
        IEnumerable<PlanListing> latestFirst = (await directory.ReadAsync(cancellation))
            .Plans.Values.Where(plan => plan.Administration == home)
            .OrderByDescending(plan => plan.Start);
        foreach (PlanListing listing in latestFirst)
        {
            // the next plan may be in draft already: the results are those of the one before
            if (await PlanRows.FindAsync(table, listing.Id, cancellation) is { Value: { Version: > 0 } record })
            {
                ActionPlan plan = await versions.ReadAsync(listing.Id, record.Version, cancellation);
                return Of(plan, await ReportRows.AcceptedAsync(table, listing.Id, cancellation));
            }
        }

        return [];
    }

    /// <summary>Pure. Confidential figures do not travel by mail.</summary>
    internal static IReadOnlyList<Text> Of(ActionPlan plan, IReadOnlyList<Observation> accepted)
    {
        int reached = plan.Benchmarks.Count(benchmark => accepted.LastOrDefault(one => one.Item == benchmark.Code)?.Reached == true);
        return accepted.Count == 0
            ? []
            :
            [
                Texts.BriefingBenchmarks(reached: reached, benchmarksCount: plan.Benchmarks.Count),
                .. (
                    from indicator in plan.Indicators
                    let last = accepted.LastOrDefault(one => one.Item == indicator.Code && one.Value is not null)
                    where last is not null && !indicator.Sensitive
                    select Line(indicator, last.Value!.Value)
                ).Take(MostIndicators),
            ];
    }

    private static Text Line(Indicator indicator, decimal value)
    {
        Text aim = indicator.Targets.LastOrDefault()?.Value is { } target
            ? Text.For(language => Figures.Number(Math.Round(target, 2), language))
            : Text.Same("–");
        return Texts.BriefingIndicator(code: indicator.Code, statement: indicator.Statement, last: Math.Round(value, 2), aim: aim);
    }
}
