using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>Answers wait out faults and are read in any order; what stands in the end is what was said last.</summary>
public sealed class OrderOfArrivalTests
{
    private static readonly ReportingPeriod Period = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 3, 31),
        Calendars.Of("MX")
    )[0];
    private static readonly DateTimeOffset Morning = Period.Opens.AddHours(9);

    private static readonly FormItem[] Items =
    [
        new("A1", FormItemKind.Number, "Declarations"),
        new("A2", FormItemKind.Number, "Seizures"),
        new("A3", FormItemKind.Number, "Cases"),
    ];

    private static readonly ReportRecord Open = ReportRecord.NotDue(new PlanId("mx-2026"), new AdministrationId("MX"), Period, 1) with
    {
        State = ReportState.Open,
    };

    [Fact]
    public void An_older_mail_that_is_worked_on_later_does_not_overwrite_the_newer()
    {
        ReportRecord corrected = Answer(Open, At(2), null, ("A1", 128)).After;

        ReportAnswerResult older = Answer(corrected, At(1), null, ("A1", 88), ("A2", 5));

        Assert.Equal(128, older.After.Entries["A1"].Value);
        Assert.Equal(5, older.After.Entries["A2"].Value); // of that, nothing was said later
        Assert.Equal(["A1"], older.Overtaken);
        Assert.Equal(ReportAnswerKind.Saved, older.Kind);
    }

    [Fact]
    public void One_all_of_which_was_said_otherwise_since_is_told_so_and_asks_for_nothing()
    {
        ReportRecord corrected = Answer(Open, At(2), null, ("A1", 128)).After;

        Assert.Equal(ReportAnswerKind.Overtaken, Answer(corrected, At(1), null, ("A1", 88)).Kind);
        Assert.Equal(ReportAnswerKind.Overtaken, Answer(corrected with { State = ReportState.Submitted }, At(1), null, ("A1", 88)).Kind);
    }

    [Fact]
    public void Of_two_at_one_second_the_one_that_was_handed_over_later_stands()
    {
        ReportRecord corrected = Answer(Open, new Arrival(Morning, 20), null, ("A1", 128)).After;

        Assert.Equal(128, Answer(corrected, new Arrival(Morning, 19), null, ("A1", 88)).After.Entries["A1"].Value);
        Assert.Equal(129, Answer(corrected, new Arrival(Morning, 21), null, ("A1", 129)).After.Entries["A1"].Value);
    }

    [Fact]
    public void In_whatever_order_answers_are_worked_on_the_last_said_stands_of_each_item() =>
        Prop.ForAll(
                Said.ToArbitrary(),
                said =>
                {
                    ReportRecord inOrder = said.Answers.Aggregate(Open, (report, answer) => Take(report, answer));
                    ReportRecord shuffled = said.Worked.Aggregate(Open, (report, at) => Take(report, said.Answers[at]));
                    return inOrder
                        .Entries.OrderBy(one => one.Key)
                        .Select(one => (one.Key, one.Value.Value, one.Value.Source))
                        .SequenceEqual(
                            shuffled.Entries.OrderBy(one => one.Key).Select(one => (one.Key, one.Value.Value, one.Value.Source))
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_written_before_the_report_was_sent_back_hands_in_nothing()
    {
        ReportRecord handedIn = Answer(Open, At(1), null, ("A1", 1), ("A2", 2), ("A3", 3)).After;
        ReportRecord returned = handedIn with
        {
            State = ReportState.Returned,
            Submissions =
            [
                handedIn.Submissions[0] with
                {
                    Decision = new ReviewDecision(
                        false,
                        new PersonId("approver-one"),
                        Morning.AddHours(3),
                        "A1?",
                        new Dictionary<string, string>()
                    ),
                },
            ],
        };

        ReportAnswerResult before = Answer(returned, At(2), new Command.Submit(), ("A1", 4));
        Assert.Equal((ReportAnswerKind.Saved, ReportState.Returned, true), (before.Kind, before.After.State, before.CommandOvertaken));
        // complete, and yet no answer to what was asked since
        Assert.Equal(ReportAnswerKind.Saved, Answer(returned, At(2), null, ("A1", 4)).Kind);
        Assert.Equal(ReportAnswerKind.Overtaken, Answer(returned, At(2), new Command.Submit()).Kind);
        Assert.Equal(ReportState.Submitted, Answer(returned, At(4), new Command.Submit()).After.State);
    }

    [Fact]
    public void Nothing_to_report_is_void_where_figures_came_in_later()
    {
        ReportRecord given = Answer(Open, At(2), null, ("A1", 128)).After;

        ReportAnswerResult nil = Answer(given, At(1), new Command.Nil("no activity"));

        Assert.Equal((ReportAnswerKind.Overtaken, ReportState.Open), (nil.Kind, nil.After.State));
        Assert.Equal(["A1"], nil.After.Entries.Keys);
    }

    [Fact]
    public void Figures_that_came_in_before_do_not_undo_that_there_is_nothing_to_report()
    {
        ReportRecord nil = Answer(Open, At(2), new Command.Nil("no activity")).After;

        ReportAnswerResult older = Answer(nil, At(1), null, ("A1", 88));

        Assert.Equal((null, "no activity"), (older.After.Entries["A1"].Value, older.After.Entries["A1"].MissingReason));
    }

    private static Gen<(SaidAnswer[] Answers, int[] Worked)> Said =>
        from count in Gen.Choose(2, 12)
        from answers in Gen.ArrayOf(Gen.Zip(Gen.Choose(0, 2), Gen.Choose(0, 1000)), count)
        from worked in Gen.Shuffle(Enumerable.Range(0, count))
        select (answers.Select((one, index) => new SaidAnswer(index, Items[one.Item1].Code, one.Item2)).ToArray(), worked);

    private static ReportRecord Take(ReportRecord report, SaidAnswer said) =>
        ReportAnswer
            .Apply(
                report,
                Items,
                Reading(null, (said.Item, said.Value)),
                new PersonId("coordinator-mx"),
                new Arrival(Morning.AddMinutes(said.Number / 3), said.Number),
                new EntrySource($"mail:{said.Number}")
            )
            .After;

    private static Arrival At(int hour) => new(Morning.AddHours(hour), hour);

    private static ReportAnswerResult Answer(
        ReportRecord report,
        Arrival arrived,
        Command? command,
        params (string Code, decimal Value)[] figures
    ) => ReportAnswer.Apply(report, Items, Reading(command, figures), new PersonId("coordinator-mx"), arrived, new EntrySource("mail:1"));

    private static ParsedReply Reading(Command? command, params (string Code, decimal Value)[] figures) =>
        new(
            command,
            [
                .. figures.Select(one => new ReplyFigure(
                    one.Code,
                    one.Value,
                    null,
                    null,
                    null,
                    null,
                    new Dictionary<string, decimal>(),
                    $"{one.Code}: {one.Value}"
                )),
            ],
            []
        );

    private sealed record SaidAnswer(int Number, string Item, decimal Value);
}
