using ACip.Functions.Api.QuarterlyReports;
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

/// <summary>How results stand and what has become of planned activities, from whichever way it comes to what stands in the
/// report.</summary>
public sealed partial class StatusesTests
{
    private static readonly FormItem Result = new("R3", FormItemKind.ResultStatus, "Staff act with integrity");
    private static readonly FormItem Activity = new("T1", FormItemKind.ActivityStatus, "Workshops to map risks");
    private static readonly FormItem Share = new("B3", FormItemKind.Percentage, "Officers trained");

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void What_the_form_prints_filled_in_says_nothing_new_and_changed_it_is_read(Language language)
    {
        ReplyFigure result = Assert.Single(Read("R3: on track, the code was signed", Language.En).Figures);
        ReplyFigure activity = Assert.Single(Read("T1: delayed to 30 June 2027, no venue", Language.En).Figures);
        FormItem[] filled =
        [
            Result with
            {
                Context = new FormContext(Given: result),
            },
            Activity with
            {
                Context = new FormContext(Given: activity),
            },
        ];
        string form = MailedForm.Write(filled, language);
        Assert.Empty(ReplyReader.Read(ReplyText.Of(form, null), filled, language).Figures);

        string constrained = form.Replace(ItemStatus.OnTrack.Label().In(language), ItemStatus.Constrained.Label().In(language), Whole);
        ReplyFigure changed = Assert.Single(ReplyReader.Read(ReplyText.Of(constrained, null), filled, language).Figures);
        Assert.Equal((ItemStatus.Constrained, "the code was signed"), (changed.Status!.Value, changed.Narrative));
    }

    [Fact]
    public void A_new_status_leaves_nothing_of_the_sentence_and_day_of_the_old_one()
    {
        ReportEntry was = AnswerMerge.Of(Report, null, Read("T1: delayed to 30 June 2027, no venue", Language.En).Figures[0], By, At, Mail);
        ReportEntry now = AnswerMerge.Of(Report, was, Read("T1: done", Language.En).Figures[0], By, At, Mail);
        Assert.Equal((ItemStatus.Done, null, null), (now.Status!.Value, now.Date, now.Narrative));
        Assert.False(SaidAnswer.Of(was).IsSame(SaidAnswer.Of(now)));
        Assert.Equal("delayed, 30 June 2027: no venue", SaidWords.Of(SaidAnswer.Of(was), Activity, Language.En));
    }

    [Fact]
    public void The_page_reads_and_shows_them()
    {
        var fields = new Dictionary<string, string>
        {
            ["v.R3"] = "Constrained",
            ["w.R3"] = "le budget manque",
            ["v.T1"] = "Delayed",
            ["d.T1"] = "2027-06-30",
            ["w.T1"] = "pas de salle",
        };
        ParsedForm form = ParsedForm.Of([Result, Activity], fields, new Dictionary<string, ReportEntry>(), Language.Fr, Days);
        Assert.Empty(form.Errors);
        Assert.Equal(
            [(ItemStatus.Constrained, "le budget manque"), (ItemStatus.Delayed, "pas de salle")],
            form.Figures.Select(figure => (figure.Status!.Value, figure.Narrative!))
        );
        Assert.Equal(new DateOnly(2027, 6, 30), form.Figures[1].Date);
        var entries = form.Figures.ToDictionary(figure => figure.Code, figure => AnswerMerge.Of(Report, null, figure, By, At, Mail));
        Assert.Empty(ParsedForm.Of([Result, Activity], fields, entries, Language.Fr, Days).Figures);
        Assert.Equal("Delayed", FormFields.Of(Activity, entries["T1"], Language.Fr)["v.T1"]);
        Assert.Equal(
            ["d.T1", "v.R3"],
            ParsedForm
                .Of(
                    [Result, Activity],
                    new Dictionary<string, string>
                    {
                        ["w.R3"] = "why",
                        ["v.T1"] = "Done",
                        ["d.T1"] = "2036-06-30",
                    },
                    new Dictionary<string, ReportEntry>(),
                    Language.En,
                    Days
                )
                .Errors.Keys.Order()
        );
    }

    [Fact]
    public void In_the_workbook_they_are_chosen_and_the_comment_says_day_and_why()
    {
        FiguresForm form = Sample.Form with { Items = [Result, Activity], Language = Language.En };
        byte[] file = Sample.Change(
            FiguresWorkbook.Write(form),
            (
                "xl/worksheets/sheet1.xml",
                xml =>
                    new[]
                    {
                        ("G5", "en bonne voie"),
                        ("I5", "the code was signed"),
                        ("G6", "delayed"),
                        ("I6", "30 June 2027, no venue"),
                    }.Aggregate(xml, (sheet, cell) => Sample.Put(sheet, cell.Item1, $"<is><t>{cell.Item2}</t></is>", "inlineStr"))
            )
        );
        ReplyWithFiles read = ReplyWithFiles.Of(
            new ParsedReply(null, [], []),
            [new Workflows.Messaging.Mime.ReceivedFile("A-CIP.xlsx", Xlsx.MediaType, file)],
            form,
            Days
        );
        Assert.Empty(read.Reading.NotUnderstood);
        Assert.Equal(
            [(ItemStatus.OnTrack, null, "the code was signed"), (ItemStatus.Delayed, new DateOnly(2027, 6, 30), "no venue")],
            read.Reading.Figures.Select(figure => (figure.Status!.Value, figure.Date, figure.Narrative!))
        );
    }

    [Fact]
    public void A_program_sends_a_status_with_its_sentence()
    {
        var sent = new EnteredFigure("R3", Narrative: "The code was signed.") { Status = ItemStatus.OnTrack };
        ReplyFigure figure = Assert.Single(EnteredFigure.Read([sent], [Result], Days).Figures);
        Assert.Equal((ItemStatus.OnTrack, "The code was signed."), (figure.Status!.Value, figure.Narrative));
        Assert.NotNull(EnteredFigure.Read([sent with { Status = ItemStatus.Done }], [Result], Days).Problem);
        Assert.NotNull(EnteredFigure.Read([sent with { Status = null }], [Result], Days).Problem);
        Assert.NotNull(EnteredFigure.Read([sent with { Code = "B3" }], [Share], Days).Problem);
    }

    [Fact]
    public void Results_that_are_measured_and_activities_that_are_due_are_asked_about_until_they_are_done()
    {
        Assert.Equal(["R3"], Asked(0)); // R1 is beyond a quarter, R4 has nothing measured, T1 ends in June
        Assert.Equal(["R3", "T1"], Asked(1));
        Assert.Equal(["R3"], Asked(2, Said(1, ItemStatus.Done)));
        Assert.Equal(["R3", "T1"], Asked(2, Said(1, ItemStatus.Delayed)));
        Assert.Equal(["R3"], Asked(2, Said(1, ItemStatus.Delayed, "2026-11-01")));
        Assert.Equal(["R3", "T1"], Asked(3, Said(1, ItemStatus.Delayed, "2026-11-01")));
        Assert.Equal(["R3"], Asked(3, Said(1, ItemStatus.Cancelled)));

        static IEnumerable<string> Asked(int period, params Observation[] before) =>
            ReportItems
                .Of(Plan, Periods[period], before)
                .Where(item => item.Kind is FormItemKind.ResultStatus or FormItemKind.ActivityStatus)
                .Select(item => item.Code);
    }

    [Fact]
    public void What_is_left_open_is_asked_about_once_anything_is_reported()
    {
        Observation value = QuestionsTests.Given("B3", Periods[1], 40);
        Assert.Equal(["status-missing R3", "status-missing T1"], Questions(value));
        Assert.DoesNotContain(Questions(), question => question.StartsWith("status", StringComparison.Ordinal));
        Assert.Equal(
            ["status-why-missing R3", "status-why-missing T1"],
            Questions(value, Said(1, ItemStatus.OnTrack, item: "R3"), Said(1, ItemStatus.Delayed))
        );
        Assert.Empty(Questions(value, Said(1, ItemStatus.OnTrack, item: "R3") with { Narrative = "Signed." }, Said(1, ItemStatus.Done)));

        static IEnumerable<string> Questions(params Observation[] given) =>
            Completeness
                .Ask(Plan, Periods[1], given, [])
                .Where(question => question.Rule.StartsWith("status", StringComparison.Ordinal))
                .Select(question => $"{question.Rule} {question.Item}");
    }

    [Fact]
    public void An_activity_that_is_put_off_is_a_deviation()
    {
        ReportRecord report = Report with
        {
            Entries = new Dictionary<string, ReportEntry>
            {
                ["T1"] = AnswerMerge.Of(Report, null, Read("T1: delayed to 30 June 2027, no venue", Language.En).Figures[0], By, At, Mail),
            },
        };
        Assert.Equal(
            "Workshops to map risks: delayed, 30 June 2027: no venue",
            Assert.Single(ReportDeviations.Of(report, Plan, Language.En)).WhatAndWhy
        );
    }

    private const StringComparison Whole = StringComparison.Ordinal;
    private static readonly PersonId By = new("p-1");
    private static readonly DateTimeOffset At = new(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly EntrySource Mail = new("mail:1");
    private static readonly DayRange Days = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
    private static readonly IReadOnlyList<ReportingPeriod> Periods = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31),
        Calendars.Of("MX")
    );

    private static readonly ReportRecord Report = ReportRecord.NotDue(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Calendars.Of("MX"))[0],
        1
    );

    private static ActionPlan Plan =>
        QuestionsTests.Plan(QuestionsTests.New("B3", Measure.Percentage, Aggregation.Mean) with { Result = "R3" }) with
        {
            Results =
            [
                new PlanResult("R1", ResultLevel.Ultimate, null, "Integrity"),
                new PlanResult("R3", ResultLevel.Immediate, "R1", "Staff act with integrity"),
                new PlanResult("R4", ResultLevel.Output, "R3", "Nothing measures it"),
            ],
            Activities =
            [
                new PlannedActivity("T1", "R3", "Workshops to map risks", new DateOnly(2026, 2, 1), new DateOnly(2026, 6, 30), null),
            ],
        };

    private static Observation Said(int period, ItemStatus status, string? day = null, string item = "T1") =>
        QuestionsTests.Given(item, Periods[period], null) with
        {
            Status = status,
            Date = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        };

    private static ParsedReply Read(string line, Language language) =>
        ReplyReader.Read(ReplyText.Of(line, null), [Share, Result, Activity], language, Days);
}
