using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.ReplyParsing.Figures;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>What the fields of a report's page say. Figures are read by the grammar that reads replies: one number means the same on either
/// way.</summary>
/// <param name="Figures">New or changed answers only.</param>
/// <param name="Errors">By name of the field.</param>
/// <param name="Unanswered">Codes that have neither a value nor a reason, here or in the report.</param>
public sealed record ParsedForm(IReadOnlyList<Figure> Figures, IReadOnlyDictionary<string, Text> Errors, IReadOnlyList<string> Unanswered)
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
        var figures = new List<Figure>();
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

    private static Figure? Read(
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
        bool anyGroup = Enumerable.Range(0, item.Groups?.Count ?? 0).Any(index => typed.ContainsKey(FormFields.Group(item, index)));
        if (TextBounds.IsLonger(value, TextBounds.Narrative) || TextBounds.IsLonger(reason, TextBounds.Reason))
        {
            errors[TextBounds.IsLonger(value, TextBounds.Narrative) ? FormFields.Value(item) : FormFields.Missing(item)] =
                FieldProblems.TooLong;
            return null;
        }

        if (FormFields.IsStatus(item) && reason.Length == 0)
        {
            return StatusFields.Read(item, typed, language, days, errors);
        }

        if (reason.Length > 0)
        {
            if (value.Length > 0 || day.Length > 0 || anyGroup)
            {
                errors[FormFields.Missing(item)] = FieldProblems.ValueAndReason;
                return null;
            }

            if (!GivenReason.IsOne(reason))
            {
                errors[FormFields.Missing(item)] = FieldProblems.ReasonInWords;
                return null;
            }

            return new Figure(item.Code, null, null, null, reason, null, Nothing, $"{item.Code}: n/a {reason}") { IsWhole = true };
        }

        if (value.Length == 0)
        {
            errors[FormFields.Value(item)] =
                item.Kind == FormItemKind.YesNo ? FieldProblems.Of(NotUnderstoodReason.NotYesOrNo) : FieldProblems.TotalMissing;
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
            errors[item.Kind == FormItemKind.YesNo ? FormFields.Day(item) : FormFields.Value(item)] = FieldProblems.Of(
                NotUnderstoodReason.DayOutside
            );
            return null;
        }

        var groups = new Dictionary<string, decimal>(
            answer.Groups ?? (IReadOnlyDictionary<string, decimal>)Nothing,
            StringComparer.Ordinal
        );
        var ratios = new Dictionary<string, Ratio>(answer.Counts?.Groups ?? new Dictionary<string, Ratio>(), StringComparer.Ordinal);
        for (int index = 0; index < (item.Groups?.Count ?? 0); index++)
        {
            string field = FormFields.Group(item, index);
            if (!typed.TryGetValue(field, out string? part))
            {
                continue;
            }

            Answer inGroup = Answer.Read(item, item.Groups![index], part, language);
            if (inGroup.Groups is { } read)
            {
                groups[item.Groups[index]] = read[item.Groups[index]];
                if (inGroup.Counts?.Of(item.Groups[index]) is { } ratio)
                {
                    ratios[item.Groups[index]] = ratio;
                }
            }
            else
            {
                errors[field] = FieldProblems.Of(inGroup.Problem ?? NotUnderstoodReason.NotANumber);
            }
        }

        return new Figure(
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

    private static readonly Dictionary<string, decimal> Nothing = [];

    private static bool Same(Dictionary<string, string> typed, IReadOnlyDictionary<string, string> before) =>
        typed.Count == before.Count && typed.All(field => before.TryGetValue(field.Key, out string? value) && value == field.Value);
}
