using ACip.Tests.Unit.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.QuarterlyReports.Workbook;

/// <summary>Words in a workbook: in the cell of a section, in the comment beside it, and on the sheet of their own.</summary>
public sealed class AccountOfThePeriodTests
{
    [Theory]
    [InlineData("", null, null, "The sheet.")]
    [InlineData("", "The cell.", null, "The cell.\n\nThe sheet.")]
    [InlineData("", "The cell.", "The comment.", "The cell.\n\nThe comment.\n\nThe sheet.")]
    [InlineData("N1: The mail.", null, null, "The mail.\n\nThe sheet.")]
    [InlineData("N1: Before. The sheet. After.", null, null, "Before. The sheet. After.")]
    public void Whatever_is_said_of_the_first_section_is_kept(string mail, string? cell, string? comment, string expected)
    {
        ReplyWithFiles read = Read(Sample.Form, mail, cell, comment);

        Assert.Equal(expected, Assert.Single(read.Reading.Figures).Narrative);
        Assert.Empty(read.Reading.NotUnderstood);
    }

    [Fact]
    public void An_account_beside_why_there_is_none_is_asked_back()
    {
        ReplyWithFiles read = Read(Sample.Form, "N1: n/a nothing was done yet", null, null);

        Assert.Empty(read.Reading.Figures);
        Assert.Equal(NotUnderstoodReason.SaidTwice, Assert.Single(read.Reading.NotUnderstood).Reason);
    }

    [Fact]
    public void Where_the_section_is_not_asked_the_account_is_kept_as_words()
    {
        ReplyWithFiles read = Read(
            Sample.Form with
            {
                Items = [.. Sample.Form.Items.Where(item => item.Code != "N1")],
            },
            "Thank you.",
            null,
            null
        );

        Assert.Empty(read.Reading.Figures);
        Assert.Contains("The sheet.", read.Reading.Narrative, StringComparison.Ordinal);
    }

    private static ReplyWithFiles Read(FiguresForm form, string mail, string? cell, string? comment)
    {
        byte[] file = Sample.Change(
            FiguresWorkbook.Write(form),
            ("xl/worksheets/sheet1.xml", xml => Put(Put(xml, "G12", cell), "I12", comment)),
            ("xl/worksheets/sheet2.xml", xml => Put(xml, "A5", "The sheet."))
        );
        ParsedReply text = ReplyReader.Read(ReplyText.Of(mail, null), form.Items, Language.En);
        return ReplyWithFiles.Of(text, [new ReceivedFile("figures.xlsx", ReportForms.MediaType, file)], form);

        static string Put(string xml, string at, string? words) =>
            words is null ? xml : Sample.Put(xml, at, $"<is><t>{words}</t></is>", "inlineStr");
    }
}
