using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>Parts of a report that others answer: what of an answer counts, and what ends them.</summary>
public sealed class ContributionTests
{
    private static readonly WorkingCalendar Home = Calendars.Of("MX");
    private static readonly PersonId Coordinator = new("p-1");
    private static readonly PersonId Amina = new("p-2");
    private static readonly PersonId Kofi = new("p-3");
    private static readonly DateTimeOffset Now = new(2026, 4, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntrySource Mail = EntrySource.Mail("1");

    private static readonly FormItem[] Items =
    [
        new("B3", FormItemKind.Number, "One"),
        new("B4", FormItemKind.Number, "Two"),
        new("B5", FormItemKind.Number, "Three"),
    ];

    private static readonly ReportRecord Report = ReportRecord.NotDue(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Home)[0],
        1
    ) with
    {
        State = ReportState.Open,
    };

    private static readonly ReportRecord Asked = ContributionRules.Asked(Report, Part(1, Amina, "B3", "B4")).After;

    [Fact]
    public void What_a_colleague_answers_goes_into_the_draft_and_hands_nothing_in()
    {
        ReportAnswerResult done = Answer(Asked, 1, Amina, 1, "B3", "B4", "B5");
        Assert.Equal((ReportAnswerKind.Saved, ReportState.Open), (done.Kind, done.After.State));
        Assert.Equal(["B3", "B4"], done.After.Entries.Keys.Order()); // B5 is not theirs
        Assert.All(done.After.Entries.Values, entry => Assert.Equal((Amina, Mail), (entry.By, entry.Source)));
        Assert.Empty(ContributionRules.Missing(done.After, Assert.Single(ContributionRules.Of(done.After))));

        // all that the report asks for is there: who coordinates hands it in, and nobody else
        ReportAnswerResult all = Answer(
            ContributionRules.Asked(Asked, Part(2, Kofi, "B5")).After with
            {
                Entries = done.After.Entries,
            },
            2,
            Kofi,
            2,
            "B5"
        );
        Assert.Equal((ReportAnswerKind.Saved, ReportState.Open), (all.Kind, all.After.State));
    }

    [Fact]
    public void Nothing_to_report_stands_for_what_is_missing_of_the_part_alone()
    {
        ParsedReply? held = ContributionRules.Held(Asked, 1, new ParsedReply(new Command.Nil("no course was held"), [], []));
        Assert.Equal(
            [("B3", "no course was held"), ("B4", "no course was held")],
            held!.Figures.Select(one => (one.Code, one.MissingReason!))
        );
        Assert.IsType<Command.Part>(held.Command);
    }

    [Fact]
    public void What_the_coordinator_has_answered_since_stands()
    {
        ReportRecord own = Given(Asked, Coordinator, 1, "B3");
        Assert.True(ContributionRules.IsOverwritten(own, ContributionRules.Find(own, 1)!, "B3"));
        Assert.Equal(["B4"], ContributionRules.Held(own, 1, Said("B3", "B4"))!.Figures.Select(figure => figure.Code));
        Assert.Equal(["B4"], ContributionRules.Missing(own, ContributionRules.Find(own, 1)!));

        // and over what a colleague has given the coordinator may write
        ReportRecord given = Answer(Asked, 1, Amina, 1, "B3").After;
        Assert.Equal(Coordinator, Given(given, Coordinator, 2, "B3").Entries["B3"].By);
    }

    [Fact]
    public void An_item_is_asked_of_one_person_at_a_time()
    {
        (ReportRecord moved, IReadOnlyList<AssignedPart> over) = ContributionRules.Asked(Asked, Part(2, Kofi, "B4", "B5"));
        Assert.Equal(["B3"], ContributionRules.Find(moved, 1)!.Items);
        Assert.Empty(over);
        (ReportRecord all, over) = ContributionRules.Asked(moved, Part(3, Kofi, "B3"));
        Assert.Equal((1, PartOutcome.TakenBack), (Assert.Single(over).Number, over[0].Ended!.Outcome));
        Assert.Null(ContributionRules.Held(all, 1, Said("B3")));
    }

    [Fact]
    public void Handing_in_ends_all_parts_whatever_is_missing_of_them()
    {
        ReportAnswerResult done = ReportAnswer.Apply(
            Asked,
            Items,
            new ParsedReply(new Command.Nil("nothing was done"), [], []),
            Coordinator,
            new Arrival(Now.AddHours(1), 1),
            Mail
        );
        Assert.Equal(ReportState.Submitted, done.After.State);
        Assert.Equal(PartOutcome.HandedIn, ContributionRules.Find(done.After, 1)!.Ended!.Outcome);
        Assert.Null(ContributionRules.Held(done.After, 1, Said("B3")));
        Assert.Null(ContributionRules.Held(done.After with { State = ReportState.Returned }, 1, Said("B3")));
        IReadOnlyList<Text> why = ContributionRules.ClosedBecause(
            done.After,
            ContributionRules.Find(done.After, 1)!,
            id => id.Value,
            "Etc/UTC"
        )!;
        Assert.Contains("p-1 handed the report in", why[0].En, StringComparison.Ordinal);
        Assert.Contains("write to p-1", why[1].En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B3", "kofi@customs.example", null)]
    [InlineData("B9", "kofi@customs.example", "no-such-item")]
    [InlineData("", "kofi@customs.example", "part-without-items")]
    [InlineData("B3", "kofi", "not-an-address")]
    [InlineData("B3", "Ama@Customs.example", "part-of-oneself")]
    public void It_needs_items_of_the_report_and_somebody_else(string code, string address, string? rule)
    {
        var by = new Person(Coordinator, "Ama", "ama@customs.example", Language.En, []);
        Assert.Equal(rule, ContributionRules.Refuse(Report, Items, code.Length == 0 ? [] : [code], address, by)?.Rule);
    }

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, "too-many-parts-open")]
    public void Only_so_many_parts_are_open_as_can_be_ended_together(int open, string? rule)
    {
        var by = new Person(Coordinator, "Ama", "ama@customs.example", Language.En, []);
        ReportRecord asked = Report with
        {
            Contributions = [.. Enumerable.Range(1, open).Select(number => Part(number, new PersonId("kofi"), "B3"))],
        };
        Assert.Equal(rule, ContributionRules.Refuse(asked, Items, ["B3"], "kofi@customs.example", by)?.Rule);
        ReportRecord ended = ContributionRules.Ended(asked, PartOutcome.TakenBack, Coordinator, Now);
        Assert.Null(ContributionRules.Refuse(ended, Items, ["B3"], "kofi@customs.example", by));
    }

    [Fact]
    public void A_part_is_due_before_the_whole_and_never_at_once()
    {
        Assert.Equal(Home.EndOfWorkingDay(new DateOnly(2026, 4, 28)), PartDue.Of(Report, Home, Now)); // due on the 30th
        DateTimeOffset late = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(Home.EndOfWorkingDay(new DateOnly(2026, 5, 5)), PartDue.Of(Report, Home, late));
    }

    /// <summary>Who asks a colleague to check what is there already is not done.</summary>
    [Fact]
    public void What_is_complete_waits_for_SUBMIT_while_somebody_is_asked_for_a_part()
    {
        ReportRecord given = Given(Report, Coordinator, -1, "B3");
        ReportRecord asked = ContributionRules.Asked(given, Part(1, Amina, "B3")).After;
        ReportAnswerResult rest = ReportAnswer.Apply(asked, Items, Said("B4", "B5"), Coordinator, new Arrival(Now.AddHours(1), 1), Mail);
        Assert.Equal((ReportAnswerKind.Saved, null), (rest.Kind, ContributionRules.Find(rest.After, 1)!.Ended));
        ReportRecord wanted = given with { ContributorRequests = [Wanted(1, "B3")] };
        Assert.Equal(
            ReportAnswerKind.Saved,
            ReportAnswer.Apply(wanted, Items, Said("B4", "B5"), Coordinator, new Arrival(Now.AddHours(1), 1), Mail).Kind
        );

        // what the coordinator has answered since waits for nobody
        Assert.Equal(ReportState.Submitted, Given(asked, Coordinator, 1, "B3", "B4", "B5").State);
    }

    [Fact]
    public void Who_was_asked_since_stays_asked()
    {
        Assert.True(ContributionRules.IsOvertaken(Asked, ["B4", "B5"], Now.AddHours(-1), EntrySource.Mail("2")));
        Assert.False(ContributionRules.IsOvertaken(Asked, ["B5"], Now.AddHours(-1), EntrySource.Mail("2"))); // nobody was
        Assert.False(ContributionRules.IsOvertaken(Asked, ["B4"], Now.AddHours(-1), Mail)); // by the same mail, which is worked on again
        Assert.False(ContributionRules.IsOvertaken(Asked, ["B4"], Now.AddHours(1), EntrySource.Mail("2")));
        ReportRecord late = ContributionRules.Asked(Report, Part(1, Amina, "B3") with { Said = Now.AddDays(-1) }).After;
        Assert.False(ContributionRules.IsOvertaken(late, ["B3"], Now.AddHours(-1), EntrySource.Mail("2"))); // it counts when it arrived
        ReportRecord wanted = Report with { ContributorRequests = [Wanted(1, "B3")] };
        Assert.True(ContributionRules.IsOvertaken(wanted, ["B3"], Now.AddHours(-1), EntrySource.Mail("2")));
    }

    [Fact]
    public void Somebody_who_waits_to_be_registered_is_not_asked_for_what_somebody_else_is_asked_for_since()
    {
        ReportRecord wanted = Report with { ContributorRequests = [Wanted(1, "B3"), Wanted(2, "B4", "B5")] };
        (ReportRecord after, IReadOnlyList<ContributorRequest> over) = ContributionRules.Withdrawn(wanted, ["B3", "B4"], Coordinator, Now);
        Assert.Equal(1, Assert.Single(over).Number);
        Assert.Null(ContributionRules.Wanted(after)[0].Address);
        Assert.Equal(Coordinator, ContributionRules.Wanted(after)[0].Decision!.By);
        Assert.Equal(["B5"], ContributionRules.Wanted(after)[1].Items);
        Assert.Null(ContributionRules.Wanted(after)[1].Decision);
        Assert.Equal(
            (Report, 0),
            (ContributionRules.Withdrawn(Report, ["B3"], Coordinator, Now) is var none ? none.After : null!, none.Over.Count)
        );
    }

    private static ContributorRequest Wanted(int number, params string[] items) =>
        new(number, "x@new.example", items, Coordinator, Now, Mail);

    private static AssignedPart Part(int number, PersonId person, params string[] items) =>
        new(number, person, items, Coordinator, Now, Mail);

    private static ParsedReply Said(params string[] codes) =>
        new(
            null,
            [.. codes.Select(code => new ReplyFigure(code, 5, null, null, null, null, new Dictionary<string, decimal>(), $"{code}: 5"))],
            []
        );

    private static ReportAnswerResult Answer(ReportRecord report, int part, PersonId by, int hours, params string[] codes) =>
        ReportAnswer.Apply(
            report,
            Items,
            ContributionRules.Held(report, part, Said(codes))!,
            by,
            new Arrival(Now.AddHours(hours), hours),
            Mail
        );

    private static ReportRecord Given(ReportRecord report, PersonId by, int hours, params string[] codes) =>
        ReportAnswer.Apply(report, Items, Said(codes) with { NotUnderstood = [] }, by, new Arrival(Now.AddHours(hours), hours), Mail).After;
}
