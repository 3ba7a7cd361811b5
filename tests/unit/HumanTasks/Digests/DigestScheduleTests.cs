using ACip.Workflows.HumanTasks.Digests;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.HumanTasks.Digests;

public sealed class DigestScheduleTests
{
    private static readonly TimeOnly From = new(9, 0),
        Until = new(17, 0);

    [Theory]
    [InlineData("2026-03-03T08:59:00+01:00", null, false)] // before the working day
    [InlineData("2026-03-03T09:00:00+01:00", null, true)]
    [InlineData("2026-03-03T15:00:00+01:00", "2026-03-03T09:00:00+01:00", false)] // once a day
    [InlineData("2026-03-04T09:00:00+01:00", "2026-03-03T15:00:00+01:00", true)]
    [InlineData("2026-03-07T10:00:00+01:00", "2026-03-05T09:00:00+01:00", false)] // a Saturday
    public void Once_a_working_day(string now, string? last, bool due) => Assert.Equal(due, IsDue(NoticePace.Daily, now, last, now));

    [Theory]
    [InlineData("2026-03-02T10:00:00+01:00", "2026-02-23T10:00:00+01:00", "2026-02-27T10:00:00+01:00", true)] // Monday
    // Tuesday, and nothing is old
    [InlineData("2026-03-03T10:00:00+01:00", "2026-02-23T10:00:00+01:00", "2026-03-02T20:00:00+01:00", false)]
    // Tuesday, after a Monday on which nothing ran
    [InlineData("2026-03-03T10:00:00+01:00", "2026-02-16T10:00:00+01:00", "2026-02-20T10:00:00+01:00", true)]
    [InlineData("2026-03-02T16:00:00+01:00", "2026-03-02T10:00:00+01:00", "2026-03-02T11:00:00+01:00", false)] // once a week
    public void Once_a_week_on_its_first_working_day(string now, string last, string oldest, bool due) =>
        Assert.Equal(due, IsDue(NoticePace.Weekly, now, last, oldest));

    [Fact]
    public void After_a_holiday_the_week_begins_on_Tuesday() =>
        Assert.True(
            DigestSchedule.IsDue(
                NoticePace.Weekly,
                Of("BE", "2026-03-02"),
                (From, Until),
                Instant("2026-02-23T10:00:00+01:00"),
                Instant("2026-03-01T10:00:00+01:00"),
                Instant("2026-03-03T10:00:00+01:00")
            )
        );

    [Theory]
    [InlineData("America/Phoenix")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Honolulu")]
    [InlineData("Africa/Accra")]
    public void Each_zone_has_a_run_in_its_working_hours(string zone) =>
        Assert.Contains(
            [0, 8, 16],
            hour =>
                TimeZoneInfo
                    .ConvertTime(new DateTimeOffset(2026, 3, 4, hour, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById(zone))
                    .Hour
                    is >= 9
                        and < 17
        );

    /// <summary>Looks are eight hours apart: whatever the hours, and whenever the looks come in a zone, one a day is due.</summary>
    [Theory]
    [InlineData(9, 17)]
    [InlineData(9, 11)]
    [InlineData(14, 15)]
    public void Short_hours_are_not_missed(int from, int until)
    {
        for (int offset = 0; offset < 8 * 60; offset += 15)
        {
            DateTimeOffset first = Instant("2026-03-03T00:00:00+01:00").AddMinutes(offset);
            Assert.Contains(
                Enumerable.Range(0, 4),
                look =>
                    DigestSchedule.IsDue(
                        NoticePace.Daily,
                        Of("BE"),
                        (new TimeOnly(from, 0), new TimeOnly(until, 0)),
                        null,
                        first,
                        first.AddHours(8 * look)
                    )
            );
        }
    }

    [Fact]
    public void What_has_to_be_read_soon_does_not_wait()
    {
        DateTimeOffset now = Instant("2026-03-03T10:00:00+01:00");
        Assert.True(NoticeCanWait.Until(now.AddDays(10), NoticePace.Daily, now));
        Assert.False(NoticeCanWait.Until(now.AddDays(3), NoticePace.Daily, now));
        Assert.False(NoticeCanWait.Until(now.AddDays(9), NoticePace.Weekly, now));
        Assert.False(NoticeCanWait.Until(null, NoticePace.Weekly, now)); // urgent
        Assert.False(NoticeCanWait.Until(DateTimeOffset.MaxValue, NoticePace.Each, now));
    }

    [Fact]
    public void Who_works_for_the_whole_programme_hears_once_a_day_until_they_choose()
    {
        DateOnly today = Day("2026-03-03");
        DateTimeOffset confirmed = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var approver = new Person(
            new PersonId("a"),
            "A",
            "a@x.example",
            Language.En,
            [new RoleHeld(Role.Approver, today) { Grant = new RoleGrant(new PersonId("b"), confirmed, new PersonId("c"), confirmed) }]
        );
        Assert.Equal(NoticePace.Daily, NoticePaces.Of(approver, today));
        Assert.Equal(NoticePace.Weekly, NoticePaces.Of(approver with { Notices = NoticePace.Weekly }, today));
        Assert.Equal(
            NoticePace.Each,
            NoticePaces.Of(
                approver with
                {
                    Roles = [new RoleHeld(Role.Coordinator, today, Administration: new AdministrationId("NP"))],
                },
                today
            )
        );
    }

    [Fact]
    public void Who_has_moved_reads_by_the_hours_of_the_new_place()
    {
        var today = new DateOnly(2026, 3, 3);
        AdministrationId nepal = new("NP"),
            ghana = new("GH");
        RoleHeld before = new(Role.Coordinator, today.AddYears(-2), today.AddDays(-1), nepal),
            officer = new(Role.ProgrammeOfficer, today.AddDays(-10));
        Person person = new(new PersonId("a"), "A", "a@x.example", Language.En, [before, officer]);
        Assert.Null(DigestSchedule.HomeOf(person, today));
        Assert.Equal(nepal, DigestSchedule.HomeOf(person, today.AddDays(-1)));
        RoleHeld there = new(Role.Alternate, today, Administration: ghana) { Grant = RoleGrant.OfDeployment(default) };
        Assert.Equal(ghana, DigestSchedule.HomeOf(person with { Roles = [before, there, officer] }, today));
    }

    private static bool IsDue(NoticePace pace, string now, string? last, string oldest) =>
        DigestSchedule.IsDue(pace, Of("BE"), (From, Until), last is null ? null : Instant(last), Instant(oldest), Instant(now));
}
