using System.Globalization;
using System.IO.Compression;
using System.Text;
using ACip.Workflows.Finance;
using ACip.Workflows.Registers;

namespace ACip.Tests.Unit.Finance;

public sealed class FinanceFileReaderTests
{
    private const string Headings = "period_start,period_end,component,currency,budget,revised,received,spent,balance,explanation\n";

    private static readonly string Year =
        $"2024-01-01,2024-12-31,{Books.Home},NOK,100,,120,95,,\n"
        + "2024-01-01,2024-12-31,multilateral,NOK,200,150,180,145,,\n"
        + "2024-01-01,2024-12-31,TOTAL,NOK,300,250,300,240,60,\n";

    [Fact]
    public void A_file_of_a_ledger_is_a_period_with_its_totals()
    {
        FinancialPeriod read = Assert.Single(Read(Headings + Year).Rows).Period;
        Assert.Equal(Books.First with { Lines = [] }, read with { Lines = [] });
        Assert.Equal(Books.First.Lines, read.Lines);
    }

    [Fact]
    public void A_workbook_says_the_same_as_the_file()
    {
        RegisterRead<FiledPeriod> read = FinanceFileReader.Read(Books.Agreement.Id, Workbook(Headings + Year));
        Assert.Empty(read.Errors);
        Assert.Equal(Books.First.Lines, Assert.Single(read.Rows).Period.Lines);
        Assert.Equal(Books.First.Totals, read.Rows[0].Period.Totals);
    }

    [Fact]
    public void What_is_no_workbook_is_said() =>
        Assert.Equal(
            "not-a-workbook",
            Assert.Single(FinanceFileReader.Read(Books.Agreement.Id, "PK\u0003\u0004 no"u8.ToArray()).Errors).Rule
        );

    [Theory]
    [InlineData("TOTAL,NOK,300,250,300,240,60", "multilateral,NOK,0,,0,0,", "finance-no-total")]
    [InlineData("TOTAL,NOK,300,250,300,240,60", "TOTAL,NOK,300,250,300,240,", "finance-no-total")]
    [InlineData("TOTAL,NOK", "TOTAL,CAD", "finance-currency")]
    [InlineData("120,95", "much,95", "register-number")]
    public void What_is_wrong_is_named(string was, string wrong, string rule) =>
        Assert.Equal(rule, Assert.Single(Read(Headings + Year.Replace(was, wrong, StringComparison.Ordinal)).Errors).Rule);

    /// <summary>In the line of the total, with what is stated and what the lines make.</summary>
    [Fact]
    public void A_total_that_the_lines_do_not_make_is_named_with_both_amounts()
    {
        LineError wrong = Assert.Single(Read(Headings + Year.Replace("300,240,60", "300,241,60", StringComparison.Ordinal)).Errors);
        Assert.Equal((4, "spent", "finance-total-line"), (wrong.Line, wrong.Column, wrong.Rule));
        Assert.Equal("The ledger states 241; the lines make 240.", wrong.Message.En);
    }

    private static RegisterRead<FiledPeriod> Read(string csv) => FinanceFileReader.Read(Books.Agreement.Id, Encoding.UTF8.GetBytes(csv));

    /// <summary>As a spreadsheet program keeps it: numbers as numbers, days as counted days with a format.</summary>
    private static byte[] Workbook(string csv)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Ledger\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            );
            Part(
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            );
            Part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            );
            Part(
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            );
            string[] rows = csv.TrimEnd('\n').Split('\n');
            Part(
                "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows.Select((row, at) => Row(row.Split(','), at + 1)))}</sheetData></worksheet>"
            );

            void Part(string name, string content)
            {
                using Stream part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private static string Row(string[] values, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\">")
        + string.Concat(values.Select((value, at) => Cell(value, string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + at)}{row}"))))
        + "</row>";

    private static string Cell(string value, string at) =>
        value.Length == 0 ? ""
        : DateOnly.TryParse(value, CultureInfo.InvariantCulture, out DateOnly day) && value.Contains('-', StringComparison.Ordinal)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"<c r=\"{at}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>"
            )
        : decimal.TryParse(value, CultureInfo.InvariantCulture, out _) ? $"<c r=\"{at}\"><v>{value}</v></c>"
        : $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{value}</t></is></c>";
}
