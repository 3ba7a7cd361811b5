using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.ReplyParsing.Figures;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>The status of a result or an activity in a workbook: chosen from a list, with day and sentence as a comment.</summary>
internal static class StatusCells
{
    private static readonly IReadOnlyList<Choice<ItemStatus>> OfResults = List(FormItemKind.ResultStatus);
    private static readonly IReadOnlyList<Choice<ItemStatus>> OfActivities = List(FormItemKind.ActivityStatus);

    public static IReadOnlyList<Choice<ItemStatus>> Choices(FormItemKind kind) =>
        kind == FormItemKind.ResultStatus ? OfResults : OfActivities;

    /// <returns>Null where nothing is chosen from a list.</returns>
    public static IReadOnlyList<string>? Labels(FormItemKind kind, Language language) =>
        kind switch
        {
            FormItemKind.YesNo => ActionPlans.Workbook.Choices.YesNo.Labels(language),
            FormItemKind.ResultStatus or FormItemKind.ActivityStatus => Choices(kind).Labels(language),
            _ => null,
        };

    public static Text? Hint(FormItemKind kind) => ItemStatuses.For(kind).Count > 0 ? Texts.StatusInWorkbook : null;

    /// <summary>The earlier answer, as it appears in the comment.</summary>
    public static string? Given(FormItem item) =>
        item.Context.Given is not { Status: not null } given ? null
        : given.Date is { } day ? string.Join(", ", new[] { $"{day:yyyy-MM-dd}", given.Narrative }.Where(part => part is { Length: > 0 }))
        : given.Narrative;

    /// <summary>Read by the same grammar as replies.</summary>
    /// <returns>Null where the cells say nothing of the kind.</returns>
    public static ReplyFigure? Read(FormItem item, FilledFigure cell, Language language, string line)
    {
        if (cell.Status is not { } status)
        {
            return null;
        }

        Answer said = Answer.Read(item, null, $"{status.Label().In(language)}, {cell.Comment}", language);
        // a day that could be two stays in the words; what was chosen from a list needs no asking back
        string? why = said.Problem is null or NotUnderstoodReason.DoneInPart ? said.Narrative : cell.Comment;
        return new ReplyFigure(item.Code, null, null, said.Date, null, why, cell.Groups, line) { Status = status };
    }

    private static Choice<ItemStatus>[] List(FormItemKind kind) =>
        [.. ItemStatuses.For(kind).Select(status => new Choice<ItemStatus>(status, status.Label()))];
}
