using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Documents;

/// <summary>One form, and what programs, people and attackers do to its file.</summary>
internal static class Sample
{
    public static FiguresForm Form { get; } =
        new(
            new PlanId("gh-2026"),
            1,
            new PeriodKey("20260101-20260331"),
            Language.En,
            "Ghana · first quarter 2026",
            Fictional.Notice,
            [
                new FormItem("A1", FormItemKind.Percentage, "Share of declarations without paper", "%", null, 46, 55),
                new FormItem("B1", FormItemKind.Number, "Officers trained", "officers", ["women", "men"], 120, 320),
                new FormItem("B4", FormItemKind.Percentage, "Would report a breach", "%"),
                new FormItem("M1", FormItemKind.YesNo, "Code of conduct in force"),
                new FormItem("M2", FormItemKind.Date, "Day of the test call"),
                new FormItem("N1", FormItemKind.Narrative, "Progress"),
                new FormItem("C3", FormItemKind.Number, "Files opened on suspicion of bribery", "files", null, 7, 8, Sensitive: true),
            ]
        );

    /// <summary>Rows from 5 on: A1, B1, women, men, B4, M1, M2, N1, C3.</summary>
    public static ParsedWorkbook<FilledFigures> Fill(params (string Cell, string Value, string? Type)[] cells) =>
        FiguresWorkbook.Read(
            Change(
                FiguresWorkbook.Write(Form),
                ("xl/worksheets/sheet1.xml", xml => cells.Aggregate(xml, (sheet, cell) => Put(sheet, cell.Cell, cell.Value, cell.Type)))
            ),
            Form
        );

    /// <summary>As Excel does when somebody types 45 %: the cell gets the format 0%.</summary>
    public static ParsedWorkbook<FilledFigures> FillPercent(string cell, string value, string? type) =>
        FiguresWorkbook.Read(
            Change(
                FiguresWorkbook.Write(Form),
                ("xl/worksheets/sheet1.xml", xml => Put(xml, cell, value, type, style: 10)),
                (
                    "xl/styles.xml",
                    xml =>
                        xml.Replace(
                            "</cellXfs>",
                            "<xf numFmtId=\"9\" fontId=\"0\" fillId=\"0\" borderId=\"0\" /></cellXfs>",
                            StringComparison.Ordinal
                        )
                )
            ),
            Form
        );

    /// <summary>As Excel does when somebody gives a cell a format of their own.</summary>
    public static ParsedWorkbook<FilledFigures> FillFormat(string cell, string value, string format) =>
        FiguresWorkbook.Read(
            Change(
                FiguresWorkbook.Write(Form),
                ("xl/worksheets/sheet1.xml", xml => Put(xml, cell, value, null, style: 10)),
                (
                    "xl/styles.xml",
                    xml =>
                        WithFormat(xml, format)
                            .Replace(
                                "</cellXfs>",
                                "<xf numFmtId=\"199\" fontId=\"0\" fillId=\"0\" borderId=\"0\" /></cellXfs>",
                                StringComparison.Ordinal
                            )
                )
            ),
            Form
        );

    private static string WithFormat(string styles, string format)
    {
        string own = $"<numFmt numFmtId=\"199\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\" />";
        int fonts = styles.IndexOf("<fonts", StringComparison.Ordinal);
        return styles.Contains("</numFmts>", StringComparison.Ordinal)
            ? styles.Replace("</numFmts>", own + "</numFmts>", StringComparison.Ordinal)
            : styles.Insert(fonts, $"<numFmts>{own}</numFmts>");
    }

    public static void IsProblem(ParsedWorkbook<FilledFigures> reading, string rule, string cell)
    {
        WorkbookProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((rule, cell), (problem.Rule, problem.Cell));
        foreach (Language language in Language.OfMail)
        {
            Assert.Contains(cell, problem.In(language), StringComparison.Ordinal);
        }
    }

    public static string Put(string sheet, string cell, string value, string? type, int? style = null)
    {
        var there = new Regex($"<c r=\"{cell}\"( s=\"\\d+\")?[^>]*?(/>|>.*?</c>)", RegexOptions.Singleline);
        Assert.Matches(there, sheet);
        string styled = style is null ? "$1" : $" s=\"{style}\"";
        return there.Replace(
            sheet,
            $"<c r=\"{cell}\"{styled}{(type is null ? "" : $" t=\"{type}\"")}>{value.Replace("$", "$$", StringComparison.Ordinal)}</c>",
            1
        );
    }

    /// <summary>A file that another program saved, kept beside the tests.</summary>
    public static byte[] Saved(string name) => File.ReadAllBytes(ReplyParsing.ReplyFixture.Above($"tests/unit/Documents/{name}"));

    public static string Part(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var text = new StreamReader(archive.GetEntry(name)!.Open());
        return text.ReadToEnd();
    }

    /// <summary>Repacks the file with parts changed or added; deflated, as other programs do.</summary>
    public static byte[] Change(byte[] file, params (string Part, Func<string, string> Change)[] changes)
    {
        using var from = new ZipArchive(new MemoryStream(file));
        using var result = new MemoryStream();
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in from.Entries.Select(entry => entry.FullName).Union(changes.Select(change => change.Part)))
            {
                string text = from.GetEntry(name) is null ? "" : Part(file, name);
                using Stream part = to.CreateEntry(name).Open();
                part.Write(
                    Encoding.UTF8.GetBytes(
                        changes.Where(change => change.Part == name).Aggregate(text, (xml, change) => change.Change(xml))
                    )
                );
            }
        }

        return result.ToArray();
    }
}
