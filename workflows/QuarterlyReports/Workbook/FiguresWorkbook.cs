using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Serialization;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>The form of one quarter as a workbook: handed out with the task mail, sent back as an attachment.</summary>
public static class FiguresWorkbook
{
    internal const int Value = 7;

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

    /// <returns>An .xlsx file; the same form gives the same bytes.</returns>
    public static byte[] Write(FiguresForm form) => WorkbookWriter.Write(Design(form));

    /// <summary>What the coordinator filled in.</summary>
    /// <param name="form">The form that was handed out.</param>
    public static ParsedWorkbook<FilledFigures> Read(byte[] file, FiguresForm form)
    {
        var (filled, problems) = FilledWorkbook.Open(file, Design(form));
        if (filled is null)
        {
            return new ParsedWorkbook<FilledFigures>(null, problems);
        }

        var found = new List<WorkbookProblem>();
        var entries = new Dictionary<string, FilledFigure>(StringComparer.Ordinal);
        int row = 0;
        foreach (FormItem item in form.Items)
        {
            entries[item.Code] = ReadItem(filled, item, ref row, found);
        }

        string? account = new ParsedRow(filled, 1, 0, found).TextOrNull();
        return new ParsedWorkbook<FilledFigures>(new FilledFigures(entries, string.IsNullOrWhiteSpace(account) ? null : account), found);
    }

    private static FilledFigure ReadItem(FilledWorkbook filled, FormItem item, ref int row, List<WorkbookProblem> problems)
    {
        var line = new ParsedRow(filled, 0, row++, problems);
        line.Skip(Value - 1);
        decimal? number = null;
        bool? reached = null;
        ItemStatus? status = null;
        DateOnly? date = null;
        string? text = null;
        int before = problems.Count;
        switch (item.Kind)
        {
            case FormItemKind.Number or FormItemKind.Percentage when !item.Sensitive:
                number = line.Number(KindOf(item));
                break;
            case FormItemKind.ResultStatus or FormItemKind.ActivityStatus:
                status = line.Choice(StatusCells.Choices(item.Kind));
                break;
            case FormItemKind.YesNo when !item.Sensitive:
                reached = line.Choice(Choices.YesNo);
                break;
            case FormItemKind.Date when !item.Sensitive:
                date = line.Date();
                break;
            default:
                text = line.TextOrNull();
                break;
        }

        string? reason = Given(line.TextOrNull());
        string? comment = Given(line.TextOrNull());
        Ratio? counts = CountRows.Read(filled, item, line, ref number, ref row, problems);
        bool hasValue = number is not null || status is not null || reached is not null || date is not null || Given(text) is not null;
        if (hasValue && reason is not null)
        {
            line.Report(WorkbookProblems.ValueAndReason, Value + 1);
            (number, reached, date, text, reason, status) = (null, null, null, null, null, null);
        }
        else if (reason is not null && !GivenReason.IsOne(reason))
        {
            line.Report(WorkbookProblems.NoReason, Value + 1);
            reason = null;
        }

        (Dictionary<string, decimal> groups, Dictionary<string, Ratio> ratios) = ReadGroups(filled, item, ref row, problems);
        return new FilledFigure(number, reached, date, Given(text), reason, comment, groups, problems.Count > before)
        {
            Counts = GivenCounts.Of(reason is null ? counts : null, ratios),
            Status = status,
        };
    }

    private static (Dictionary<string, decimal> Values, Dictionary<string, Ratio> Ratios) ReadGroups(
        FilledWorkbook filled,
        FormItem item,
        ref int row,
        List<WorkbookProblem> problems
    )
    {
        var groups = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var ratios = new Dictionary<string, Ratio>(StringComparer.Ordinal);
        foreach (string group in item.Sensitive ? [] : item.Groups ?? [])
        {
            var part = new ParsedRow(filled, 0, row++, problems);
            part.Skip(Value - 1);
            decimal? share = part.Number(KindOf(item));
            if (CountRows.Read(filled, item, part, ref share, ref row, problems) is { } ratio)
            {
                ratios[group] = ratio;
            }

            if (share is { } value)
            {
                groups[group] = value;
            }
        }

        return (groups, ratios);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? UnitOf(FormItem item) => item.Unit ?? (item.Kind == FormItemKind.Percentage ? "%" : null);

    private static CellKind KindOf(FormItem item) =>
        item.Kind switch
        {
            FormItemKind.Number => CellKind.Number,
            FormItemKind.Percentage => CellKind.Percentage,
            FormItemKind.YesNo or FormItemKind.ResultStatus or FormItemKind.ActivityStatus => CellKind.Choice,
            FormItemKind.Date => CellKind.Date,
            _ => CellKind.Text,
        };

    private static WorkbookDesign Design(FiguresForm form)
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
        foreach (IReadOnlyList<CellDesign> row in CountRows.Of(item, null, language))
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
            foreach (IReadOnlyList<CellDesign> row in CountRows.Of(item, group, language))
            {
                yield return row;
            }
        }
    }

    /// <summary>Why it was sent back, where it stood last, where it shall be by when. It changes with every acceptance, so a form that
    /// comes back may say something older.</summary>
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

/// <summary>What a figures workbook is made from; kept by the caller, who needs it again to read the file that comes back.</summary>
/// <param name="Period">Key of the reporting period, yyyyMMdd-yyyyMMdd.</param>
/// <param name="Title">First line of every sheet.</param>
/// <param name="Notice"><see cref="Fictional.Notice"/> for sample data; else null.</param>
public sealed record FiguresForm(
    PlanId Plan,
    int PlanVersion,
    PeriodKey Period,
    Language Language,
    string Title,
    string? Notice,
    IReadOnlyList<FormItem> Items
)
{
    /// <summary>SHA-256 of all of it, in hexadecimal: another form, another hash.</summary>
    public string Hash =>
        CanonicalJson.Sha256(
            CanonicalJson.Write(
                new
                {
                    Plan = Plan.Value,
                    PlanVersion,
                    Period,
                    Language = Language.Entry.Order,
                    Title,
                    Notice,
                    Items,
                },
                Written
            )
        );

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <param name="Items">By code; every item of the form is here, blank or not.</param>
public sealed record FilledFigures(IReadOnlyDictionary<string, FilledFigure> Items, string? Narrative);

/// <summary>What was filled in for one item. All null: nothing was.</summary>
/// <param name="Reached">For yes or no.</param>
/// <param name="Text">For a narrative.</param>
/// <param name="Groups">By group, as the form names it.</param>
/// <param name="HasProblem">True: something in its rows was not understood and not taken.</param>
public sealed record FilledFigure(
    decimal? Number,
    bool? Reached,
    DateOnly? Date,
    string? Text,
    string? MissingReason,
    string? Comment,
    IReadOnlyDictionary<string, decimal> Groups,
    bool HasProblem
)
{
    /// <summary>The counts behind a share; null where it was filled in without.</summary>
    public GivenCounts? Counts { get; init; }

    /// <summary>Of a result or an activity; day and sentence stand in the comment.</summary>
    public ItemStatus? Status { get; init; }

    public bool IsBlank =>
        Status is null
        && Number is null
        && Reached is null
        && Date is null
        && Text is null
        && MissingReason is null
        && Comment is null
        && Groups.Count == 0;
}
