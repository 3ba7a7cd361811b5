using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>The layout of a figures workbook.</summary>
internal static class FiguresSheets
{
    private static readonly Text[] Headings =
    [
        Texts.Code,
        Texts.Group,
        Texts.WhatIsAsked,
        Texts.Unit,
        Texts.Baseline,
        Texts.Target,
        Texts.Value,
        Texts.ReasonIfThereNoValue,
        Texts.Comment,
    ];

    private static readonly Text KnownHeading = Texts.ForYourInformation;
    private static readonly Text LeaveReached = Texts.LeaveEmptyUnlessNoLongerHolds;

    private static readonly double[] Widths = [8, 14, 60, 14, 11, 11, 16, 36, 44];
    private static readonly Text Figures = Texts.Figures;
    private static readonly Text Account = Texts.Account;
    private static readonly Text AccountHeading = Texts.AccountPeriodYourOwnWords;
    private static readonly Text Hint = Texts.FillYellowCellsSaveSendFile;
    private static readonly Text ByLink = Texts.SensitiveAnswerBehindLinkMail;

    private static string? UnitOf(FormItem item) => item.Unit ?? (item.Kind == FormItemKind.Percentage ? "%" : null);

    public static CellKind KindOf(FormItem item) =>
        item.Kind switch
        {
            FormItemKind.Number => CellKind.Number,
            FormItemKind.Percentage => CellKind.Percentage,
            FormItemKind.YesNo or FormItemKind.ResultStatus or FormItemKind.ActivityStatus => CellKind.Choice,
            FormItemKind.Date => CellKind.Date,
            _ => CellKind.Text,
        };

    public static WorkbookDesign Of(FiguresForm form)
    {
        Language language = form.Language;
        return new WorkbookDesign(
            form.Title,
            form.Notice,
            language,
            new WorkbookTicket("figures", form.Plan.Value, form.PlanVersion, form.Period, form.Hash),
            [
                new SheetDesign(
                    Figures.In(language),
                    Hint.In(language),
                    [
                        .. Headings.Zip(Widths, (heading, width) => new ColumnDesign(heading.In(language), width)),
                        new ColumnDesign(KnownHeading.In(language), 46, IsNote: true),
                    ],
                    [.. form.Items.SelectMany(item => Rows(item, language))]
                ),
                new SheetDesign(
                    Account.In(language),
                    Hint.In(language),
                    [new ColumnDesign(AccountHeading.In(language), 120)],
                    [
                        [new CellDesign(CellKind.Text)],
                    ]
                ),
            ]
        );
    }

    private static IEnumerable<IReadOnlyList<CellDesign>> Rows(FormItem item, Language language)
    {
        if (item.Sensitive)
        {
            yield return
            [
                .. new object?[] { item.Code, null, ByLink.In(language), null, null, null, null, null, null }.Select(CellDesign.Label),
                CellDesign.Note(""),
            ];
            yield break;
        }

        CellDesign input = new(KindOf(item), Choices: StatusCells.Labels(item.Kind, language));
        yield return
        [
            .. new object?[] { item.Code, null, item.Label, UnitOf(item), item.Baseline, item.Target }.Select(CellDesign.Label),
            input with
            {
                Value = GivenValue(item, language),
            },
            new CellDesign(CellKind.Text, item.Context.Given?.MissingReason),
            new CellDesign(CellKind.Text, StatusCells.Given(item)),
            CellDesign.Note(Known(item, language)),
        ];
        foreach (IReadOnlyList<CellDesign> row in CountCells.Of(item, null, language))
        {
            yield return row;
        }

        foreach (string group in item.Groups ?? [])
        {
            yield return
            [
                .. new object?[] { item.Code, GroupWords.Label(group, language), null, UnitOf(item), null, null }.Select(CellDesign.Label),
                input with
                {
                    Value = item.Context.Given?.Groups.TryGetValue(group, out decimal part) == true ? part : null,
                },
                CellDesign.Label(null),
                CellDesign.Label(null),
                CellDesign.Note(""),
            ];
            foreach (IReadOnlyList<CellDesign> row in CountCells.Of(item, group, language))
            {
                yield return row;
            }
        }
    }

    /// <summary>Why it was sent back, its last value, and its next target. These change with every acceptance, so a returned form may be
    /// out of date.</summary>
    private static string Known(FormItem item, Language language) =>
        string.Join(
            "\n",
            new[]
            {
                item.Context.SentBackBecause is null ? "" : FormHint.Lines(item, language)[0],
                FormHint.Facts(item, language),
                item.Context.Reached is null ? "" : LeaveReached.In(language),
                StatusCells.Hint(item.Kind)?.In(language) ?? "",
            }.Where(line => line.Length > 0)
        );

    private static object? GivenValue(FormItem item, Language language) =>
        item.Context.Given switch
        {
            { Status: { } status } => status.Label().In(language),
            { Value: { } number } => number,
            { Reached: { } reached } => Choices.YesNo.First(choice => choice.Value == reached).Label.In(language),
            { Date: { } day } => day,
            { Narrative: { } text } when item.Kind == FormItemKind.Narrative => text,
            _ => null,
        };
}
