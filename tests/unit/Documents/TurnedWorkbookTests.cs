using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.Documents;

/// <summary>A workbook in Portuguese, and one whose columns run from right to left: written, filled in as people there type, and
/// read.</summary>
public sealed class TurnedWorkbookTests
{
    private const string Turned = "rightToLeft=\"1\"";

    [Theory]
    [InlineData("en", false)]
    [InlineData("pt", false)]
    [InlineData("ar", true)]
    public void A_sheet_runs_as_its_language_does(string tag, bool turned)
    {
        byte[] figures = FiguresWorkbook.Write(Sample.Form with { Language = (Language)tag });
        byte[] plan = PlanningWorkbook.Write(Plan(tag));
        Assert.Equal(turned, Sample.Part(figures, "xl/worksheets/sheet1.xml").Contains(Turned, StringComparison.Ordinal));
        Assert.Equal(turned, Sample.Part(plan, "xl/worksheets/sheet1.xml").Contains(Turned, StringComparison.Ordinal));
        Assert.Empty(PlanningWorkbookTests.Errors(figures));
        Assert.Empty(PlanningWorkbookTests.Errors(plan));
    }

    [Theory]
    [InlineData("pt", "45,5", "1234", "Ainda não há inquérito", "sim", "2026-03-31", "Correu bem")]
    [InlineData("ar", "٤٥٫٥", "١٢٣٤", "لا يوجد استبيان بعد", "نعم", "٢٠٢٦-٠٣-٣١", "سار العمل سيراً حسناً")]
    public void What_is_typed_as_people_there_type_is_read(
        string tag,
        string share,
        string count,
        string missing,
        string yes,
        string day,
        string words
    )
    {
        FiguresForm form = Sample.Form with { Language = (Language)tag };
        (string Cell, string Words)[] typed = [("G5", share), ("G6", count), ("H9", missing), ("G10", yes), ("G11", day), ("G12", words)];
        ParsedWorkbook<FilledFigures> reading = FiguresWorkbook.Read(
            Sample.Change(
                FiguresWorkbook.Write(form),
                (
                    "xl/worksheets/sheet1.xml",
                    xml => typed.Aggregate(xml, (sheet, one) => Sample.Put(sheet, one.Cell, $"<is><t>{one.Words}</t></is>", "inlineStr"))
                )
            ),
            form
        );
        Assert.Empty(reading.Problems);
        FilledFigures filled = reading.Content!;
        Assert.Equal((45.5m, 1234), (filled.Items["A1"].Number, filled.Items["B1"].Number));
        Assert.Equal((missing, true), (filled.Items["B4"].MissingReason, filled.Items["M1"].Reached));
        Assert.Equal((new DateOnly(2026, 3, 31), words), (filled.Items["M2"].Date, filled.Items["N1"].Text));
    }

    [Theory]
    [InlineData("pt")]
    [InlineData("ar")]
    public void A_plan_comes_back_from_its_workbook_without_loss(string tag)
    {
        ActionPlan plan = Plan(tag);
        Assert.Equal(
            PlanDocument.Hash(plan),
            PlanDocument.Hash(PlanningWorkbook.Read(PlanningWorkbook.Write(plan), plan, PlanningWorkbook.TicketFor(plan)).Content!)
        );
    }

    private static ActionPlan Plan(string tag) => ProgrammeSeed.Load().Plans[0] with { Language = (Language)tag };
}
