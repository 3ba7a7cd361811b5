using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>More time: how it is asked for, when it can be, and what the report then says.</summary>
public sealed class MoreTimeTests
{
    private static readonly WorkingCalendar Home = Calendars.Of("MX");
    private static readonly PersonId Coordinator = new("p-1");
    private static readonly PersonId Officer = new("p-9");
    private static readonly DateTimeOffset Now = new(2026, 4, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly ReportRecord Report = ReportRecord.NotDue(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Home)[0],
        1
    ) with
    {
        State = ReportState.Open,
    };

    [Theory]
    [InlineData("en", "MORE TIME: 15 May, the northern posts are late", "2026-05-15", "the northern posts are late")]
    [InlineData("en", "more time: until 15 May 2027 - the census", "2027-05-15", "the census")]
    [InlineData("en", "MORE TIME: 5 March, the census goes on", "2027-03-05", "the census goes on")] // the next one after the period
    [InlineData("fr", "PLUS DE TEMPS : 15 mai, les postes du nord sont en retard", "2026-05-15", "les postes du nord sont en retard")]
    [InlineData("fr", "Délai : jusqu'au 1er juin 2026, grève", "2026-06-01", "grève")]
    [InlineData("es", "MÁS TIEMPO: 15 de mayo, faltan los puestos del norte", "2026-05-15", "faltan los puestos del norte")]
    [InlineData("es", "Prórroga: 2026-05-15, faltan datos", "2026-05-15", "faltan datos")]
    public void It_is_asked_for_on_one_line(string language, string line, string day, string reason)
    {
        ParsedReply reading = Read(line, Language.FromString(language));
        var more = Assert.IsType<Command.MoreTime>(reading.Command);
        Assert.Equal((DateOnly.Parse(day, null), reason), (more.Day, more.Reason));
        Assert.Empty(reading.NotUnderstood);
    }

    [Theory]
    [InlineData("MORE TIME")]
    [InlineData("MORE TIME: 15 May")]
    [InlineData("MORE TIME: 15 May, -")]
    [InlineData("MORE TIME: a week or two, the census")]
    [InlineData("MORE TIME: 12/10/2026, the census")] // two days in English
    public void Without_a_day_or_a_reason_it_is_asked_back(string line)
    {
        ParsedReply reading = Read(line, Language.En);
        Assert.Null(reading.Command);
        Assert.Equal(NotUnderstoodReason.NotMoreTime, Assert.Single(reading.NotUnderstood).Reason);
    }

    [Fact]
    public void A_form_that_cannot_be_given_more_time_does_not_know_the_command() =>
        Assert.Null(ReplyReader.Read(ReplyText.Of("MORE TIME: 15 May, the census", null), RecognisedItems, Language.En).Command);

    [Fact]
    public void Figures_beside_it_are_read()
    {
        ParsedReply reading = Read("B5: 12\nMORE TIME: 15 May, the census", Language.En);
        Assert.IsType<Command.MoreTime>(reading.Command);
        Assert.Equal(12, Assert.Single(reading.Figures).Value);
    }

    [Theory]
    [InlineData("2026-04-30", "the census", "not-later")]
    [InlineData("2026-04-01", "the census", "not-later")]
    [InlineData("2026-06-01", "  -", "reason-needed")]
    [InlineData("2026-06-01", "the census", null)]
    public void It_needs_a_later_day_and_a_reason(string day, string reason, string? rule) =>
        Assert.Equal(rule, MoreTimeRules.Refuse(Report, DateOnly.Parse(day, null), reason, Home, Now)?.Rule);

    [Fact]
    public void A_later_request_takes_the_place_of_one_that_waits_and_giving_time_grants_it()
    {
        ReportRecord first = MoreTimeRules.Asked(Report, new DateOnly(2026, 5, 15), "census", Coordinator, Now, new EntrySource("mail:1"));
        ReportRecord second = MoreTimeRules.Asked(first, new DateOnly(2026, 5, 20), "strike", Coordinator, Now, new EntrySource("mail:2"));
        MoreTimeRequest waits = Assert.Single(second.TimeRequests);
        Assert.Equal((1, new DateOnly(2026, 5, 20), "strike"), (waits.Number, waits.Day, waits.Reason));

        ReportRecord given = MoreTimeRules.Given(second, new DateOnly(2026, 5, 18), "strike", Officer, Now, Home);
        Assert.Equal(Home.EndOfWorkingDay(new DateOnly(2026, 5, 18)), given.Due);
        Assert.Equal((new DateOnly(2026, 5, 18), Officer), (given.TimeRequests[0].Decision!.Day, given.TimeRequests[0].Decision!.By));
        Assert.Equal("strike", Assert.Single(given.Extensions).Reason);
        Assert.Null(MoreTimeRules.Waiting(given));

        ReportRecord third = MoreTimeRules.Asked(given, new DateOnly(2026, 6, 20), "again", Coordinator, Now, new EntrySource("mail:3"));
        Assert.Equal([1, 2], third.TimeRequests.Select(one => one.Number));
    }

    [Fact]
    public void Handing_in_ends_a_request_for_good()
    {
        ReportRecord asked = MoreTimeRules.Asked(Report, new DateOnly(2026, 5, 15), "census", Coordinator, Now, new EntrySource("mail:1"));
        ReportAnswerResult result = ReportAnswer.Apply(
            asked,
            [],
            new ParsedReply(new Command.Nil("nothing was done"), [], []),
            Coordinator,
            new Arrival(Now, 1),
            new EntrySource("mail:2")
        );
        Assert.Equal(ReportState.Submitted, result.After.State);
        Assert.Null(MoreTimeRules.Waiting(result.After with { State = ReportState.Returned }));
    }

    /// <summary>Who asks for time with the last figure is not done.</summary>
    [Fact]
    public void What_is_complete_waits_for_SUBMIT_while_time_is_asked_for()
    {
        ReportRecord asked = MoreTimeRules.Asked(Report, new DateOnly(2026, 5, 15), "census", Coordinator, Now, new EntrySource("mail:1"));
        ReportAnswerResult saved = Complete(asked, null, 1);
        Assert.Equal((ReportAnswerKind.Saved, ReportState.Open), (saved.Kind, saved.After.State));
        Assert.NotNull(MoreTimeRules.Waiting(saved.After));

        Assert.Equal(ReportAnswerKind.Submitted, Complete(saved.After, new Command.Submit(), 2).Kind);
        ReportRecord given = MoreTimeRules.Given(asked, new DateOnly(2026, 5, 15), "census", Officer, Now, Home);
        Assert.Equal(ReportAnswerKind.Submitted, Complete(given, null, 2).Kind); // nothing is asked for any more
        Assert.Equal(ReportAnswerKind.Submitted, Complete(Report, null, 1).Kind);
    }

    [Fact]
    public void A_request_that_arrived_before_another_does_not_replace_it()
    {
        ReportRecord asked = MoreTimeRules.Asked(Report, new DateOnly(2026, 5, 20), "census", Coordinator, Now, new EntrySource("link"));
        Assert.True(MoreTimeRules.IsOvertaken(asked, Now.AddHours(-1)));
        Assert.False(MoreTimeRules.IsOvertaken(asked, Now.AddHours(1)));
        Assert.False(MoreTimeRules.IsOvertaken(asked, null));
        Assert.False(MoreTimeRules.IsOvertaken(Report, Now.AddHours(-1)));
    }

    private static ReportAnswerResult Complete(ReportRecord report, Command? command, int hours) =>
        ReportAnswer.Apply(
            report,
            [new FormItem("B3", FormItemKind.Number, "One")],
            new ParsedReply(command, [new ReplyFigure("B3", 5, null, null, null, null, new Dictionary<string, decimal>(), "B3: 5")], []),
            Coordinator,
            new Arrival(Now.AddHours(hours), 1),
            new EntrySource("mail:2")
        );

    private static IReadOnlyList<FormItem> RecognisedItems => ReplyParsing.RecognisedCase.Items;

    private static ParsedReply Read(string text, Language language) =>
        ReplyReader.Read(
            ReplyText.Of(text, null),
            RecognisedItems,
            language,
            new DayRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31))
        );
}
