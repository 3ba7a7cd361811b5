using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports.Workbook;

public sealed class ReplyWithFilesTests
{
    private static readonly FormItem[] Items =
    [
        new("B1", FormItemKind.Number, "Declarations", "declarations"),
        new("B2", FormItemKind.Percentage, "Share"),
    ];
    private static readonly FiguresForm Form = new(
        new PlanId("gh-2026"),
        1,
        new PeriodKey("20260101-20260331"),
        Language.En,
        "Ghana",
        null,
        Items
    );
    private static readonly ParsedReply Silent = new(null, [], []);

    [Fact]
    public void An_empty_workbook_of_ours_is_kept_and_says_nothing()
    {
        ReplyWithFiles read = ReplyWithFiles.Of(Silent, [Book(Form)], Form);
        Assert.Empty(read.Reading.Figures);
        Assert.Null(Assert.Single(read.Files).Refusal);
        Assert.Single(read.Kept);
    }

    [Fact]
    public void A_workbook_of_another_version_of_the_form_is_answered_clearly_and_not_read()
    {
        ReplyWithFiles read = ReplyWithFiles.Of(Silent, [Book(Form with { PlanVersion = 2 })], Form);
        Assert.Contains("out of date", Assert.Single(read.Files).Refusal, StringComparison.Ordinal);
        Assert.Empty(read.Kept);
    }

    [Fact]
    public void What_the_mail_and_the_workbook_say_is_joined()
    {
        ReplyWithFiles read = Both(
            "B5: 10 (women: 4, men: 6)\nB4: yes 2026-10-12\nB7: Words of the mail\nSUBMIT",
            new("B5", 10),
            new("B4", Choice: "yes"),
            new("B7", Text: "Words of the workbook"),
            new("B8", 7, Comment: "rounded")
        );
        Assert.Equal(
            ["B4 yes 2026-10-12", "B5 10 [men 6, women 4]", "B7 Words of the mail\n\nWords of the workbook", "B8 7 rounded"],
            Said(read)
        );
        Assert.Empty(read.Reading.NotUnderstood);
        Assert.IsType<Command.Submit>(read.Reading.Command);
    }

    [Theory]
    [InlineData("B5: 11", NotUnderstoodReason.SaidTwice)]
    [InlineData("B5: 10 (women: 5)", NotUnderstoodReason.SaidTwice)]
    [InlineData("B5: n/a not counted yet", NotUnderstoodReason.SaidTwice)]
    [InlineData("B5: 1.234", NotUnderstoodReason.AmbiguousNumber)]
    [InlineData("B5: about 10", NotUnderstoodReason.Range)]
    public void What_they_say_otherwise_is_asked_back(string mail, NotUnderstoodReason reason)
    {
        ReplyWithFiles read = Both(mail, new FilledIn("B5", 10, Women: 4));
        Assert.Empty(read.Reading.Figures);
        Assert.Equal((reason, "B5"), (read.Reading.NotUnderstood[0].Reason, read.Reading.NotUnderstood[0].Code));
    }

    [Fact]
    public void NIL_beside_a_filled_workbook_hands_nothing_in()
    {
        ReplyWithFiles read = Both("NIL: no activity", new FilledIn("B5", 10));
        Assert.Null(read.Reading.Command);
        Assert.Equal(["B5 10"], Said(read));
        Assert.Equal(NotUnderstoodReason.NilOrItem, Assert.Single(read.Reading.NotUnderstood).Reason);
    }

    [Fact]
    public void A_day_of_another_calendar_in_the_workbook_is_asked_back()
    {
        ReplyWithFiles read = ReplyWithFiles.Of(
            Silent,
            [Filled([new FilledIn("B6", Day: new DateOnly(2084, 1, 5))])],
            Wide,
            new DayRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))
        );
        Assert.Empty(read.Reading.Figures);
        Assert.Equal((NotUnderstoodReason.DayOutside, "B6"), (read.Reading.NotUnderstood[0].Reason, read.Reading.NotUnderstood[0].Code));
    }

    [Theory]
    [InlineData("en", "yes, since 12 May 2027")]
    [InlineData("fr", "oui, depuis le 12 mai 2027")]
    [InlineData("es", "sí, desde el 12 de mayo de 2027")]
    public void The_acknowledgement_repeats_the_day(Language language, string said)
    {
        FormItem[] items = [new("M1", FormItemKind.YesNo, "Code of conduct in force")];
        var plan = new DayRange(new DateOnly(2026, 1, 1), new DateOnly(2027, 6, 30));
        Assert.Equal(
            said,
            Assert
                .Single(
                    Workflows.QuarterlyReports.Replies.AcknowledgementLines.Understood(
                        ReplyReader.Read(ReplyText.Of("M1: yes 2027-05-12", null), items, Language.En, plan),
                        items,
                        language
                    )
                )
                .Value
        );
        foreach (string day in new[] { "2084-01-05", "2019-04-04", "2027-07-01", "2025-12-31" })
        {
            ParsedReply reading = ReplyReader.Read(ReplyText.Of($"M1: yes {day}", null), items, Language.En, plan);
            Assert.Empty(reading.Figures);
            Assert.Equal((NotUnderstoodReason.DayOutside, "M1"), (reading.NotUnderstood[0].Reason, reading.NotUnderstood[0].Code));
        }
    }

    [Fact]
    public void A_remark_without_a_value_is_not_lost()
    {
        ReplyWithFiles read = Both("", new FilledIn("B8", Comment: "the ledger is late"));
        Assert.Empty(read.Reading.Figures);
        Assert.Contains("the ledger is late", Assert.Single(read.Reading.NotUnderstood).Line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_file_is_named_with_its_reason_and_a_logo_is_not()
    {
        byte[] logo = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];
        ReplyWithFiles read = ReplyWithFiles.Of(
            Silent,
            [new ReceivedFile("tool.exe", "", new byte[] { 0x4D, 0x5A, 0 }), new ReceivedFile("logo.png", "image/png", logo, Inline: true)],
            Form
        );
        Assert.Contains("tool", Assert.Single(read.Files).Name, StringComparison.Ordinal);
        Assert.NotNull(read.Files[0].Refusal);
    }

    [Theory]
    [InlineData("B1 survey.pdf", "B1")]
    [InlineData("rapport_b2.pdf", "B2")]
    [InlineData("B11.pdf", "B1,B2")]
    public void Evidence_belongs_to_what_its_name_names_else_to_all_that_came_with_it(string name, string expected)
    {
        var entries = Items.ToDictionary(
            item => item.Code,
            item => new ReportEntry(
                item.Code,
                1,
                null,
                null,
                null,
                null,
                new Dictionary<string, decimal>(),
                [],
                new PersonId("p"),
                DateTimeOffset.UnixEpoch,
                new EntrySource("mail:x"),
                ""
            )
        );
        var period = new ReportingPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), default, default, default);
        ReportRecord report = ReportRecord.NotDue(Form.Plan, new AdministrationId("GH"), period, 1) with
        {
            Entries = entries,
            State = ReportState.Open,
        };
        ReplyWithFiles read = ReplyWithFiles.Of(Silent, [new ReceivedFile(name, "application/pdf", "%PDF-1.4 x"u8.ToArray())], Form);
        KeptFile kept = Assert.Single(read.Kept);
        Assert.Equal(expected.Split(','), EvidenceLinks.Items(kept, report, []));
        Assert.Equal(["B3"], EvidenceLinks.Items(kept with { Item = "B3" }, report, []));

        ReportAnswerResult result = EvidenceLinks.Attach(new ReportAnswerResult(report, ReportAnswerKind.NothingNew, []), read);
        Assert.Equal(ReportAnswerKind.Saved, result.Kind);
        Assert.Equal(
            expected.Split(','),
            result.After.Entries.Values.Where(entry => entry.EvidenceSha256.Count == 1).Select(entry => entry.Item).Order()
        );
    }

    private static readonly FiguresForm Wide = Form with { Items = [.. ACip.Tests.Unit.ReplyParsing.RecognisedCase.Items] };

    private sealed record FilledIn(
        string Code,
        decimal? Value = null,
        string? Choice = null,
        string? Text = null,
        string? Comment = null,
        DateOnly? Day = null,
        decimal? Women = null
    );

    private static ReplyWithFiles Both(string mail, params FilledIn[] cells) =>
        ReplyWithFiles.Of(ReplyReader.Read(ReplyText.Of(mail, null), Wide.Items, Language.En), [Filled(cells)], Wide);

    private static IEnumerable<string> Said(ReplyWithFiles read) =>
        read.Reading.Figures.Select(figure =>
            string.Join(
                ' ',
                new[]
                {
                    figure.Code,
                    figure.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    figure.Reached is { } reached
                        ? reached
                            ? "yes"
                            : "no"
                        : null,
                    figure.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    figure.MissingReason,
                    figure.Narrative,
                    figure.Groups.Count == 0
                        ? null
                        : $"[{string.Join(", ", figure.Groups.Select(group => $"{group.Key} {group.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}"))}]",
                }.OfType<string>()
            )
        );

    /// <summary>The rows of the form: one an item, and one a group below it.</summary>
    private static ReceivedFile Filled(IReadOnlyList<FilledIn> cells)
    {
        int RowOf(string code) =>
            5 + Wide.Items.TakeWhile(item => item.Code != code).Sum(item => item.Sensitive ? 1 : 1 + (item.Groups?.Count ?? 0));
        string Text(string words) => $"<is><t>{words}</t></is>";
        byte[] file = Workflows.QuarterlyReports.Workbook.FiguresWorkbook.Write(Wide);
        return new ReceivedFile(
            "figures.xlsx",
            ReportForms.MediaType,
            ACip.Tests.Unit.Documents.Sample.Change(
                file,
                (
                    "xl/worksheets/sheet1.xml",
                    xml =>
                        cells.Aggregate(
                            xml,
                            (sheet, cell) =>
                            {
                                int row = RowOf(cell.Code);
                                sheet = cell.Value is { } value ? Put(sheet, $"G{row}", $"<v>{value}</v>", null) : sheet;
                                sheet = cell.Day is { } day
                                    ? Put(
                                        sheet,
                                        $"G{row}",
                                        Text(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                                        "inlineStr"
                                    )
                                    : sheet;
                                sheet = (cell.Choice ?? cell.Text) is { } words ? Put(sheet, $"G{row}", Text(words), "inlineStr") : sheet;
                                sheet = cell.Women is { } women ? Put(sheet, $"G{row + 1}", $"<v>{women}</v>", null) : sheet;
                                return cell.Comment is { } comment ? Put(sheet, $"I{row}", Text(comment), "inlineStr") : sheet;
                            }
                        )
                )
            )
        );

        static string Put(string sheet, string cell, string value, string? type) =>
            ACip.Tests.Unit.Documents.Sample.Put(sheet, cell, value, type);
    }

    private static ReceivedFile Book(FiguresForm form) => new("figures.xlsx", ReportForms.MediaType, FiguresWorkbook.Write(form));
}
