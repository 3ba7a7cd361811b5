using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Meetings;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.Meetings;

public sealed class MeetingRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly AdministrationId Ghana = new("GH");

    private static readonly ProgrammeRegister Register = new(
        true,
        ProgrammeSeed.Load().Administrations.ToDictionary(one => one.Id),
        new Dictionary<DonorId, Donor>(),
        new Dictionary<AgreementId, GrantAgreement>(),
        new Dictionary<PersonId, Person>(),
        new Dictionary<PlanId, PlanListing>()
    );

    [Theory]
    [InlineData("2026-03-03", "2026-03-03", true)]
    [InlineData("2026-03-02", "2026-03-04", false)] // begins today
    [InlineData("2026-05-06", "2026-05-05", false)]
    [InlineData("2028-03-02", "2028-03-04", true)]
    [InlineData("2028-03-03", "2028-03-04", false)] // more than two years ahead
    [InlineData("2026-05-01", "2026-05-31", true)]
    [InlineData("2026-05-01", "2026-06-01", false)]
    public void A_meeting_lies_ahead_and_ends_after_it_begins(string start, string end, bool sound)
    {
        MeetingRecord meeting = Of(Day(start), Day(end));
        Assert.Equal(sound ? null : "meeting-days", MeetingRules.Refuse(meeting, Today)?.Rule);
    }

    [Fact]
    public void A_meeting_is_of_the_year_in_which_it_begins()
    {
        MeetingRecord meeting = Of(Day("2026-12-30"), Day("2027-01-02"));
        Assert.Null(MeetingRules.Refuse(meeting, Today));
        Assert.Equal("meeting-days", MeetingRules.Refuse(meeting with { Ref = new MeetingRef(2027) }, Today)?.Rule);
    }

    [Theory]
    [InlineData(1, 1, 1, true)]
    [InlineData(200, 200, 4_000, true)]
    [InlineData(0, 1, 1, false)]
    [InlineData(1, 0, 1, false)]
    [InlineData(1, 1, 0, false)]
    [InlineData(201, 1, 1, false)]
    [InlineData(1, 201, 1, false)]
    [InlineData(1, 1, 4_001, false)]
    public void A_meeting_has_a_title_a_place_and_an_agenda(int title, int place, int agenda, bool worded)
    {
        MeetingRecord meeting = Of(Day("2026-05-05"), Day("2026-05-07")) with
        {
            Title = new string('t', title),
            Place = new string('p', place),
            Agenda = new string('a', agenda),
        };
        Assert.Equal(worded ? null : "meeting-words", MeetingRules.Refuse(meeting, Today)?.Rule);
    }

    [Fact]
    public void Minutes_say_what_was_said() =>
        Assert.Equal(
            [null, "minutes-empty", TextBounds.Rule],
            new[] { "We met.", " ", new string('m', TextBounds.Narrative + 1) }.Select(text => Rule(new NewMinutes(text, [], [])))
        );

    [Fact]
    public void An_action_point_says_what_is_to_be_done_by_which_day_to_come()
    {
        var point = new NewActionPoint("Publish the code.", Ghana, Today.AddDays(1));
        Assert.Null(Rule(point));
        Assert.Null(Rule(point with { Administration = null }));
        Assert.Equal("action-point", Rule(point with { Text = " " }));
        Assert.Equal("action-point", Rule(point with { Due = Today }));
        Assert.Equal("no-such-administration", Rule(point with { Administration = new AdministrationId("ZZ") }));
        Assert.Equal(TextBounds.Rule, Rule(point with { Text = new string('p', TextBounds.Reason + 1) }));
        Assert.Null(Rule([.. Enumerable.Repeat(point, 30)]));
        Assert.Equal("action-point", Rule([.. Enumerable.Repeat(point, 31)]));
    }

    [Theory]
    [InlineData(0, 200, null)]
    [InlineData(-1, 1, "meeting-attendance")]
    [InlineData(1, -1, "meeting-attendance")]
    [InlineData(201, 1, "meeting-attendance")]
    [InlineData(1, 201, "meeting-attendance")]
    public void Who_came_is_counted(int women, int men, string? rule) =>
        Assert.Equal(rule, Rule(new NewMinutes("We met.", [new MeetingAttendance(Ghana, women, men)], [])));

    [Fact]
    public void Who_came_is_counted_once_for_each_administration_of_the_programme()
    {
        var attendance = new MeetingAttendance(Ghana, 1, 1);
        Assert.Equal("meeting-attendance", Rule(new NewMinutes("We met.", [attendance, attendance], [])));
        Assert.Equal(
            "no-such-administration",
            Rule(new NewMinutes("We met.", [attendance with { Administration = new AdministrationId("ZZ") }], []))
        );
    }

    private static string? Rule(params NewActionPoint[] points) => Rule(new NewMinutes("We met.", [], points));

    private static string? Rule(NewMinutes minutes) => MeetingRules.Refuse(minutes, Register, Today)?.Rule;

    private static MeetingRecord Of(DateOnly start, DateOnly end) =>
        new(new MeetingRef(start.Year), "Annual meeting", start, end, "Brussels", "Results.", MeetingState.Called);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
