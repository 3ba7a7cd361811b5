using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>Where an indicator's figures come from if no coordinator enters them: <c>cips:3:officials</c> (a key factor as one group in a
/// survey sees it) or <c>pmm:K3</c> (a KPI of the self-assessment).</summary>
/// <param name="Key">Number of the key factor, or code of the KPI.</param>
/// <param name="Group">Of a survey; empty else.</param>
public sealed record FigureSource(string Instrument, string Key, string Group)
{
    public const string Survey = "cips",
        Assessment = "pmm";

    /// <returns>Null where the text names none.</returns>
    public static FigureSource? Read(string? text) =>
        text?.Trim().Split(':') switch
        {
            [Survey, var factor, { Length: > 0 } group]
                when int.TryParse(factor, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 10 =>
                new(Survey, factor, group),
            [Assessment, ['K', ..] kpi] => new(Assessment, kpi, ""),
            _ => null,
        };
}

/// <summary>Implemented by capabilities that measure: returns the figure for an indicator, within the limits of its disclosure.</summary>
public interface IMeasuredFigures
{
    /// <param name="needed">How far the indicator's figures travel: what is measured must be allowed to travel as far.</param>
    /// <param name="from">First day of the time that the figure is to tell of.</param>
    /// <param name="until">Last day of it.</param>
    /// <returns>The latest; null where there is none, or where it is another's to give.</returns>
    Task<MeasuredFigure?> FindAsync(
        AdministrationId administration,
        FigureSource source,
        Disclosure needed,
        DateOnly from,
        DateOnly until,
        CancellationToken cancellation
    );
}

/// <param name="Value">Null where it cannot be measured.</param>
/// <param name="MissingReason">Why not.</param>
/// <param name="By">Who let it travel.</param>
/// <param name="Source">"survey:{wave}" or "pmm:{year}".</param>
public sealed record MeasuredFigure(decimal? Value, string? MissingReason, DateOnly On, PersonId By, EntrySource Source);

/// <summary>Asks every capability that measures.</summary>
public sealed class MeasuredFigures(IEnumerable<IMeasuredFigures> all)
{
    public async Task<MeasuredFigure?> FindAsync(
        AdministrationId administration,
        Indicator indicator,
        DateOnly from,
        DateOnly until,
        CancellationToken cancellation
    )
    {
        if (FigureSource.Read(indicator.MeasuredBy) is not { } source)
        {
            return null;
        }

        foreach (IMeasuredFigures one in all)
        {
            if (await one.FindAsync(administration, source, indicator.Disclosure, from, until, cancellation) is { } figure)
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>Fills in baselines that nobody has entered and that were measured before the plan begins.</summary>
    public async Task<ActionPlan> WithBaselinesAsync(ActionPlan draft, CancellationToken cancellation)
    {
        if (draft.Indicators.All(indicator => indicator.MeasuredBy is null || HasBaseline(indicator)))
        {
            return draft;
        }

        var indicators = new List<Indicator>();
        foreach (Indicator indicator in draft.Indicators)
        {
            MeasuredFigure? figure = HasBaseline(indicator)
                ? null
                : await FindAsync(draft.Administration, indicator, DateOnly.MinValue, draft.Start, cancellation);
            indicators.Add(
                figure is null
                    ? indicator
                    : indicator with
                    {
                        Baseline = new Baseline(figure.Value, null, figure.On, figure.Source.What, figure.MissingReason),
                    }
            );
        }

        return draft with
        {
            Indicators = indicators,
        };
    }

    private static bool HasBaseline(Indicator indicator) => indicator.Baseline is not { Value: null, Narrative: null, MissingReason: null };
}
