using ACip.Tests.Unit.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Documents;
using ACip.Workflows.Sample;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.Documents;

public sealed class PlanningWorkbookTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    [Fact]
    public void Any_plan_comes_back_from_its_workbook_without_loss() =>
        Prop.ForAll(
                AnyPlan.Arbitrary,
                plan =>
                {
                    ParsedWorkbook<ActionPlan> reading = PlanningWorkbook.Read(
                        PlanningWorkbook.Write(plan),
                        plan with
                        {
                            Results = [],
                            Indicators = [],
                            Benchmarks = [],
                            Activities = [],
                            Risks = [],
                        },
                        PlanningWorkbook.TicketFor(plan)
                    );
                    return reading.Problems.Count == 0 && PlanDocument.Hash(reading.Content!) == PlanDocument.Hash(plan);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void Every_sample_plan_comes_back_without_loss_and_its_workbook_is_valid() =>
        Assert.All(
            Seed.Plans,
            plan =>
            {
                byte[] file = PlanningWorkbook.Write(plan);
                Assert.Equal(
                    PlanDocument.Hash(plan),
                    PlanDocument.Hash(PlanningWorkbook.Read(file, plan, PlanningWorkbook.TicketFor(plan)).Content!)
                );
                Assert.Empty(Errors(file));
            }
        );

    [Fact]
    public void Any_plans_workbook_is_valid_open_xml()
    {
        var random = new System.Random(20260101);
        for (int plan = 0; plan < 10; plan++)
        {
            Assert.Empty(Errors(PlanningWorkbook.Write(AnyPlan.Of(random))));
        }
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes() =>
        Assert.Equal(PlanningWorkbook.Write(Seed.Plans[0]), PlanningWorkbook.Write(ProgrammeSeed.Load().Plans[0]));

    [Fact]
    public void A_workbook_of_an_earlier_draft_is_out_of_date_unless_its_ticket_is_known()
    {
        ActionPlan handedOut = RuleCases.Right;
        ActionPlan movedOn = handedOut with { Title = "Another title" };
        byte[] file = PlanningWorkbook.Write(handedOut);
        ParsedWorkbook<ActionPlan> refused = PlanningWorkbook.Read(file, movedOn, PlanningWorkbook.TicketFor(movedOn));
        Assert.Null(refused.Content);
        Assert.Equal(WorkbookProblems.Stale, Assert.Single(refused.Problems).Rule);
        Assert.Equal(handedOut.Title, PlanningWorkbook.Read(file, movedOn, PlanningWorkbook.TicketFor(handedOut)).Content!.Title);
    }

    [Fact]
    public void A_workbook_of_another_plan_is_refused() =>
        Assert.Equal(
            WorkbookProblems.AnotherForm,
            Assert
                .Single(
                    PlanningWorkbook
                        .Read(PlanningWorkbook.Write(Seed.Plans[0]), Seed.Plans[1], PlanningWorkbook.TicketFor(Seed.Plans[1]))
                        .Problems
                )
                .Rule
        );

    [Fact]
    public void A_sensitive_indicator_never_travels_by_mail_and_is_not_lost_by_it()
    {
        Assert.All(
            Seed.Plans.Take(4),
            plan =>
            {
                byte[] mailed = PlanningWorkbook.Write(plan, byMail: true);
                Indicator sensitive = plan.Indicators.Single(indicator => indicator.Sensitive);
                Assert.DoesNotContain(
                    System.Net.WebUtility.HtmlEncode(sensitive.Statement),
                    System.Text.Encoding.UTF8.GetString(mailed),
                    StringComparison.Ordinal
                );
                Assert.Contains(
                    System.Net.WebUtility.HtmlEncode(sensitive.Statement)[..20],
                    System.Text.Encoding.UTF8.GetString(PlanningWorkbook.Write(plan)),
                    StringComparison.Ordinal
                );
                Assert.Equal(
                    PlanDocument.Hash(plan),
                    PlanDocument.Hash(PlanningWorkbook.Read(mailed, plan, PlanningWorkbook.TicketFor(plan, byMail: true)).Content!)
                );
            }
        );
    }

    [Fact]
    public void Any_plan_sent_by_mail_comes_back_without_loss() =>
        Prop.ForAll(
                AnyPlan.Arbitrary,
                plan =>
                    PlanDocument.Hash(
                        PlanningWorkbook
                            .Read(PlanningWorkbook.Write(plan, byMail: true), plan, PlanningWorkbook.TicketFor(plan, byMail: true))
                            .Content!
                    ) == PlanDocument.Hash(plan)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Who_the_plan_belongs_to_is_not_read_from_the_workbook()
    {
        ActionPlan plan = RuleCases.Right;
        ActionPlan read = PlanningWorkbook
            .Read(PlanningWorkbook.Write(plan), plan with { Version = 7, Notice = null }, PlanningWorkbook.TicketFor(plan))
            .Content!;
        Assert.Equal((7, null), (read.Version, read.Notice));
    }

    [Fact]
    public void A_blank_cell_decides_nothing()
    {
        ActionPlan plan = RuleCases.Right with
        {
            Indicators = [.. RuleCases.Right.Indicators.Select(one => one with { Frequency = new Frequency("every full moon") })],
        };
        int sensitive = plan.Indicators.ToList().FindIndex(one => one.Sensitive);
        byte[] file = Without(PlanningWorkbook.Write(plan), 2, $"T{SheetDesign.FirstRow + sensitive}");
        Assert.Equal(
            PlanDocument.Hash(plan),
            PlanDocument.Hash(PlanningWorkbook.Read(file, plan, PlanningWorkbook.TicketFor(plan)).Content!)
        );

        foreach (
            (int sheet, string cell) in new[]
            {
                (4, $"D{SheetDesign.FirstRow}"),
                (5, $"D{SheetDesign.FirstRow}"),
                (5, $"E{SheetDesign.FirstRow}"),
            }
        )
        {
            WorkbookProblem problem = Assert.Single(
                PlanningWorkbook.Read(Without(file, sheet, cell), plan, PlanningWorkbook.TicketFor(plan)).Problems
            );
            Assert.Equal((WorkbookProblems.NotADate, cell), (problem.Rule, problem.Cell));
        }
    }

    private static byte[] Without(byte[] file, int sheet, string cell)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            WorkbookPart book = document.WorkbookPart!;
            Sheet named = book.Workbook!.Descendants<Sheet>().ElementAt(sheet);
            ((WorksheetPart)book.GetPartById(named.Id!)).Worksheet!.Descendants<Cell>().Single(one => one.CellReference == cell).Remove();
        }

        return stream.ToArray();
    }

    internal static IEnumerable<string> Errors(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];
    }
}
