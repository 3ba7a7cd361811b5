using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>What a coordinator is told of a report that is closed: why, and what was accepted.</summary>
public sealed class ClosedReportTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly ReviewDecision Accepted = new(true, new PersonId("p-9"), At, null, new Dictionary<string, string>());

    private static readonly ReportRecord Report = ReportRecord.NotDue(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Calendars.Of("MX"))[0],
        1
    ) with
    {
        Submissions = [new ReportSubmission(1, new PersonId("p-1"), At, new EntrySource("mail:1"), null, Accepted)],
    };

    public static TheoryData<ReportState, string, string, string> Closed =>
        new()
        {
            { ReportState.Accepted, "Accepted by Amina Osei, ", "Accepté par Amina Osei, ", "Aceptado por Amina Osei, " },
            { ReportState.Locked, "locked since ", "verrouillé depuis le ", "bloqueado desde el " },
            {
                ReportState.Waived,
                "not wanted: The earthquake",
                "n'est pas demandé : The earthquake",
                "no se pide este informe: The earthquake"
            },
            {
                ReportState.NilReturn,
                "nothing to report: The earthquake",
                "rien à signaler : The earthquake",
                "nada que informar: The earthquake"
            },
            { ReportState.Missed, "Locked since ", "Verrouillé depuis le ", "Bloqueado desde el " },
        };

    [Theory]
    [MemberData(nameof(Closed), DisableDiscoveryEnumeration = true)]
    public void Why_it_is_closed_is_named_with_the_next_step(ReportState state, string en, string fr, string es)
    {
        ReportRecord report = Report with
        {
            State = state,
            EndedBy = state is ReportState.Waived or ReportState.NilReturn
                ? new OfficerEnding(new PersonId("p-9"), At, "The earthquake")
                : null,
        };
        Text cause = ReportClosureWords.Cause(report, _ => "Amina Osei", "America/Mexico_City")!;
        Assert.Contains(en, cause.En, StringComparison.Ordinal);
        Assert.Contains(fr, cause.Fr, StringComparison.Ordinal);
        Assert.Contains(es, cause.Es, StringComparison.Ordinal);
        Assert.NotNull(ReportClosureWords.Next(report));
    }

    [Theory]
    [InlineData(ReportState.Open)]
    [InlineData(ReportState.Returned)]
    [InlineData(ReportState.Submitted)]
    public void What_takes_answers_is_not_closed(ReportState state) =>
        Assert.Equal(
            (null, null),
            (
                ReportClosureWords.Cause(Report with { State = state }, _ => "", "Etc/UTC"),
                ReportClosureWords.Next(Report with { State = state })
            )
        );

    [Theory]
    [InlineData(TaskState.Answered, "Answered by Amina Osei, ")]
    [InlineData(TaskState.Cancelled, "Withdrawn by Amina Osei, ")]
    [InlineData(TaskState.Expired, "The time for it ended: ")]
    [InlineData(TaskState.Open, null)]
    public void Why_any_other_task_is_closed_is_named_too(TaskState state, string? said)
    {
        var task = HumanTaskRecord.Ask(
            new TaskId("t-1"),
            TaskDefinition.OfCoordinator("Some"),
            TaskSubject.From("x"),
            1,
            null,
            [],
            At,
            At.AddDays(1),
            At.AddDays(2)
        ) with
        {
            State = state,
            AnsweredBy = new PersonId("p-9"),
            EndedAt = At,
        };
        Assert.StartsWith(said ?? "", TaskClosureWords.Cause(task, _ => "Amina Osei", "Etc/UTC", At)?.En ?? "", StringComparison.Ordinal);
        Assert.Equal(said is null, TaskClosureWords.Cause(task, _ => "Amina Osei", "Etc/UTC", At) is null);
        Assert.StartsWith(
            "The time for it ended",
            TaskClosureWords.Cause(task with { State = TaskState.Open }, _ => "", "Etc/UTC", At.AddDays(3))!.En
        );
    }

    [Fact]
    public void A_refusal_says_the_rule_and_then_the_cause_and_the_next_step() =>
        Assert.Equal(
            "The report is not open for this. Why. Next.",
            RefusalRules.WordsOf(new CommandResult.Refused("report-not-open", "") { Because = [Text.Same("Why."), Text.Same("Next.")] }).En
        );

    [Fact]
    public void The_copy_has_figures_and_statuses_and_nothing_confidential()
    {
        ActionPlan plan = QuestionsTests.Plan(
            QuestionsTests.New("B3", Measure.Percentage, Aggregation.Mean),
            QuestionsTests.New("B9", Measure.Unit, Aggregation.Sum) with
            {
                Statement = "Cases referred",
                Sensitive = true,
            }
        );
        ReportRecord report = Report with
        {
            Entries = new Dictionary<string, ReportEntry>
            {
                ["B3"] = Entry("B3", 45),
                ["B9"] = Entry("B9", 17),
                ["N1"] = Entry("N1", null) with { Narrative = new string('x', 4000) },
            },
        };
        var copy = AcceptedCopy.Of(report, plan, Language.En);
        Assert.Equal(
            [("B3", "A statement", "45 %", false), ("B9", "", "", true)],
            copy.Select(one => (one.Code, one.Label, one.Value, one.Sensitive))
        );
    }

    private static ReportEntry Entry(string code, decimal? value) =>
        new(
            code,
            value,
            null,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("p-1"),
            At,
            new EntrySource("mail:1"),
            ""
        );
}
