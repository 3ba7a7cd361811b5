using System.IO.Compression;
using System.Text;
using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Documents;

public sealed class HostileWorkbookTests
{
    private const string Sheet1 = "xl/worksheets/sheet1.xml";

    private static readonly byte[] Good = FiguresWorkbook.Write(Sample.Form);

    [Theory]
    [InlineData("")]
    [InlineData("this is text")]
    [InlineData("PK\u0003\u0004 and no more")]
    public void What_is_no_zip_file_is_no_workbook(string text) => Refused(WorkbookProblems.NotAWorkbook, Encoding.Latin1.GetBytes(text));

    [Fact]
    public void A_file_with_a_password_or_of_the_old_format_is_told_apart()
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0];
        Refused(WorkbookProblems.NotAWorkbook, container);
        Refused(WorkbookProblems.Protected, [.. container, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")]);
        Refused(WorkbookProblems.Macros, [.. container, .. System.Text.Encoding.Unicode.GetBytes("Workbook_VBA_PROJECT")]);
        Refused(WorkbookProblems.NotAWorkbook, [.. container, .. System.Text.Encoding.Unicode.GetBytes("Workbook"), .. new byte[2000]]);
    }

    [Fact]
    public void Every_truncation_is_answered() =>
        Assert.All(Enumerable.Range(0, 60), part => Assert.Null(Read(Good[..(Good.Length * part / 60)]).Content));

    [Fact]
    public void Every_flipped_byte_is_answered_and_never_thrown()
    {
        byte[] packed = Sample.Change(Good);
        var random = new Random(7);
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] damaged = [.. packed];
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotNull(Read(damaged).Problems);
        }
    }

    [Fact]
    public void A_file_larger_than_a_form_is_not_opened() => Refused(WorkbookProblems.TooLarge, new byte[PackageCheck.LargestFile + 1]);

    [Fact]
    public void A_zip_bomb_is_not_unpacked()
    {
        byte[] bomb = Sample.Change(
            Good,
            (Sheet1, xml => xml.Replace("<sheetData>", "<sheetData>" + new string(' ', 10 << 20), StringComparison.Ordinal))
        );
        Assert.InRange(bomb.Length, 0, 200 << 10);
        Refused(WorkbookProblems.ZipBomb, bomb);
    }

    [Fact]
    public void A_zip_bomb_that_lies_about_its_size_is_stopped_while_unpacking()
    {
        byte[] bomb = Sample.Change(
            Good,
            (Sheet1, xml => xml.Replace("<sheetData>", "<sheetData>" + new string(' ', 60 << 20), StringComparison.Ordinal))
        );
        byte[] real = BitConverter.GetBytes((uint)Encoding.UTF8.GetByteCount(Sample.Part(bomb, Sheet1)));
        for (int at = bomb.AsSpan().IndexOf(real); at >= 0; at = bomb.AsSpan().IndexOf(real))
        {
            BitConverter.GetBytes(4000u).CopyTo(bomb, at);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Read(bomb).Content);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128L << 20);
    }

    [Fact]
    public void Too_many_parts_are_not_opened()
    {
        var many = Enumerable
            .Range(0, PackageCheck.MostParts)
            .Select(part => ($"customXml/item{part}.xml", (Func<string, string>)(_ => "<x/>")));
        Refused(WorkbookProblems.ZipBomb, Sample.Change(Good, [.. many]));
    }

    [Fact]
    public void A_part_that_stands_twice_is_refused()
    {
        using var file = new MemoryStream();
        file.Write(Good);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using Stream twice = archive.CreateEntry("XL/workbook.xml").Open();
            twice.Write("<workbook/>"u8);
        }

        Refused(WorkbookProblems.NotAWorkbook, file.ToArray());
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", WorkbookProblems.Macros)]
    [InlineData("xl/macrosheets/sheet1.xml", WorkbookProblems.Macros)]
    [InlineData("xl/externalLinks/externalLink1.xml", WorkbookProblems.ExternalLink)]
    [InlineData("xl/connections.xml", WorkbookProblems.ExternalLink)]
    [InlineData("xl/embeddings/oleObject1.bin", WorkbookProblems.Embedded)]
    [InlineData("xl/activeX/activeX1.xml", WorkbookProblems.Embedded)]
    public void Macros_links_and_embedded_objects_are_refused(string part, string rule) =>
        Refused(rule, Sample.Change(Good, (part, _ => "x")));

    [Fact]
    public void Macros_under_another_name_are_refused_by_their_type() =>
        Refused(
            WorkbookProblems.Macros,
            Sample.Change(
                Good,
                (
                    "[Content_Types].xml",
                    xml =>
                        xml.Replace(
                            "openxmlformats-officedocument.spreadsheetml.sheet.main",
                            "ms-excel.sheet.macroEnabled.main",
                            StringComparison.Ordinal
                        )
                )
            )
        );

    [Fact]
    public void Entities_are_not_expanded() =>
        Refused(
            WorkbookProblems.NotAWorkbook,
            Sample.Change(
                Good,
                (
                    Sheet1,
                    xml =>
                        xml.Replace(
                            "<worksheet",
                            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet",
                            StringComparison.Ordinal
                        )
                )
            )
        );

    [Fact]
    public void A_part_nested_without_end_is_answered()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        Assert.NotNull(
            Read(Sample.Change(Good, (Sheet1, xml => xml.Replace("<sheetData>", "<sheetData>" + deep, StringComparison.Ordinal)))).Problems
        );
    }

    [Fact]
    public void Merged_cells_are_named() =>
        Assert.Equal(
            "G5:H6",
            Refused(
                WorkbookProblems.Merged,
                Sample.Change(
                    Good,
                    (
                        Sheet1,
                        xml =>
                            xml.Replace(
                                "</sheetData>",
                                "</sheetData><mergeCells><mergeCell ref=\"G5:H6\"/></mergeCells>",
                                StringComparison.Ordinal
                            )
                    )
                )
            ).Cell
        );

    [Theory]
    [InlineData("G4", WorkbookProblems.HeadingChanged)]
    [InlineData("A5", WorkbookProblems.LockedChanged)]
    [InlineData("C6", WorkbookProblems.LockedChanged)]
    [InlineData("F5", WorkbookProblems.LockedChanged)]
    [InlineData("B7", WorkbookProblems.LockedChanged)]
    public void A_changed_heading_or_locked_cell_is_named(string cell, string rule) =>
        Assert.Equal(
            cell,
            Refused(rule, Sample.Change(Good, (Sheet1, xml => Sample.Put(xml, cell, "<is><t>other</t></is>", "inlineStr")))).Cell
        );

    [Fact]
    public void Rows_that_were_swapped_are_named_cell_by_cell()
    {
        byte[] swapped = Sample.Change(
            Good,
            (
                Sheet1,
                xml =>
                    xml.Replace("r=\"A5\"", "r=\"A0\"", StringComparison.Ordinal)
                        .Replace("r=\"A6\"", "r=\"A5\"", StringComparison.Ordinal)
                        .Replace("r=\"A0\"", "r=\"A6\"", StringComparison.Ordinal)
            )
        );
        Assert.Equal(["A5", "A6"], Read(swapped).Problems.Select(problem => problem.Cell));
    }

    [Theory]
    [InlineData("<row r=\"40\"><c r=\"G40\"><v>5</v></c></row>", "G40")]
    [InlineData("<row r=\"41\"><c r=\"Z41\"><v>5</v></c></row>", "Z41")]
    public void What_stands_outside_the_form_is_named(string row, string cell) =>
        Assert.Equal(
            cell,
            Refused(
                WorkbookProblems.OutsideForm,
                Sample.Change(Good, (Sheet1, xml => xml.Replace("</sheetData>", row + "</sheetData>", StringComparison.Ordinal)))
            ).Cell
        );

    [Fact]
    public void A_renamed_sheet_is_missing_and_unknown()
    {
        byte[] renamed = Sample.Change(
            Good,
            ("xl/workbook.xml", xml => xml.Replace("name=\"Figures\"", "name=\"Copy\"", StringComparison.Ordinal))
        );
        Assert.Equal(
            [WorkbookProblems.SheetUnknown, WorkbookProblems.SheetMissing],
            Read(renamed).Problems.Select(problem => problem.Rule)
        );
    }

    [Fact]
    public void Without_its_hidden_sheet_it_is_not_our_form() =>
        Refused(
            WorkbookProblems.NotOurs,
            Sample.Change(Good, ("xl/workbook.xml", xml => xml.Replace("name=\"_version\"", "name=\"version\"", StringComparison.Ordinal)))
        );

    [Fact]
    public void Last_quarters_form_is_out_of_date() =>
        Refused(WorkbookProblems.Stale, FiguresWorkbook.Write(Sample.Form with { Period = new PeriodKey("20251001-20251231") }));

    [Fact]
    public void A_form_of_an_earlier_plan_version_is_out_of_date() =>
        Refused(WorkbookProblems.Stale, FiguresWorkbook.Write(Sample.Form with { PlanVersion = 2 }));

    [Fact]
    public void A_form_with_other_items_is_out_of_date() =>
        Refused(WorkbookProblems.Stale, FiguresWorkbook.Write(Sample.Form with { Items = [.. Sample.Form.Items.Skip(1)] }));

    [Fact]
    public void A_form_of_another_plan_is_another_form() =>
        Refused(WorkbookProblems.AnotherForm, FiguresWorkbook.Write(Sample.Form with { Plan = new PlanId("tn-2026") }));

    [Fact]
    public void Every_problem_has_words_in_three_languages() =>
        Assert.All(
            WorkbookProblems.Words,
            words =>
                Assert.Equal(
                    3,
                    new[] { words.Value.En, words.Value.Fr, words.Value.Es }.Where(text => text.EndsWith('.')).Distinct().Count()
                )
        );

    [Fact]
    public void Every_problem_rule_has_words() =>
        Assert.All(
            typeof(WorkbookProblems).GetFields().Select(field => (string)field.GetRawConstantValue()!),
            rule => Assert.True(WorkbookProblems.Words.ContainsKey(rule), rule)
        );

    private static ParsedWorkbook<FilledFigures> Read(byte[] file) => FiguresWorkbook.Read(file, Sample.Form);

    private static WorkbookProblem Refused(string rule, byte[] file)
    {
        ParsedWorkbook<FilledFigures> reading = Read(file);
        Assert.Null(reading.Content);
        WorkbookProblem problem = reading.Problems[0];
        Assert.Equal(rule, problem.Rule);
        return problem;
    }
}
