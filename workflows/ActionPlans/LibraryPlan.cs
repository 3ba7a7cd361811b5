using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>Puts suggestions together into a plan in the administration's language.</summary>
internal static class LibraryPlan
{
    public delegate (Baseline Baseline, IReadOnlyList<Target> Targets) Figures(
        SuggestedIndicator indicator,
        IReadOnlyList<DateOnly> yearEnds
    );

    public static ActionPlan Build(
        PlanLibrary library,
        Administration administration,
        GrantAgreement? agreement,
        DateOnly start,
        IEnumerable<SuggestedIndicator> chosen,
        Figures figures
    )
    {
        Language language = administration.Language;
        DateOnly end = start.AddYears(PlanDraft.Years).AddDays(-1);
        DateOnly[] yearEnds = [.. Enumerable.Range(1, PlanDraft.Years).Select(year => start.AddYears(year).AddDays(-1))];
        var indicators = chosen
            .GroupBy(indicator => indicator.Area)
            .OrderBy(area => area.Key)
            .SelectMany(area => area.Select((indicator, index) => ToIndicator(indicator, Code(area.Key, index))))
            .ToList();
        return new ActionPlan(
            PlanDraft.IdFor(administration.Id, start),
            administration.Id,
            1,
            $"{library.PlanTitle.In(language)} – {administration.Names.In(language)}",
            start,
            end,
            [.. library.Results.Select(result => new PlanResult(result.Code, result.Level, result.Parent, result.Statement.In(language)))],
            indicators,
            [
                .. library.Benchmarks.Select(benchmark => new Benchmark(
                    benchmark.Code,
                    benchmark.Result,
                    benchmark.Statement.In(language),
                    start.AddMonths(benchmark.DueMonth).AddDays(-1),
                    benchmark.Means.In(language),
                    benchmark.KeyFactors
                )),
            ],
            [
                .. library.Activities.Select(activity => new PlannedActivity(
                    activity.Code,
                    activity.Result,
                    activity.Title.In(language),
                    start.AddMonths(activity.FromMonth),
                    start.AddMonths(activity.UntilMonth).AddDays(-1),
                    activity.Budget.In(language),
                    activity.Deliverable.In(language)
                )),
            ],
            [
                .. library.Risks.Select(risk => new Risk(
                    risk.Code,
                    risk.Statement.In(language),
                    risk.Likelihood,
                    risk.Impact,
                    risk.Mitigation.In(language),
                    library.Owners[risk.Owner].In(language)
                )),
            ]
        )
        {
            Language = language,
        };

        Indicator ToIndicator(SuggestedIndicator suggested, string code)
        {
            var (baseline, targets) = figures(suggested, yearEnds);
            return new Indicator(
                code,
                1,
                suggested.Result,
                suggested.Statement.In(language),
                suggested.Measure,
                library.Units[suggested.Unit].In(language),
                suggested.Ascending,
                suggested.Aggregation,
                library.Sources[suggested.Source].In(language),
                suggested.Method.In(language),
                suggested.Frequency,
                library.Owners[suggested.Responsible].In(language),
                suggested.Sex ? [new Dimension("sex", ["women", "men"])] : [],
                [suggested.KeyFactor],
                new Markers(suggested.Principles, suggested.UncacArticles, suggested.Synergies, suggested.CrossCutting),
                suggested.Sensitive,
                baseline,
                targets,
                agreement is not null && suggested.Donors.TryGetValue(agreement.Donor.Value, out var link)
                    ? new DonorLink(agreement.Id, link.Indicator, link.Factor)
                    : null,
                suggested.Sensitive ? Disclosure.Programme : Disclosure.Donors
            )
            {
                Covers = suggested.Covers,
                Ratio = suggested.Ratio is { } names ? new RatioNames(names.Numerator.In(language), names.Denominator.In(language)) : null,
            };
        }
    }

    private static string Code(PlanArea area, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (int)area)}{index + 1}");
}
