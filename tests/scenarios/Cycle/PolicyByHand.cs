using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>Which mails a report must have caused, reckoned anew from the standard policy as it is written down for officers, with a
/// calendar of its own.</summary>
internal sealed class PolicyByHand(ProgrammeRegister register)
{
    private static readonly DayOfWeek[] WeekendInBrussels = [DayOfWeek.Saturday, DayOfWeek.Sunday];
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>Keys of the asking, reminding and escalating mails of a report that has ended: task, step, person.</summary>
    public IEnumerable<string> Mails(ReportRecord report)
    {
        Administration home = register.Administrations[report.Administration];
        Place there = new(TimeZoneInfo.FindSystemTimeZoneById(home.TimeZone), [.. home.Weekend]),
            brussels = new(Brussels, WeekendInBrussels);
        DateTimeOffset opened = there.At(report.Period.End.AddDays(1), 0);
        DateOnly due = there.OnOrAfter(report.Period.End.AddDays(30));
        string[] coordinators = Who(Role.Coordinator, home.Id),
            alternates = Told(Role.Alternate, home.Id),
            heads = Told(Role.HeadOfCustoms, home.Id);
        string[] officers = Told(Role.ProgrammeOfficer, home.Id),
            approvers = Who(Role.Approver, null);

        DateTimeOffset answered = report.Submissions.Count > 0 ? report.Submissions[0].At : DateTimeOffset.MaxValue;
        string first = $"{report.Plan}-report-{report.Period.Key}-r1";
        (string, DateOnly, (string[], Place)[])[] dated =
        [
            ("due-in-10", there.Add(due, -10), [(coordinators, there)]),
            ("due-in-3", there.Add(due, -3), [(coordinators, there)]),
            ("overdue-1", there.Add(due, 1), [(coordinators, there), (alternates, there)]),
            ("overdue-5", there.Add(due, 5), [(coordinators, there), (alternates, there), (officers, brussels)]),
            ("overdue-10", there.Add(due, 10), [(coordinators, there), (heads, there), (officers, brussels)]),
        ];
        var keys = coordinators
            .Select(person => $"{first}-ask-{person}")
            .Concat(From(first, there, dated, answered, there.Working(opened)));
        foreach (ReportSubmission submission in report.Submissions)
        {
            string review = $"{report.Plan}-review-{report.Period.Key}-s{submission.Number}";
            DateTimeOffset decided = submission.Decision?.At ?? DateTimeOffset.MaxValue,
                asked = brussels.Working(submission.At);
            DateOnly day = brussels.Day(submission.At);
            (string, DateOnly, (string[], Place)[])[] steps =
            [
                ("review-3", brussels.Add(day, 3), [(approvers, brussels)]),
                ("review-8", brussels.Add(day, 8), [(approvers, brussels), (officers, brussels)]),
            ];
            keys = keys.Concat(asked < decided ? approvers.Select(person => $"{review}-ask-{person}") : [])
                .Concat(From(review, brussels, steps, decided, asked));
            if (submission.Decision is { Accepted: false } returned)
            {
                string round = $"{report.Plan}-report-{report.Period.Key}-r{submission.Number + 1}";
                DateTimeOffset again =
                    report.Submissions.FirstOrDefault(one => one.Number == submission.Number + 1)?.At ?? DateTimeOffset.MaxValue;
                DateOnly since = there.Day(returned.At);
                (string, DateOnly, (string[], Place)[])[] later =
                [
                    ("returned-5", there.Add(since, 5), [(coordinators, there)]),
                    ("returned-10", there.Add(since, 10), [(coordinators, there), (alternates, there), (officers, brussels)]),
                ];
                keys = keys.Concat(coordinators.Select(person => $"{round}-ask-{person}"))
                    .Concat(From(round, there, later, again, there.Working(returned.At)));
            }
        }

        return keys;
    }

    private static IEnumerable<string> From(
        string task,
        Place counting,
        IEnumerable<(string Step, DateOnly Day, (string[] People, Place Place)[] To)> steps,
        DateTimeOffset until,
        DateTimeOffset asked
    ) =>
        from step in steps
        from to in step.To
        let at = to.Place.Working(counting.At(step.Day, 9))
        where at <= until && at > asked // the cast acts at an instant, after what the clock brings then
        from person in to.People
        select $"{task}-{step.Step}-{person}";

    /// <summary>Who is not asked, but told that nobody answers: the key of the mail names their part.</summary>
    private string[] Told(Role role, AdministrationId administration) =>
        [.. Who(role, administration).Select(person => $"{role.ToString().ToLowerInvariant()}-{person}")];

    private string[] Who(Role role, AdministrationId? administration) =>
        [
            .. register
                .People.Values.Where(person =>
                    person.Roles.Any(held =>
                        held.Role == role
                        && (administration is null || held.Administration is null || held.Administration == administration)
                    )
                )
                .Select(person => person.Id.Value),
        ];

    private sealed record Place(TimeZoneInfo Zone, DayOfWeek[] Weekend)
    {
        public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

        public DateTimeOffset At(DateOnly day, int hour)
        {
            var local = new DateTime(day.Year, day.Month, day.Day, hour, 0, 0);
            return new DateTimeOffset(local, Zone.GetUtcOffset(local));
        }

        public DateOnly OnOrAfter(DateOnly day) => Weekend.Contains(day.DayOfWeek) ? OnOrAfter(day.AddDays(1)) : day;

        public DateOnly Add(DateOnly day, int count)
        {
            for (int left = Math.Abs(count); left > 0; )
            {
                day = day.AddDays(Math.Sign(count));
                left -= Weekend.Contains(day.DayOfWeek) ? 0 : 1;
            }

            return day;
        }

        /// <summary>Nobody is mailed but from 9 to 17 on a working day of theirs.</summary>
        public DateTimeOffset Working(DateTimeOffset instant)
        {
            DateTimeOffset local = TimeZoneInfo.ConvertTime(instant, Zone);
            DateOnly day = Day(instant);
            return Weekend.Contains(day.DayOfWeek) || local.Hour >= 17 ? At(OnOrAfter(day.AddDays(1)), 9)
                : local.Hour < 9 ? At(day, 9)
                : local;
        }
    }
}
