using System.Text.Json.Nodes;
using ACip.Functions.Api.QuarterlyReports;
using ACip.Functions.Pages.ActionPlans.Drafting;
using ACip.Functions.Pages.Frame.Items;
using ACip.Tests.Unit.Documents;
using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>A share with the counts behind it, from whichever way it comes to what stands in the report.</summary>
public sealed class SharesWithCountsTests
{
    private static readonly FormItem Item = new("B3", FormItemKind.Percentage, "Officers trained", null, ["women", "men"])
    {
        Ratio = new RatioNames("officers trained", "officers in post"),
    };

    [Theory]
    [InlineData("B3: 45/120", 45, 120)]
    [InlineData("B3: 45 of 120", 45, 120)]
    [InlineData("B3 = 45 / 120", 45, 120)]
    [InlineData("B3: 37.5 % (45/120)", 45, 120)]
    [InlineData("B3: 45/120 (38 %)", 45, 120)]
    [InlineData("B3: 45 of 120 = 37.5 %", 45, 120)]
    [InlineData("B3: 1,234/5,678", 1234, 5678)]
    [InlineData("B3: 0/12", 0, 12)]
    [InlineData("[B3] 45/120", 45, 120)]
    public void Mail_is_read(string line, int numerator, int denominator)
    {
        ReplyFigure figure = Assert.Single(Read(line, Language.En).Figures);
        Assert.Equal(new Ratio(numerator, denominator), figure.Counts!.Total);
        Assert.Equal(new Ratio(numerator, denominator).Percent, figure.Value);
    }

    [Theory]
    [InlineData("fr", "B3 : 45 sur 120")]
    [InlineData("fr", "B3 : 37,5 % (45/120)")]
    [InlineData("es", "B3: 45 de 120")]
    [InlineData("pt", "B3: 45 de 120")]
    [InlineData("pt", "B3: 45 de um total de 120 (37,5%)")]
    [InlineData("pt", "B3: 37,5% (45/120)")]
    [InlineData("ar", "B3: ٤٥ من ١٢٠")]
    [InlineData("ar", "B3: 45 من أصل 120")]
    [InlineData("ar", "B3: ٣٧٫٥٪ (٤٥/١٢٠)")]
    [InlineData("ar", "B3: ٤٥ من ١٢٠ = ٣٧٫٥ ٪")]
    public void Mail_is_read_in_each_language(Language language, string line) =>
        Assert.Equal(new Ratio(45, 120), Assert.Single(Read(line, language).Figures).Counts!.Total);

    [Theory]
    [InlineData("B3: 45/0", NotUnderstoodReason.NotARatio)]
    [InlineData("B3: -4/12", NotUnderstoodReason.NotARatio)]
    [InlineData("B3: 50 % (45/120)", NotUnderstoodReason.NotARatio)]
    [InlineData("B3: 1.234/5.678", NotUnderstoodReason.AmbiguousNumber)]
    public void What_is_no_part_of_a_whole_is_asked_back(string line, NotUnderstoodReason reason)
    {
        ParsedReply reading = Read(line, Language.En);
        Assert.Empty(reading.Figures);
        Assert.Equal(reason, Assert.Single(reading.NotUnderstood).Reason);
    }

    [Fact]
    public void A_share_alone_is_taken_without_counts() =>
        Assert.Equal(
            (37.5m, null),
            (Assert.Single(Read("B3: 37.5 %", Language.En).Figures).Value!.Value, Read("B3: 37.5 %", Language.En).Figures[0].Counts)
        );

    [Fact]
    public void Where_no_counts_are_asked_a_stroke_is_a_range_as_ever() =>
        Assert.Equal(
            NotUnderstoodReason.Range,
            ReplyReader.Read(ReplyText.Of("B3: 45/120", null), [Item with { Ratio = null }], Language.En).NotUnderstood[0].Reason
        );

    [Fact]
    public void Groups_have_counts_of_their_own()
    {
        ReplyFigure figure = Assert.Single(Read("B3: 45/120 (women: 20/60, men: 25/60)", Language.En).Figures);
        Assert.Equal(new Ratio(45, 120), figure.Counts!.Total);
        Assert.Equal((new Ratio(20, 60), new Ratio(25, 60)), (figure.Counts.Of("women"), figure.Counts.Of("men")));
        Assert.Equal(
            "37.5 % (45/120) (women: 33.33 % (20/60), men: 41.67 % (25/60))",
            SaidWords.Of(SaidAnswer.Of(figure), Item, Language.En)
        );
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void What_the_form_prints_filled_in_says_nothing_new_and_changed_it_is_read(Language language)
    {
        ReplyFigure given = Assert.Single(Read("B3: 45/120 (women: 20/60, men: 25/60)", Language.En).Figures);
        FormItem filled = Item with { Context = new FormContext(Given: given) };
        string form = MailedForm.Write([filled], language);
        Assert.Contains("[45/120]", form, StringComparison.Ordinal);
        Assert.Empty(ReplyReader.Read(ReplyText.Of(form, null), [filled], language).Figures);
        ReplyFigure changed = Assert.Single(
            ReplyReader.Read(ReplyText.Of(form.Replace("[45/120]", "[46/120]", StringComparison.Ordinal), null), [filled], language).Figures
        );
        Assert.Equal(new Ratio(46, 120), changed.Counts!.Total);
    }

    [Fact]
    public void A_new_total_without_counts_has_none_and_leaves_those_of_the_groups()
    {
        ReportEntry was = AnswerMerge.Of(Report, null, Read("B3: 45/120 (women: 20/60, men: 25/60)", Language.En).Figures[0], By, At, Mail);
        ReportEntry now = AnswerMerge.Of(Report, was, Read("B3: 40 %", Language.En).Figures[0], By, At, Mail);
        Assert.Equal((40m, null, new Ratio(20, 60)), (now.Value!.Value, now.Counts!.Total, now.Counts.Of("women")));
        Assert.False(SaidAnswer.Of(was).IsSame(SaidAnswer.Of(now)));
    }

    [Fact]
    public void The_page_reads_and_shows_them()
    {
        ParsedForm form = ParsedForm.Of(
            [Item],
            new Dictionary<string, string>
            {
                ["v.B3"] = "45/120",
                ["g.B3.0"] = "20/60",
                ["g.B3.1"] = "25/60",
            },
            new Dictionary<string, ReportEntry>(),
            Language.Fr
        );
        ReplyFigure figure = Assert.Single(form.Figures);
        Assert.Equal((new Ratio(45, 120), new Ratio(20, 60)), (figure.Counts!.Total, figure.Counts.Of("women")));
        ReportEntry entry = AnswerMerge.Of(Report, null, figure, By, At, Mail);
        Assert.Equal(
            ("45/120", "25/60"),
            (FormFields.Of(Item, entry, Language.Fr)["v.B3"], FormFields.Of(Item, entry, Language.Fr)["g.B3.1"])
        );
        Assert.Contains(
            "v.B3",
            ParsedForm
                .Of([Item], new Dictionary<string, string> { ["v.B3"] = "45/0" }, new Dictionary<string, ReportEntry>(), Language.En)
                .Errors.Keys
        );
    }

    [Fact]
    public void The_workbook_has_a_row_for_each_count_and_the_share_follows()
    {
        // rows from 5 on: the share, its counts; women, theirs; men, theirs
        FilledFigure filled = Filled(("G6", 45), ("G7", 120), ("G9", 20), ("G10", 60), ("G11", 42)).Content!.Items["B3"];
        Assert.Equal(
            (37.5m, new Ratio(45, 120), new Ratio(20, 60)),
            (filled.Number!.Value, filled.Counts!.Total, filled.Counts.Of("women"))
        );
        Assert.Equal((33.3333m, 42m, null), (filled.Groups["women"], filled.Groups["men"], filled.Counts.Of("men")));
        Sample.IsProblem(Filled(("G6", 45)), WorkbookProblems.NotARatio, "G5");
        Sample.IsProblem(Filled(("G5", 50), ("G6", 45), ("G7", 120)), WorkbookProblems.NotARatio, "G5");
        Assert.Equal(37.5m, Filled(("G5", 37.5m)).Content!.Items["B3"].Number);

        static ParsedWorkbook<FilledFigures> Filled(params (string Cell, decimal Value)[] cells)
        {
            FiguresForm form = Sample.Form with { Items = [Item] };
            byte[] file = Sample.Change(
                FiguresWorkbook.Write(form),
                (
                    "xl/worksheets/sheet1.xml",
                    xml =>
                        cells.Aggregate(
                            xml,
                            (sheet, cell) => Sample.Put(sheet, cell.Cell, FormattableString.Invariant($"<v>{cell.Value}</v>"), null)
                        )
                )
            );
            return FiguresWorkbook.Read(file, form);
        }
    }

    [Fact]
    public void A_draft_of_a_plan_takes_baselines_and_targets_by_their_counts()
    {
        ItemField[] fields =
        [
            new("targets", ItemFieldKind.Targets, Text.Of("", "", "")),
            new("baseline/value", ItemFieldKind.Number, Text.Of("", "", ""), true),
            new("baseline/counts", ItemFieldKind.Counts, Text.Of("", "", ""), true),
            new("ratio/numerator", ItemFieldKind.Line, Text.Of("", "", ""), true),
            new("ratio/denominator", ItemFieldKind.Line, Text.Of("", "", ""), true),
        ];
        JsonObject item = DraftItems.Read(
            [],
            fields,
            path =>
                path switch
                {
                    "targets" => "2027-12-31: 90/120",
                    "baseline/counts" => "30/120",
                    _ => "",
                }
        );
        Assert.Equal(
            """{"targets":[{"by":"2027-12-31","value":75,"counts":{"numerator":90,"denominator":120}}],"baseline":{"value":25,"counts":{"numerator":30,"denominator":120}},"ratio":null}""",
            item.ToJsonString()
        );
        Assert.Equal(("2027-12-31: 90/120", "30/120"), (ItemText.Show(item, fields[0]), ItemText.Show(item, fields[2])));
    }

    [Fact]
    public void A_program_sends_counts_and_the_shares_follow()
    {
        var days = new DayRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        var sent = new EnteredFigure("B3")
        {
            Counts = GivenCounts.Of(new Ratio(45, 120), new Dictionary<string, Ratio> { ["women"] = new(20, 60) }),
        };
        ReplyFigure figure = Assert.Single(EnteredFigure.Read([sent], [Item], days).Figures);
        Assert.Equal((37.5m, 33.3333m), (figure.Value!.Value, figure.Groups["women"]));
        Assert.NotNull(EnteredFigure.Read([sent with { Counts = GivenCounts.Of(new Ratio(45, 0)) }], [Item], days).Problem);
        Assert.NotNull(EnteredFigure.Read([sent with { Value = 50 }], [Item], days).Problem);
        Assert.NotNull(EnteredFigure.Read([sent], [Item with { Ratio = null }], days).Problem);
    }

    [Fact]
    public void Counts_of_groups_that_do_not_make_the_whole_are_asked_about()
    {
        Indicator indicator = QuestionsTests.New("B3", Measure.Percentage, Aggregation.Latest) with
        {
            Dimensions = [new Dimension("sex", ["women", "men"])],
            Ratio = Item.Ratio,
        };
        ReportingPeriod period = Report.Period;
        Observation Observed(decimal men) =>
            QuestionsTests.Given("B3", period, 37.5m) with
            {
                Counts = GivenCounts.Of(
                    new Ratio(45, 120),
                    new Dictionary<string, Ratio> { ["sex:women"] = new(20, 60), ["sex:men"] = new(men, 60) }
                ),
            };
        Assert.Equal("groups-sum", Assert.Single(Plausibility.Ask(QuestionsTests.Plan(indicator), period, [Observed(26)], [])).Rule);
        Assert.Empty(Plausibility.Ask(QuestionsTests.Plan(indicator), period, [Observed(25)], []));
    }

    private static readonly PersonId By = new("p-1");
    private static readonly DateTimeOffset At = new(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly EntrySource Mail = new("mail:1");
    private static readonly ReportRecord Report = ReportRecord.NotDue(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Calendars.Of("MX"))[0],
        1
    );

    private static ParsedReply Read(string line, Language language) => ReplyReader.Read(ReplyText.Of(line, null), [Item], language);
}
