using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.ReplyParsing.Figures;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>The status of a result or an activity, as the page's fields hold it.</summary>
internal static class StatusFields
{
    /// <returns>Null where something in the fields could not be taken.</returns>
    public static ReplyFigure? Read(
        FormItem item,
        Dictionary<string, string> typed,
        Language language,
        DayRange? days,
        Dictionary<string, Text> errors
    )
    {
        string value = typed.GetValueOrDefault(FormFields.Value(item), ""),
            day = typed.GetValueOrDefault(FormFields.Day(item), ""),
            why = typed.GetValueOrDefault(FormFields.Why(item), "");
        if (!Enum.TryParse(value, out ItemStatus status) || !ItemStatuses.For(item.Kind).Contains(status))
        {
            errors[FormFields.Value(item)] = Texts.FieldNotAStatus;
            return null;
        }

        if (TextBounds.IsLonger(why, TextBounds.Narrative))
        {
            errors[FormFields.Why(item)] = FieldProblems.TooLong;
            return null;
        }

        DateOnly? on = null;
        if (day.Length > 0)
        {
            Answer read = Answer.Read(new FormItem(item.Code, FormItemKind.Date, item.Label), null, day, language);
            on = read.Date;
            bool outside = status == ItemStatus.Done && on is { } named && days?.Holds(named) == false;
            if (on is null || outside)
            {
                errors[FormFields.Day(item)] = FieldProblems.Of(
                    outside ? NotUnderstoodReason.DayOutside : read.Problem ?? NotUnderstoodReason.NotADate
                );
                return null;
            }
        }

        return new ReplyFigure(
            item.Code,
            null,
            null,
            on,
            null,
            why.Length > 0 ? why : null,
            new Dictionary<string, decimal>(),
            $"{item.Code}: {string.Join(", ", new[] { status.Label().In(language), day, why }.Where(part => part.Length > 0))}"
        )
        {
            IsWhole = true,
            Status = status,
        };
    }
}
