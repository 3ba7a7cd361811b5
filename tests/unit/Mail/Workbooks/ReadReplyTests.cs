using ACip.Workflows.Mail.Evidence;
using ACip.Workflows.Mail.Mime;
using ACip.Workflows.Mail.Workbooks;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Reporting;
using ACip.Workflows.Workbooks;

namespace ACip.Tests.Unit.Mail.Workbooks;

public sealed class ReadReplyTests
{
    private static readonly FormItem[] Items = [new("B1", FormItemKind.Number, "Declarations", "declarations"), new("B2", FormItemKind.Percentage, "Share")];
    private static readonly FiguresForm Form = new(new PlanId("gh-2026"), 1, "20260101-20260331", Language.En, "Ghana", null, Items);
    private static readonly ReplyReading Silent = new(null, [], []);

    [Fact]
    public void An_empty_workbook_of_ours_is_kept_and_says_nothing()
    {
        ReadReply read = ReadReply.Of(Silent, [Book(Form)], Form);
        Assert.Empty(read.Reading.Figures);
        Assert.Null(Assert.Single(read.Files).Refusal);
        Assert.Single(read.Kept);
    }

    [Fact]
    public void A_workbook_of_another_version_of_the_form_is_answered_clearly_and_not_read()
    {
        ReadReply read = ReadReply.Of(Silent, [Book(Form with { PlanVersion = 2 })], Form);
        Assert.Contains("out of date", Assert.Single(read.Files).Refusal, StringComparison.Ordinal);
        Assert.Empty(read.Kept);
    }

    [Fact]
    public void A_refused_file_is_named_with_its_reason_and_a_logo_is_not()
    {
        byte[] logo = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];
        ReadReply read = ReadReply.Of(Silent, [new ReceivedFile("tool.exe", "", new byte[] { 0x4D, 0x5A, 0 }), new ReceivedFile("logo.png", "image/png", logo, Inline: true)], Form);
        Assert.Contains("tool", Assert.Single(read.Files).Name, StringComparison.Ordinal);
        Assert.NotNull(read.Files[0].Refusal);
    }

    [Theory]
    [InlineData("B1 survey.pdf", "B1")]
    [InlineData("rapport_b2.pdf", "B2")]
    [InlineData("B11.pdf", "B1,B2")]
    public void Evidence_belongs_to_what_its_name_names_else_to_all_that_came_with_it(string name, string expected)
    {
        var entries = Items.ToDictionary(item => item.Code, item => new ReportEntry(item.Code, 1, null, null, null, null, new Dictionary<string, decimal>(), [], new PersonId("p"), DateTimeOffset.UnixEpoch, "mail:x", ""));
        var period = new ReportingPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), default, default, default);
        ReportFile report = ReportFile.NotDue(Form.Plan, new AdministrationId("GH"), period, 1) with { Entries = entries, State = ReportState.Open };
        Assert.Equal(expected.Split(','), EvidenceLinks.Items(name, report, []));

        ReadReply read = ReadReply.Of(Silent, [new ReceivedFile(name, "application/pdf", "%PDF-1.4 x"u8.ToArray())], Form);
        ReportAnswerResult result = EvidenceLinks.Attach(new ReportAnswerResult(report, ReportAnswerKind.NothingNew, []), read);
        Assert.Equal(ReportAnswerKind.Saved, result.Kind);
        Assert.Equal(expected.Split(','), result.After.Entries.Values.Where(entry => entry.EvidenceSha256.Count == 1).Select(entry => entry.Item).Order());
    }

    private static ReceivedFile Book(FiguresForm form) => new("figures.xlsx", ReportForms.MediaType, FiguresWorkbook.Write(form));
}
