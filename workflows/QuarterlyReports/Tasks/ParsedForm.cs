using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.ReplyParsing.Figures;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>What the fields of a report's page say. Figures are read by the same grammar as replies, so that a number means the same
/// either way.</summary>
/// <param name="Figures">New or changed answers only.</param>
/// <param name="Errors">By name of the field.</param>
/// <param name="Unanswered">Codes that have neither a value nor a reason, here or in the report.</param>
public sealed record ParsedForm(
    IReadOnlyList<ReplyFigure> Figures,
    IReadOnlyDictionary<string, Text> Errors,
    IReadOnlyList<string> Unanswered
)
{
    /// <param name="fields">As typed; a field that is empty or not there says nothing.</param>
    public static ParsedForm Of(
        IReadOnlyList<FormItem> items,
        IReadOnlyDictionary<string, string> fields,
        IReadOnlyDictionary<string, ReportEntry> entries,
        Language language,
        DayRange? days = null
    )
    {
        var figures = new List<ReplyFigure>();
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var unanswered = new List<string>();
        foreach (FormItem item in items)
        {
            ReportEntry? entry = entries.GetValueOrDefault(item.Code);
            Dictionary<string, string> typed = FormFields
                .Of(item)
                .Where(fields.ContainsKey)
                .ToDictionary(name => name, name => fields[name], StringComparer.Ordinal);
            bool unchanged = typed.Count == 0 || Same(typed, FormFields.Of(item, entry, language));
            if (unchanged)
            {
                if (entry is null && ReportItems.IsFigure(item))
                {
                    unanswered.Add(item.Code);
                }
            }
            else if (Read(item, typed, language, days, errors) is { } figure)
            {
                figures.Add(figure);
            }
        }

        return new ParsedForm(figures, errors, unanswered);
    }

    private static ReplyFigure? Read(
        FormItem item,
        Dictionary<string, string> typed,
        Language language,
        DayRange? days,
        Dictionary<string, Text> errors
    )
    {
        string value = typed.GetValueOrDefault(FormFields.Value(item), ""),
            reason = typed.GetValueOrDefault(FormFields.Missing(item), ""),
            day = typed.GetValueOrDefault(FormFields.Day(item), "");
        bool isLong = TextBounds.IsLonger(value, TextBounds.Narrative);
        if (isLong || TextBounds.IsLonger(reason, TextBounds.Reason))
        {
            errors[isLong ? FormFields.Value(item) : FormFields.Missing(item)] = FieldProblems.TooLong;
            return null;
        }

        if (FormFields.IsStatus(item) && reason.Length == 0)
        {
            return StatusFields.Read(item, typed, language, days, errors);
        }

        if (reason.Length > 0)
        {
            return WithReason(item, reason, value.Length > 0 || day.Length > 0 || AnyGroup(item, typed), errors);
        }

        if (value.Length == 0)
        {
            errors[FormFields.Value(item)] = NothingSaid(item.Kind);
            return null;
        }

        Answer answer = Answer.Read(item, null, day.Length > 0 ? $"{value} {day}" : value, language);
        if (answer.Problem is { } problem)
        {
            errors[day.Length > 0 && value is "yes" or "no" ? FormFields.Day(item) : FormFields.Value(item)] = FieldProblems.Of(problem);
            return null;
        }

        if (answer.Date is { } named && days?.Holds(named) == false)
        {
            string field = item.Kind == FormItemKind.YesNo ? FormFields.Day(item) : FormFields.Value(item);
            errors[field] = FieldProblems.Of(NotUnderstoodReason.DayOutside);
            return null;
        }

        (Dictionary<string, decimal> groups, Dictionary<string, Ratio> ratios) = Groups(item, typed, language, answer, errors);
        return new ReplyFigure(
            item.Code,
            answer.Value,
            answer.Reached,
            answer.Date,
            answer.MissingReason,
            answer.Narrative,
            groups,
            $"{item.Code}: {value}{(day.Length > 0 ? $" {day}" : "")}"
        )
        {
            IsWhole = true,
            Counts = GivenCounts.Of(answer.Counts?.Total, ratios),
        };
    }

    private static Text NothingSaid(FormItemKind kind) =>
        kind == FormItemKind.YesNo ? FieldProblems.Of(NotUnderstoodReason.NotYesOrNo) : FieldProblems.TotalMissing;

    private static bool AnyGroup(FormItem item, Dictionary<string, string> typed) =>
        Enumerable.Range(0, item.Groups?.Count ?? 0).Any(index => typed.ContainsKey(FormFields.Group(item, index)));

    /// <param name="says">A value stands beside the reason.</param>
    private static ReplyFigure? WithReason(FormItem item, string reason, bool says, Dictionary<string, Text> errors)
    {
        Text? problem =
            says ? FieldProblems.ValueAndReason
            : !GivenReason.IsOne(reason) ? FieldProblems.ReasonInWords
            : null;
        if (problem is null)
        {
            return new ReplyFigure(item.Code, null, null, null, reason, null, Nothing, $"{item.Code}: n/a {reason}") { IsWhole = true };
        }

        errors[FormFields.Missing(item)] = problem;
        return null;
    }

    /// <summary>Groups named in the value, overridden by those in the fields.</summary>
    private static (Dictionary<string, decimal> Values, Dictionary<string, Ratio> Ratios) Groups(
        FormItem item,
        Dictionary<string, string> typed,
        Language language,
        Answer answer,
        Dictionary<string, Text> errors
    )
    {
        var groups = new Dictionary<string, decimal>(
            answer.Groups ?? (IReadOnlyDictionary<string, decimal>)Nothing,
            StringComparer.Ordinal
        );
        var ratios = new Dictionary<string, Ratio>(answer.Counts?.Groups ?? new Dictionary<string, Ratio>(), StringComparer.Ordinal);
        foreach ((int index, string group) in (item.Groups ?? []).Index())
        {
            string field = FormFields.Group(item, index);
            if (!typed.TryGetValue(field, out string? part))
            {
                continue;
            }

            Answer inGroup = Answer.Read(item, group, part, language);
            if (inGroup.Groups is { } read)
            {
                groups[group] = read[group];
                if (inGroup.Counts?.Of(group) is { } ratio)
                {
                    ratios[group] = ratio;
                }
            }
            else
            {
                errors[field] = FieldProblems.Of(inGroup.Problem ?? NotUnderstoodReason.NotANumber);
            }
        }

        return (groups, ratios);
    }

    private static readonly Dictionary<string, decimal> Nothing = [];

    private static bool Same(Dictionary<string, string> typed, IReadOnlyDictionary<string, string> before) =>
        typed.Count == before.Count && typed.All(field => before.TryGetValue(field.Key, out string? value) && value == field.Value);
}
