using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>Builds a plan from suggestions, in the administration's language.</summary>
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
        DateOnly end = start.AddYears(FirstDraft.Years).AddDays(-1);
        DateOnly[] yearEnds = [.. Enumerable.Range(1, FirstDraft.Years).Select(year => start.AddYears(year).AddDays(-1))];
        return new ActionPlan(
            FirstDraft.IdFor(administration.Id, start),
            administration.Id,
            1,
            $"{library.PlanTitle.In(language)} – {administration.Names.In(language)}",
            start,
            end,
            [.. library.Results.Select(result => new PlanResult(result.Code, result.Level, result.Parent, result.Statement.In(language)))],
            [
                .. chosen
                    .GroupBy(indicator => indicator.Area)
                    .OrderBy(area => area.Key)
                    .SelectMany(area => area.Select((indicator, index) => ToIndicator(indicator, Code(area.Key, index)))),
            ],
            [.. library.Benchmarks.Select(benchmark => ToBenchmark(benchmark, start, language))],
            [.. library.Activities.Select(activity => ToActivity(activity, start, language))],
            [.. library.Risks.Select(risk => ToRisk(library, risk, language))]
        )
        {
            Language = language,
        };

        Indicator ToIndicator(SuggestedIndicator suggested, string code)
        {
            var (baseline, targets) = figures(suggested, yearEnds);
            DonorLink? link =
                agreement is not null && suggested.Donors.TryGetValue(agreement.Donor.Value, out var served)
                    ? new DonorLink(agreement.Id, served.Indicator, served.Factor)
                    : null;
            return InWords(library, suggested, language) with { Code = code, Baseline = baseline, Targets = targets, DonorLink = link };
        }
    }

    private static Indicator InWords(PlanLibrary library, SuggestedIndicator suggested, Language language) =>
        new(
            "",
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
            new Baseline(null, null, null, null, null),
            [],
            null,
            suggested.Sensitive ? Disclosure.Programme : Disclosure.Donors
        )
        {
            Covers = suggested.Covers,
            Ratio = suggested.Ratio is { } names ? new RatioNames(names.Numerator.In(language), names.Denominator.In(language)) : null,
        };

    private static Benchmark ToBenchmark(SuggestedBenchmark suggested, DateOnly start, Language language) =>
        new(
            suggested.Code,
            suggested.Result,
            suggested.Statement.In(language),
            start.AddMonths(suggested.DueMonth).AddDays(-1),
            suggested.Means.In(language),
            suggested.KeyFactors
        );

    private static PlannedActivity ToActivity(SuggestedActivity suggested, DateOnly start, Language language) =>
        new(
            suggested.Code,
            suggested.Result,
            suggested.Title.In(language),
            start.AddMonths(suggested.FromMonth),
            start.AddMonths(suggested.UntilMonth).AddDays(-1),
            suggested.Budget.In(language),
            suggested.Deliverable.In(language)
        );

    private static Risk ToRisk(PlanLibrary library, SuggestedRisk suggested, Language language) =>
        new(
            suggested.Code,
            suggested.Statement.In(language),
            suggested.Likelihood,
            suggested.Impact,
            suggested.Mitigation.In(language),
            library.Owners[suggested.Owner].In(language)
        );

    private static string Code(PlanArea area, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (int)area)}{index + 1}");
}
