using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Local.Cli.Simulation;

/// <summary>What a coordinator would report: somewhere on the way from the baseline to the target, as the seed says.</summary>
internal sealed class Figures(Actors actors)
{
    /// <returns>Lines such as "B3: 45 %", in the language's own number style.</returns>
    public IReadOnlyList<string> Lines(ActionPlan plan, ReportingPeriod period, Language language) =>
        [
            .. plan
                .Indicators.Where(i => !i.Sensitive && Completeness.IsAsked(i, period))
                .SelectMany(i => Answer(plan, i, period, language)),
            .. plan
                .Benchmarks.Where(b => b.Due <= period.End)
                .Select(b =>
                    $"{b.Code}: {(actors.Draw("reached", plan.Id.Value, b.Code, period.Key.Value) < 0.8 ? Yes(language) : No(language))}"
                ),
        ];

    private IEnumerable<string> Answer(ActionPlan plan, Indicator indicator, ReportingPeriod period, Language language)
    {
        string[] about = ["figure", plan.Id.Value, indicator.Code, period.Key.Value];
        if (actors.Draw([.. about, "missing"]) < 0.06)
        {
            return
            [
                $"{indicator.Code}: {Spoken.Of("n/a system was down", "n/d système en panne", "n/d sistema fuera de servicio").In(language)}",
            ];
        }

        if (indicator.Measure is Measure.Qualitative or Measure.Nominal)
        {
            return
            [
                $"{indicator.Code}: "
                    + Spoken
                        .Of(
                            "Procedures were discussed with staff and brokers.",
                            "Les procédures ont été discutées avec le personnel et les déclarants.",
                            "Los procedimientos se discutieron con el personal y los agentes."
                        )
                        .In(language),
            ];
        }

        decimal value = Value(plan, indicator, period, about);
        if (indicator.Ratio is not null)
        {
            decimal whole = 80 + Math.Round(400 * (decimal)actors.Draw([.. about, "whole"]));
            return [$"{indicator.Code}: {Actors.Number(Math.Round(whole * value / 100), language)}/{Actors.Number(whole, language)}"];
        }

        string[] groups = [.. indicator.Dimensions.SelectMany(d => d.Groups)];
        if (groups.Length == 2 && indicator.Measure == Measure.Unit)
        {
            decimal first = Math.Round(value * (decimal)(0.3 + (0.4 * actors.Draw([.. about, "split"]))));
            return
            [
                $"{indicator.Code}: {Actors.Number(value, language)}",
                $"{indicator.Code} {groups[0]}: {Actors.Number(first, language)}, {groups[1]}: {Actors.Number(value - first, language)}",
            ];
        }

        return [$"{indicator.Code}: {Actors.Number(value, language)}{(indicator.Measure == Measure.Percentage ? " %" : "")}"];
    }

    private decimal Value(ActionPlan plan, Indicator indicator, ReportingPeriod period, string[] about)
    {
        decimal from = indicator.Baseline.Value ?? 0;
        decimal to = indicator.Targets.LastOrDefault()?.Value ?? from + 10;
        double whole = Math.Max(1, plan.End.DayNumber - plan.Start.DayNumber);
        double progress = Math.Clamp(((period.End.DayNumber - plan.Start.DayNumber) / whole) + ((actors.Draw(about) - 0.5) * 0.15), 0, 1.1);
        decimal value = from + ((to - from) * (decimal)progress);
        value = indicator.Measure == Measure.Percentage ? Math.Clamp(Math.Round(value, 1), 0, 100) : Math.Max(0, Math.Round(value));
        return decimal.Parse(value.ToString("0.##", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string Yes(Language language) => Spoken.Of("yes", "oui", "sí").In(language);

    private static string No(Language language) => Spoken.Of("no", "non", "no").In(language);
}
