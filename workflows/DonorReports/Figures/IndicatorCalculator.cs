using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>Collects what administrations contribute to one indicator of the donor's framework and computes its figure.</summary>
internal sealed class IndicatorCalculator(FrameworkIndicator indicator, SnapshotHead head)
{
    private readonly SortedDictionary<string, Contribution> contributions = new(StringComparer.Ordinal);
    private readonly SortedSet<int> keyFactors = [];
    private readonly SortedSet<Principle> principles = [];
    private readonly List<LeftOutValue> leftOut = [];
    private readonly List<QualitativeAnswer> answers = [];
    private int moreAnswers;
    private readonly SortedSet<DateOnly> breaks = [];
    private readonly SortedSet<FigureSpan> spans = [];
    private readonly List<(AdministrationId?, Deviation)> explanations =
    [
        .. head.Deviations.Where(one => one.Item == indicator.Code).Select(one => ((AdministrationId?)null, one)),
    ];
    private readonly List<DateOnly?> notDue = [];
    private readonly List<BeforeTheProgramme> before = [];
    private readonly CellAggregation cells = new(indicator);
    private bool sensitive;

    public IEnumerable<string> Linked => contributions.Keys;

    public void Add(AdministrationId administration, string region, PlanValue value)
    {
        if (!contributions.TryGetValue(administration.Value, out Contribution? contribution))
        {
            contributions.Add(administration.Value, contribution = new Contribution(administration, region));
        }

        contribution.Add(value);
        keyFactors.UnionWith(value.Indicator.KeyFactors);
        principles.UnionWith(value.Indicator.Markers.Principles);
        sensitive |= value.Indicator.Sensitive;
        spans.Add(value.Indicator.Span);
        notDue.Add(value.NotDueUntil);
        explanations.AddRange(
            value.Explanations.Take(TextAggregation.MostOfEach - explanations.Count).Select(one => ((AdministrationId?)administration, one))
        );
        before.AddRange(value.EarlierYears.Select(one => new BeforeTheProgramme(administration, value.Indicator.Unit, one)));
        breaks.UnionWith(value.Breaks.Select(step => step.From));
        if (value.LeftOut is { } reason)
        {
            SeriesStep? broken = reason == LeftOutReason.SeriesBreak ? value.Breaks[^1] : null;
            leftOut.Add(
                new LeftOutValue(
                    administration,
                    value.Indicator.Code,
                    reason,
                    broken?.Unit ?? value.Indicator.Unit,
                    indicator.Unit,
                    broken?.From
                )
            );
        }

        if (indicator.Measure == Measure.Qualitative && value.Narrative is { } text)
        {
            contribution.Answered = true;
            if (answers.Count < TextAggregation.MostOfEach)
            {
                answers.Add(new QualitativeAnswer(administration, text));
            }
            else
            {
                moreAnswers++;
            }
        }
    }

    private int Minimum => Math.Max(indicator.MinimumCell, sensitive ? FigureCalculator.MinimumForSensitive : 0);

    /// <summary>What a next version must remember: each contribution to a figure that is shown, but not value by value.</summary>
    public IEnumerable<ToldValue> Told()
    {
        Contribution[] given = [.. contributions.Values.Where(one => one.Values.Count > 0)];
        return Minimum > 1 && Total(given, Minimum).State == FigureState.Shown
            ? given.Select(one => new ToldValue(indicator.Code, one.Administration, one.Written(indicator)))
            : [];
    }

    /// <summary>Whose contributions differ from those in the version that this one replaces.</summary>
    private HashSet<string> ChangedSince(Contribution[] given)
    {
        Dictionary<string, string> told = (head.Told ?? [])
            .Where(one => one.Indicator == indicator.Code)
            .ToDictionary(one => one.Administration.Value, one => one.Values);
        if (told.Count == 0)
        {
            return []; // the donor has no such figure to compare with
        }

        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (Contribution one in given)
        {
            if (!told.Remove(one.Administration.Value, out string? before) || before != one.Written(indicator))
            {
                changed.Add(one.Administration.Value);
            }
        }

        changed.UnionWith(told.Keys); // no longer in it
        return changed;
    }

    public IndicatorFigure Figure()
    {
        int minimum = Minimum;
        Contribution[] given = [.. contributions.Values.Where(one => one.Values.Count > 0)];
        HashSet<string> changed = minimum > 1 ? ChangedSince(given) : [];
        Figure total = Total(given, minimum);
        if (total.State == FigureState.Shown && Suppression.IsTooSmall(changed.Count, minimum))
        {
            total = total with { State = FigureState.Suppressed, Value = null, Counts = null, UnweightedOf = null };
        }

        bool shown = total.State == FigureState.Shown;
        var parts = new IndicatorParts(indicator, contributions.Values, given, minimum, changed);
        FrameworkTarget? target = Achievement.TargetFor(indicator, head.Period.End);
        return new IndicatorFigure(
            indicator,
            head.Agreement.Framework.Results.FirstOrDefault(result => result.Code == indicator.Result)
                ?? new FrameworkResult(indicator.Result, ResultLevel.Output, null, indicator.Result),
            target,
            total,
            shown ? Achievement.Percent(indicator.Ascending, indicator.Baseline, target?.Value, total.Value) : null,
            total.State switch
            {
                FigureState.Shown => Achievement.Of(indicator.Ascending, indicator.Baseline, target?.Value, total.Value!.Value),
                FigureState.Suppressed => Progress.Withheld,
                FigureState.Missing => total.NotDueUntil is null ? Progress.NoData : Progress.NotDue,
                _ => Progress.NotRated,
            },
            shown ? parts.ByRegion() : [],
            shown ? parts.Breakdowns() : [],
            Trend(total),
            minimum,
            [.. keyFactors],
            [.. principles],
            [
                .. contributions
                    .Values.Where(one => !(indicator.Measure == Measure.Qualitative ? one.Answered : one.Reported) && !one.LeftOut)
                    .Select(one => new MissingValue(one.Administration, sensitive ? null : one.MissingReason)),
            ],
            leftOut,
            minimum > 1 ? [] : answers
        )
        {
            Before = minimum > 1 ? [] : before, // they are single values
            Span = indicator.Measure != Measure.Qualitative && spans.Count == 1 ? spans.Min : null,
            Explanations = sensitive ? [] : explanations,
            MoreAnswers = minimum > 1 ? 0 : moreAnswers,
            SpansDiffer = indicator.Measure != Measure.Qualitative && spans.Count > 1,
        };
    }

    private Figure Total(Contribution[] given, int minimum)
    {
        int linked = contributions.Count;
        if (indicator.Measure == Measure.Qualitative)
        {
            int answered = contributions.Values.Count(one => one.Answered);
            return new Figure(answered > 0 ? FigureState.Narrative : FigureState.Missing, null, answered, linked)
            {
                NotDueUntil = answered > 0 ? null : NotDueUntil(),
            };
        }

        if (given.Length == 0)
        {
            bool only = indicator.Aggregation == Aggregation.None && contributions.Values.Any(one => one.Reported);
            return new Figure(
                only ? FigureState.NotAggregated : FigureState.Missing,
                null,
                contributions.Values.Count(one => one.Reported),
                linked
            )
            {
                NotDueUntil = only ? null : NotDueUntil(),
            };
        }

        return cells.Together(given.Select(cells.Whole), minimum, linked);
    }

    /// <returns>Null where somebody was asked, and nobody answered.</returns>
    private DateOnly? NotDueUntil() => notDue.Count > 0 && notDue.All(day => day is not null) ? notDue.Min() : null;

    private List<TrendPoint> Trend(Figure total)
    {
        List<TrendPoint> points =
        [
            .. head
                .Earlier.Where(figure => figure.Indicator == indicator.Code && figure.Period.End < head.Period.Start)
                .OrderBy(figure => figure.Period.End)
                .Select(figure => new TrendPoint(figure.Period, figure.Suppressed ? null : figure.Value, figure.Suppressed)),
        ];
        points.Add(new TrendPoint(head.Period, total.Value, total.State == FigureState.Suppressed));
        return
        [
            .. points.Select(
                (point, place) =>
                    place > 0 && breaks.Any(day => day > points[place - 1].Period.End && day <= point.Period.End)
                        ? point with
                        {
                            Break = true,
                        }
                        : point
            ),
        ];
    }
}
