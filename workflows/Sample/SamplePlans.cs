using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Sample;

/// <summary>Fictional plans: four written by hand (Ghana, Nepal, Tunisia, Guatemala), the rest put together from the library. The same each
/// time.</summary>
public static class SamplePlans
{
    private static readonly HashSet<string> Always =
    [
        "leadership-commitments",
        "trained",
        "would-report",
        "paperless",
        "files-opened",
        "complaints-decided",
        "rules-mapped",
        "published",
        "release-time",
        "rotation",
    ];

    /// <param name="start">First day; the plan runs for three years.</param>
    public static ActionPlan For(Administration administration, DateOnly start)
    {
        string file = $"plans/{administration.Id.Value.ToLowerInvariant()}.json";
        return SeedFile.Exists(file) ? Move(SeedFile.Read<ActionPlan>(file), start) : Generate(administration, start);
    }

    private static ActionPlan Generate(Administration administration, DateOnly start)
    {
        PlanLibrary library = PlanLibrary.Shipped;
        byte[] lot = SHA256.HashData(Encoding.UTF8.GetBytes(administration.Id.Value));
        GrantAgreement agreement = SampleAgreements.For(administration.Id, start);
        var chosen = library.Indicators.Where(
            (indicator, index) =>
                Always.Contains(indicator.Key)
                || indicator.KeyFactor == 10 && indicator.Donors.ContainsKey(agreement.Donor.Value)
                || lot[index] % 2 == 0
        );
        ActionPlan plan = LibraryPlan.Build(
            library,
            administration,
            agreement,
            start,
            chosen,
            (indicator, yearEnds) => Figures(library, administration.Language, indicator, yearEnds, start, lot)
        );
        return plan with { Notice = Fictional.Notices.In(administration.Language) };
    }

    private static (Baseline, IReadOnlyList<Target>) Figures(
        PlanLibrary library,
        Language language,
        SuggestedIndicator indicator,
        IReadOnlyList<DateOnly> yearEnds,
        DateOnly start,
        byte[] lot
    )
    {
        DateOnly before = start.AddDays(-1);
        string source = library.Sources[indicator.Source].In(language);
        if (indicator.Narrative is { } words)
        {
            return (
                new Baseline(null, words.Baseline.In(language), before, source, null),
                [.. words.Targets.Zip(yearEnds, (text, by) => new Target(by, null, text.In(language)))]
            );
        }

        int draw = lot[indicator.Key.Length];
        decimal Vary(decimal value) =>
            indicator.Measure == Measure.Percentage ? value + (draw % 13) - 6
            : value < 10 ? value
            : Math.Round(value * (80 + (draw % 41)) / 100m);
        IReadOnlyList<Target> targets = [.. indicator.Targets.Zip(yearEnds, (value, by) => new Target(by, Vary(value)))];
        return indicator.Key == "would-report"
            ? (new Baseline(null, null, null, null, library.MissingBaseline.In(language)), targets)
            : (new Baseline(Vary(indicator.Baseline!.Value), null, before, source, null), targets);
    }

    private static ActionPlan Move(ActionPlan plan, DateOnly start)
    {
        var dates = new SeedDates(start);
        return plan with
        {
            Id = FirstDraft.IdFor(plan.Administration, start),
            Start = start,
            End = dates.Move(plan.End),
            Indicators =
            [
                .. plan.Indicators.Select(indicator =>
                    indicator with
                    {
                        Baseline = indicator.Baseline with { On = indicator.Baseline.On is { } on ? dates.Move(on) : null },
                        Targets = [.. indicator.Targets.Select(target => target with { By = dates.Move(target.By) })],
                        DonorLink = indicator.DonorLink,
                    }
                ),
            ],
            Benchmarks = [.. plan.Benchmarks.Select(benchmark => benchmark with { Due = dates.Move(benchmark.Due) })],
            Activities =
            [
                .. plan.Activities.Select(activity =>
                    activity with
                    {
                        From = dates.Move(activity.From),
                        Until = dates.Move(activity.Until),
                    }
                ),
            ],
        };
    }
}
