using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>Questions about the results measured in a period and the activities that are due.</summary>
internal static class StatusItems
{
    /// <summary>Leaves out codes that also name a figure or a section, because an answer under them would be read as that one's.</summary>
    public static IEnumerable<string> CodesOf(ActionPlan plan)
    {
        var taken = new HashSet<string>(
            [
                .. plan.Indicators.Select(one => one.Code),
                .. plan.Benchmarks.Select(one => one.Code),
                .. NarrativeSection.All.Select(section => section.Code),
            ],
            StringComparer.OrdinalIgnoreCase
        );
        return plan
            .Results.Select(result => result.Code)
            .Concat(plan.Activities.Select(activity => activity.Code))
            .GroupBy(code => code, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() == 1 && !taken.Contains(same.Key))
            .Select(same => same.Key);
    }

    public static IEnumerable<FormItem> Of(ActionPlan plan, ReportingPeriod period, ObservationHistory history)
    {
        HashSet<string> codes = [.. CodesOf(plan)];
        return
        [
            .. plan
                .Results.Where(result => codes.Contains(result.Code) && IsMeasured(plan, result, period))
                .Select(result => Item(FormItemKind.ResultStatus, result.Code, result.Statement, null, history, period)),
            .. plan
                .Activities.Where(activity => codes.Contains(activity.Code) && IsDue(activity, period, history))
                .Select(activity => Item(FormItemKind.ActivityStatus, activity.Code, activity.Title, activity.Until, history, period)),
        ];
    }

    /// <summary>What a report leaves unanswered about them, if it says anything.</summary>
    public static IEnumerable<ReportQuestion> Questions(
        ActionPlan plan,
        ReportingPeriod period,
        ObservationHistory given,
        ObservationHistory history
    )
    {
        bool saysAnything =
            plan.Indicators.Any(one => given.In(one.Code, period)?.MissingReason is null && given.In(one.Code, period) is not null)
            || plan.Benchmarks.Any(one => given.In(one.Code, period)?.Reached is not null);
        foreach (FormItem item in saysAnything ? Of(plan, period, history) : [])
        {
            switch (given.In(item.Code, period))
            {
                case { MissingReason: not null }:
                    break;
                case { Status: { } status, Narrative: null or "" } when item.Kind == FormItemKind.ResultStatus || status.DeviatesFromPlan():
                    yield return new("status-why-missing", item.Code, Texts.StatusWhyMissing(item: item.Code, status: status.Label()));
                    break;
                case null or { Status: null }:
                    yield return new("status-missing", item.Code, Texts.StatusMissing(item: item.Code));
                    break;
            }
        }
    }

    /// <summary>Whether the period measures the result. The ultimate outcome is beyond one administration's quarter.</summary>
    private static bool IsMeasured(ActionPlan plan, PlanResult result, ReportingPeriod period) =>
        result.Level != ResultLevel.Ultimate
        && (
            plan.Indicators.Any(one => one.Result == result.Code && Completeness.IsAsked(one, period))
            || plan.Benchmarks.Any(one => one.Result == result.Code && period.Covers(one.Due))
        );

    /// <summary>Whether the activity is due: from the period in which it was to end until it is done or cancelled; if postponed, from the
    /// new day.</summary>
    private static bool IsDue(PlannedActivity activity, ReportingPeriod period, ObservationHistory history) =>
        history.LastBefore(activity.Code, period) switch
        {
            { Status: ItemStatus.Done or ItemStatus.Cancelled } => false,
            { Status: ItemStatus.Delayed or ItemStatus.UnderWay, Date: { } day } when day > period.End => false,
            _ => activity.Until <= period.End,
        };

    private static FormItem Item(
        FormItemKind kind,
        string code,
        string label,
        DateOnly? due,
        ObservationHistory history,
        ReportingPeriod period
    ) =>
        new(code, kind, label)
        {
            Context = new FormContext(
                Due: due,
                Last: history.LastBefore(code, period) is { Status: { } status } last && last.Period.Days is var (start, end)
                    ? new FormerValue(null, last.Narrative, start, end) { Status = status }
                    : null
            ),
        };
}
