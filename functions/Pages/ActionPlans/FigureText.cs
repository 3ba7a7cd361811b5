using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>Figures as pages show them.</summary>
internal static class FigureText
{
    public static string Number(decimal value, Language language, Measure measure) =>
        Figures.Number(value, language) + (measure == Measure.Percentage ? "\u00A0%" : "");

    public static string Of(PageContext page, decimal? value, bool? reached, string? narrative, string? missing, Measure measure) =>
        value is { } number ? Number(number, page.Language, measure)
        : reached is { } yes
            ? yes ? page.Say(Texts.Reached)
                : page.Say(Texts.NotReached)
        : !string.IsNullOrWhiteSpace(narrative) ? narrative
        : !string.IsNullOrWhiteSpace(missing) ? page.Say(Texts.NoFigureMissing(missing: missing))
        : "–";

    /// <summary>An answer; of a share its counts, where it was given with them.</summary>
    public static string Of(PageContext page, Indicator indicator, decimal? value, string? narrative, string? missing, Ratio? counts) =>
        value is not null && counts is not null
            ? counts.WithPercent(page.Language)
            : Of(page, value, null, narrative, missing, indicator.Measure);

    public static string Baseline(PageContext page, Indicator indicator) =>
        indicator.Baseline.Counts?.WithPercent(page.Language)
        ?? Of(page, indicator.Baseline.Value, null, indicator.Baseline.Narrative, indicator.Baseline.MissingReason, indicator.Measure);

    /// <summary>The target that a day is held against: the first due on or after it, else the last.</summary>
    public static Target? TargetFor(Indicator indicator, DateOnly day) =>
        indicator.Targets.OrderBy(target => target.By).FirstOrDefault(target => target.By >= day)
        ?? indicator.Targets.MaxBy(target => target.By);

    public static string Target(PageContext page, Indicator indicator, Target? target) =>
        target is null
            ? "–"
            : target.Counts?.WithPercent(page.Language) ?? Of(page, target.Value, null, target.Narrative, null, indicator.Measure);
}
