using ACip.Tests.Unit.Time;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Time;
using FsCheck;
using FsCheck.Fluent;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.HumanTasks;

/// <summary>Mexico's first quarter of 2026: open on Wednesday 1 April, due on Thursday 30 April, -06:00. 1 May is a holiday.</summary>
public sealed class ReminderScheduleTests
{
    private static readonly WorkingCalendar Mexico = Of("MX", "2026-05-01");
    private static readonly ReportingPeriod Period = PeriodSchedule.Build(Calendars.Quarters, Day("2026-01-01"), Day("2026-03-31"), Mexico)[
        0
    ];

    private static readonly Dictionary<ReminderAnchor, DateTimeOffset> Open = new()
    {
        [ReminderAnchor.Opens] = Period.Opens,
        [ReminderAnchor.Due] = Period.Due,
    };

    private static readonly Dictionary<Audience, WorkingCalendar> Everybody = new()
    {
        [Audience.Coordinator] = Mexico,
        [Audience.Alternate] = Mexico,
        [Audience.HeadOfCustoms] = Mexico,
        [Audience.ProgrammeOfficer] = Of("BE"),
        [Audience.Approver] = Of("BE"),
    };

    [Fact]
    public void A_silent_coordinator_is_reminded_and_then_others_are()
    {
        List<string> log = Run(Everybody, Open, Period.Opens);

        Assert.Equal(
            [
                "2026-04-01T09:00:00-06:00 asked Coordinator",
                "2026-04-16T09:00:00-06:00 due-in-10 Coordinator", // 29 28 27 24 23 22 21 20 17 16
                "2026-04-27T09:00:00-06:00 due-in-3 Coordinator",
                "2026-05-04T09:00:00-06:00 overdue-1 Alternate", // 1 May is a holiday, then a weekend
                "2026-05-04T09:00:00-06:00 overdue-1 Coordinator",
                "2026-05-08T09:00:00-06:00 overdue-5 Alternate",
                "2026-05-08T09:00:00-06:00 overdue-5 Coordinator",
                "2026-05-11T09:00:00+02:00 overdue-5 ProgrammeOfficer", // 9 in Mexico is 17 in Brussels, and a Friday: Monday there
                "2026-05-15T09:00:00-06:00 overdue-10 Coordinator",
                "2026-05-15T09:00:00-06:00 overdue-10 HeadOfCustoms",
                "2026-05-18T09:00:00+02:00 overdue-10 ProgrammeOfficer",
            ],
            log
        );
    }

    [Theory]
    [InlineData("2026-05-12T10:30:00-06:00", "2026-05-12T10:30:00-06:00")] // a Tuesday, in working hours: at once
    [InlineData("2026-05-12T20:00:00-06:00", "2026-05-13T09:00:00-06:00")]
    [InlineData("2026-05-09T10:30:00-06:00", "2026-05-11T09:00:00-06:00")] // a Saturday
    public void What_was_missed_in_an_outage_collapses_into_one_mail_each(string back, string sentAt)
    {
        var there = new Dictionary<Audience, WorkingCalendar> { [Audience.Coordinator] = Mexico, [Audience.Alternate] = Mexico };

        NextReminders next = Plan(there).Next(Instant(back), Open, new HashSet<string> { "asked:Coordinator", "due-in-10:Coordinator" })!;

        Assert.Equal(sentAt, Text(next.At));
        Assert.Equal(["overdue-5", "overdue-5"], next.Reminders.Select(reminder => reminder.Step.Code));
        Assert.Equal(
            ["due-in-3:Coordinator overdue-1:Coordinator overdue-5:Coordinator", "overdue-1:Alternate overdue-5:Alternate"],
            next.Reminders.Select(reminder => string.Join(' ', reminder.Covers))
        );
    }

    [Fact]
    public void A_report_that_opens_late_is_not_reminded_of_before_it_is_asked_for()
    {
        var late = new Dictionary<ReminderAnchor, DateTimeOffset>
        {
            [ReminderAnchor.Opens] = Instant("2026-04-24T00:00:00-06:00"),
            [ReminderAnchor.Due] = Period.Due,
        };

        NextReminders next = Plan(Everybody).Next(Instant("2026-04-24T00:00:00-06:00"), late, new HashSet<string>())!;

        Assert.Equal("2026-04-24T09:00:00-06:00", Text(next.At));
        Assert.Equal(["asked:Coordinator", "due-in-10:Coordinator"], Assert.Single(next.Reminders).Covers);
    }

    [Theory]
    [InlineData(null, "due-in-10")]
    [InlineData("2026-04-16T08:59:59-06:00", "due-in-10")]
    [InlineData("2026-04-16T09:00:00-06:00", "due-in-3")] // the reminder of that very moment was one of the date before
    public void Of_a_date_that_was_moved_only_reminders_from_then_on_are_sent(string? moved, string next)
    {
        var alone = new Dictionary<Audience, WorkingCalendar> { [Audience.Coordinator] = Mexico };
        DateTimeOffset? since = moved is null ? null : Instant(moved);

        Assert.Equal(next, Step(Plan(alone).Next(Period.Opens, Open, new HashSet<string> { "asked:Coordinator" }, since)));
        Assert.Equal("asked", Step(Plan(alone).Next(Period.Opens, Open, new HashSet<string>(), since))); // it counts from another day
    }

    [Fact]
    public void What_was_first_asked_for_is_what_a_reminder_does_not_come_before()
    {
        var alone = new Dictionary<Audience, WorkingCalendar> { [Audience.Coordinator] = Mexico };
        var again = new Dictionary<ReminderAnchor, DateTimeOffset>(Open)
        {
            [ReminderAnchor.Submitted] = Instant("2026-04-28T15:00:00-06:00"),
        };
        var due = new Dictionary<ReminderAnchor, DateTimeOffset> { [ReminderAnchor.Due] = Period.Due };

        NextReminders next = Plan(alone).Next(Period.Opens, again, new HashSet<string> { "asked:Coordinator" })!;
        Assert.Equal(("2026-04-16T09:00:00-06:00", "due-in-10"), (Text(next.At), Step(next)));
        Assert.Equal("2026-04-16T09:00:00-06:00", Text(Plan(alone).Next(Period.Opens, due, new HashSet<string>())!.At));
    }

    [Fact]
    public void A_reviewer_is_reminded_in_the_reviewers_own_time()
    {
        var submitted = new Dictionary<ReminderAnchor, DateTimeOffset>
        {
            [ReminderAnchor.Submitted] = Instant("2026-04-28T15:00:00-06:00"),
        };

        Assert.Equal(
            [
                "2026-04-29T09:00:00+02:00 review Approver", // submitted at 23:00 in Brussels
                "2026-05-05T09:00:00+02:00 review-3 Approver", // 29, 30 April and 4 May in Mexico; there it is 17 then, so the next morning
                "2026-05-12T09:00:00+02:00 review-8 Approver",
                "2026-05-12T09:00:00+02:00 review-8 ProgrammeOfficer",
            ],
            Run(Everybody, submitted, Instant("2026-04-28T15:00:00-06:00"))
        );
    }

    [Fact]
    public void Whoever_does_not_exist_is_not_reminded()
    {
        var alone = new Dictionary<Audience, WorkingCalendar> { [Audience.Coordinator] = Mexico };
        Assert.All(Run(alone, Open, Period.Opens), line => Assert.EndsWith("Coordinator", line, StringComparison.Ordinal));
        Assert.Null(Plan(alone).Next(Period.Opens, new Dictionary<ReminderAnchor, DateTimeOffset>(), new HashSet<string>()));
    }

    [Fact]
    public void The_standard_policy_has_nothing_wrong_with_it()
    {
        Assert.Null(ReminderPolicy.Standard.Problem);
        Assert.Equal(
            "reminder-code-twice",
            (ReminderPolicy.Standard with { Steps = [.. ReminderPolicy.Standard.Steps, .. ReminderPolicy.Standard.Steps] }).Problem
        );
        Assert.Equal("reminder-hours", (ReminderPolicy.Standard with { SendUntil = new TimeOnly(9, 0) }).Problem);
    }

    [Fact]
    public void Whatever_outages_there_are_every_key_is_covered_once_and_in_working_hours() =>
        Prop.ForAll(
                (
                    from outages in Gen.Choose(0, 60 * 24 * 40).ArrayOf(30)
                    from countries in Gen.Elements(Countries.ToArray()).ArrayOf(5)
                    select (outages, countries)
                ).ToArbitrary(),
                any =>
                {
                    Audience[] audiences = Enum.GetValues<Audience>();
                    var recipients = audiences.Zip(any.countries).ToDictionary(pair => pair.First, pair => Of(pair.Second));
                    HashSet<string> sent = [];
                    DateTimeOffset now = Period.Opens;
                    for (int round = 0; Plan(recipients).Next(now, Open, sent) is { } next; round++)
                    {
                        Assert.True(next.At >= now);
                        foreach (PlannedReminder reminder in next.Reminders)
                        {
                            WorkingCalendar theirs = recipients[reminder.To];
                            Assert.True(theirs.IsWorkingDay(theirs.DayOf(next.At)));
                            Assert.InRange(theirs.TimeOf(next.At), new TimeOnly(9, 0), new TimeOnly(16, 59, 59, 999));
                            Assert.All(reminder.Covers, key => Assert.True(sent.Add(key)));
                        }

                        now = next.At.AddMinutes(any.outages[round % any.outages.Length]);
                    }

                    return sent.Count
                        == ReminderPolicy
                            .Standard.Steps.Where(step => step.Anchor is ReminderAnchor.Opens or ReminderAnchor.Due)
                            .Sum(step => step.To.Count);
                }
            )
            .QuickCheckThrowOnFailure();

    private static string Step(NextReminders? next) => Assert.Single(next!.Reminders).Step.Code;

    private static ReminderSchedule Plan(IReadOnlyDictionary<Audience, WorkingCalendar> recipients) =>
        new(ReminderPolicy.Standard, Mexico, recipients);

    /// <summary>What goes out if everything is sent when it should be.</summary>
    private static List<string> Run(
        IReadOnlyDictionary<Audience, WorkingCalendar> recipients,
        IReadOnlyDictionary<ReminderAnchor, DateTimeOffset> anchors,
        DateTimeOffset from
    )
    {
        List<string> log = [];
        HashSet<string> sent = [];
        for (DateTimeOffset now = from; Plan(recipients).Next(now, anchors, sent) is { } next; now = next.At)
        {
            log.AddRange(
                next.Reminders.Select(reminder => $"{Text(next.At)} {reminder.Step.Code} {reminder.To}").Order(StringComparer.Ordinal)
            );
            sent.UnionWith(next.Reminders.SelectMany(reminder => reminder.Covers));
        }

        return log;
    }
}
