using ACip.Workflows.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Workbook;

namespace ACip.Tests.Unit.Documents;

public sealed class FiguresWorkbookTests
{
    private static readonly FiguresForm Form = Sample.Form;

    [Fact]
    public void An_untouched_form_reads_as_blank_and_never_as_zero()
    {
        ParsedWorkbook<FilledFigures> reading = FiguresWorkbook.Read(FiguresWorkbook.Write(Form), Form);
        Assert.Empty(reading.Problems);
        Assert.Equal(Form.Items.Select(item => item.Code), reading.Content!.Items.Keys);
        Assert.All(reading.Content.Items.Values, figure => Assert.True(figure.IsBlank));
        Assert.Null(reading.Content.Narrative);
    }

    [Fact]
    public void What_is_filled_in_is_read_back()
    {
        FilledFigures filled = Sample
            .Fill(
                ("G5", "<v>55.5</v>", null),
                ("I5", "<is><t>Slow start</t></is>", "inlineStr"),
                ("G6", "<v>80</v>", null),
                ("G7", "<v>45</v>", null),
                ("G8", "<v>35</v>", null),
                ("H9", "<is><t>No survey yet</t></is>", "inlineStr"),
                ("G10", "<is><t>oui</t></is>", "inlineStr"),
                ("G11", "<v>46112</v>", null),
                ("G12", "<is><t>It went well</t></is>", "inlineStr")
            )
            .Content!;
        Assert.Equal((55.5m, "Slow start"), (filled.Items["A1"].Number, filled.Items["A1"].Comment));
        Assert.Equal(80, filled.Items["B1"].Number);
        Assert.Equal(new Dictionary<string, decimal> { ["women"] = 45, ["men"] = 35 }, filled.Items["B1"].Groups);
        Assert.Equal("No survey yet", filled.Items["B4"].MissingReason);
        Assert.True(filled.Items["M1"].Reached);
        Assert.Equal(new DateOnly(2026, 3, 31), filled.Items["M2"].Date);
        Assert.Equal("It went well", filled.Items["N1"].Text);
    }

    [Fact]
    public void A_form_saved_by_LibreOffice_is_read_as_it_was_filled_in()
    {
        ParsedWorkbook<FilledFigures> reading = FiguresWorkbook.Read(SavedByLibreOffice(), Form);
        Assert.Empty(reading.Problems);
        FilledFigures filled = reading.Content!;
        Assert.Equal((45.5m, "Slow start, «quote»"), (filled.Items["A1"].Number, filled.Items["A1"].Comment));
        Assert.Equal(new Dictionary<string, decimal> { ["women"] = 45, ["men"] = 35 }, filled.Items["B1"].Groups);
        Assert.Equal(
            ("No survey yet", true, new DateOnly(2026, 3, 31)),
            (filled.Items["B4"].MissingReason, filled.Items["M1"].Reached, filled.Items["M2"].Date)
        );
        Assert.Equal("It went well", filled.Items["N1"].Text);
    }

    [Theory]
    [InlineData("<v>0.45</v>", null, 45.0)]
    [InlineData("<v>0.45000000000000001</v>", null, 45.0)]
    public void Forty_five_percent_typed_with_its_sign_is_forty_five(string value, string? type, double expected) =>
        Assert.Equal((decimal)expected, Sample.FillPercent("G5", value, type).Content!.Items["A1"].Number);

    [Theory]
    [InlineData("0.0\"%\"", "0.8", 0.8)]
    [InlineData("0.0\\%", "0.8", 0.8)]
    [InlineData("0.0\" % of staff\"", "1", 1.0)]
    [InlineData("0.0\"%\"", "45", 45.0)]
    [InlineData("0_%", "45", 45.0)]
    [InlineData("0*%", "45", 45.0)]
    [InlineData("[$%-409]0", "45", 45.0)]
    [InlineData("[Red]0.0\"%\";-0.0\"%\"", "45", 45.0)]
    [InlineData("0;0%", "45", 45.0)] // the percentage is for what is below nothing
    [InlineData("0.0%", "0.455", 45.5)]
    [InlineData("0.0 %", "0.455", 45.5)]
    [InlineData("[Blue]0%;[Red]-0%;\"-\"", "0.45", 45.0)]
    [InlineData("\"about \"0%", "0.45", 45.0)]
    [InlineData("[>=0]0%;0%", "0.45", 45.0)]
    [InlineData("#,##0.00", "45", 45.0)]
    [InlineData("General\"%\"", "45", 45.0)]
    [InlineData("0.00E+00", "45", 45.0)]
    public void Only_a_percent_sign_that_multiplies_is_one(string format, string value, double expected)
    {
        ParsedWorkbook<FilledFigures> reading = Sample.FillFormat("G5", $"<v>{value}</v>", format);
        Assert.Empty(reading.Problems);
        Assert.Equal((decimal)expected, reading.Content!.Items["A1"].Number);
    }

    [Theory]
    [InlineData("[<=1]0%;0.0", "0.8", WorkbookProblems.Ambiguous)]
    [InlineData("0%%", "0.0045", WorkbookProblems.Ambiguous)]
    [InlineData("d/m", "46085", WorkbookProblems.NotANumber)] // 3/4, which became a day
    [InlineData("yyyy\\-mm\\-dd", "46085", WorkbookProblems.NotANumber)]
    [InlineData("[h]:mm", "1.5", WorkbookProblems.NotANumber)]
    public void A_format_that_leaves_a_doubt_is_asked_back(string format, string value, string rule) =>
        Sample.IsProblem(Sample.FillFormat("G5", $"<v>{value}</v>", format), rule, "G5");

    [Fact]
    public void A_form_saved_in_the_old_format_of_Excel_is_read_as_it_was_filled_in()
    {
        byte[] file = Sample.Saved("filled-as-excel-97.xls");
        ParsedWorkbook<FilledFigures> reading = FiguresWorkbook.Read(file, Form);
        Assert.Empty(reading.Problems);
        FilledFigures filled = reading.Content!;
        Assert.Equal((45.5m, "Slow start, «quote»"), (filled.Items["A1"].Number, filled.Items["A1"].Comment));
        Assert.Equal(new Dictionary<string, decimal> { ["women"] = 45, ["men"] = 35 }, filled.Items["B1"].Groups);
        Assert.Equal(
            ("No survey yet", true, new DateOnly(2026, 3, 31)),
            (filled.Items["B4"].MissingReason, filled.Items["M1"].Reached, filled.Items["M2"].Date)
        );
        Assert.Equal("It went well", filled.Items["N1"].Text);
        Assert.True(
            Workflows
                .Messaging.Incoming.AttachmentRules.Judge(new Workflows.Messaging.Mime.ReceivedFile("figures.xls", "", file))
                .IsWorkbook
        );
    }

    [Theory]
    [InlineData("-")]
    [InlineData("n/a")]
    [InlineData("none")]
    public void A_reason_that_says_nothing_is_asked_back(string reason) =>
        Sample.IsProblem(Sample.Fill(("H5", $"<is><t>{reason}</t></is>", "inlineStr")), WorkbookProblems.NoReason, "H5");

    [Fact]
    public void A_percentage_where_officers_are_counted_is_asked_back() =>
        Sample.IsProblem(Sample.FillPercent("G6", "<v>0.8</v>", null), WorkbookProblems.PercentSign, "G6");

    [Theory]
    [InlineData("45,5", 45.5)]
    [InlineData("45.5", 45.5)]
    [InlineData(" 45 % ", 45.0)]
    [InlineData("0,125", 0.125)]
    public void A_number_typed_as_text_is_read_where_it_can_mean_one_thing_only(string text, double expected) =>
        Assert.Equal((decimal)expected, Sample.Fill(("G5", $"<is><t>{text}</t></is>", "inlineStr")).Content!.Items["A1"].Number);

    [Theory]
    [InlineData("1,234", WorkbookProblems.Ambiguous)]
    [InlineData("1.234", WorkbookProblems.Ambiguous)]
    [InlineData("1.234,5", WorkbookProblems.Ambiguous)]
    [InlineData("many", WorkbookProblems.NotANumber)]
    [InlineData("40-50", WorkbookProblems.NotANumber)]
    [InlineData("-3", WorkbookProblems.NotANumber)]
    [InlineData("1e3", WorkbookProblems.NotANumber)]
    public void A_text_that_is_no_clear_number_is_asked_back(string text, string rule) =>
        Sample.IsProblem(Sample.Fill(("G6", $"<is><t>{text}</t></is>", "inlineStr")), rule, "G6");

    [Theory]
    [InlineData("G5", "<v>101</v>", null, WorkbookProblems.OutOfRange)]
    [InlineData("G5", "<v>-1</v>", null, WorkbookProblems.OutOfRange)]
    [InlineData("G6", "<v>1E+300</v>", null, WorkbookProblems.NotANumber)]
    [InlineData("G6", "<v>NaN</v>", null, WorkbookProblems.NotANumber)]
    [InlineData("G6", "<v>1</v>", "b", WorkbookProblems.NotANumber)]
    [InlineData("G6", "<v>#DIV/0!</v>", "e", WorkbookProblems.ErrorValue)]
    [InlineData("G6", "<f>1+1</f><v>2</v>", null, WorkbookProblems.Formula)]
    [InlineData("G6", "<f>HYPERLINK(\"http://x\")</f>", null, WorkbookProblems.Formula)]
    [InlineData("G10", "<is><t>perhaps</t></is>", "inlineStr", WorkbookProblems.NotAChoice)]
    [InlineData("G11", "<is><t>31/03/2026</t></is>", "inlineStr", WorkbookProblems.NotADate)]
    [InlineData("G11", "<v>99999999</v>", null, WorkbookProblems.NotADate)]
    public void A_cell_that_cannot_be_read_is_named_and_the_others_are_taken(string cell, string value, string? type, string rule)
    {
        ParsedWorkbook<FilledFigures> reading = Sample.Fill((cell, value, type), ("G12", "<is><t>kept</t></is>", "inlineStr"));
        Sample.IsProblem(reading, rule, cell);
        Assert.Equal("kept", reading.Content!.Items["N1"].Text);
        Assert.Contains(reading.Content.Items.Values, figure => figure.HasProblem);
    }

    [Fact]
    public void A_value_with_a_reason_for_having_none_is_asked_back()
    {
        ParsedWorkbook<FilledFigures> reading = Sample.Fill(("G5", "<v>50</v>", null), ("H5", "<is><t>none</t></is>", "inlineStr"));
        Sample.IsProblem(reading, WorkbookProblems.ValueAndReason, "H5");
        Assert.Null(reading.Content!.Items["A1"].Number);
    }

    [Fact]
    public void A_sensitive_item_shows_neither_words_nor_figures()
    {
        string sheet = Sample.Part(FiguresWorkbook.Write(Form), "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("bribery", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<v>7</v>", sheet, StringComparison.Ordinal);
        Assert.Contains("C3", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_written_into_a_sensitive_row_is_refused() =>
        Assert.Equal(WorkbookProblems.LockedChanged, Assert.Single(Sample.Fill(("G13", "<v>7</v>", null)).Problems).Rule);

    [Fact]
    public void Strings_shared_split_into_runs_and_annotated_are_read_as_shown()
    {
        const string Shared =
            """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t xml:space="preserve">It </t></r><r><rPr><b/></rPr><t>went</t></r><rPh sb="0" eb="1"><t>hint</t></rPh><r><t xml:space="preserve"> well_x000D_</t></r></si></sst>""";
        byte[] file = Sample.Change(
            FiguresWorkbook.Write(Form),
            ("xl/sharedStrings.xml", _ => Shared),
            ("xl/worksheets/sheet1.xml", xml => Sample.Put(xml, "G12", "<v>0</v>", "s"))
        );
        Assert.Equal("It went well\r", FiguresWorkbook.Read(file, Form).Content!.Items["N1"].Text);
    }

    [Fact]
    public void A_shared_string_that_does_not_exist_is_an_answer_and_not_a_fault()
    {
        byte[] file = Sample.Change(
            FiguresWorkbook.Write(Form),
            ("xl/worksheets/sheet1.xml", xml => Sample.Put(xml, "G12", "<v>99</v>", "s"))
        );
        Assert.Equal(WorkbookProblems.NotAWorkbook, Assert.Single(FiguresWorkbook.Read(file, Form).Problems).Rule);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void A_form_is_valid_open_xml_in_each_language_and_carries_the_notice(Language language)
    {
        FiguresForm form = Form with { Language = language, Notice = Fictional.Notices.In(language) };
        byte[] file = FiguresWorkbook.Write(form);
        Assert.Empty(PlanningWorkbookTests.Errors(file));
        Assert.Equal(file, FiguresWorkbook.Write(form));
        Assert.Contains(Fictional.Notice, Sample.Part(file, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains(Fictional.Notice, Sample.Part(file, "xl/worksheets/sheet2.xml"), StringComparison.Ordinal);
        Assert.Empty(FiguresWorkbook.Read(file, form).Problems);
    }

    [Fact]
    public void A_date_of_a_workbook_that_counts_from_1904_is_the_same_day()
    {
        byte[] file = Sample.Change(
            FiguresWorkbook.Write(Form),
            (
                "xl/workbook.xml",
                xml => xml.Replace("<workbookProtection", "<workbookPr date1904=\"1\" /><workbookProtection", StringComparison.Ordinal)
            ),
            ("xl/worksheets/sheet1.xml", xml => Sample.Put(xml, "G11", "<v>44650</v>", null))
        );
        Assert.Equal(new DateOnly(2026, 3, 31), FiguresWorkbook.Read(file, Form).Content!.Items["M2"].Date);
    }

    private static byte[] SavedByLibreOffice() => Sample.Saved("filled-and-saved-by-libreoffice.xlsx");
}
