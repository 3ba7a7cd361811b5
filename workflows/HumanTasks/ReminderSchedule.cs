using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks;

/// <summary>One mail to one kind of recipient.</summary>
/// <param name="Step">What it says: of all that it covers, the last that was planned.</param>
/// <param name="Covers">Keys to record as sent with it: its own, and those that were missed before it and are not made up for.</param>
public sealed record PlannedReminder(Audience To, ReminderStep Step, IReadOnlyList<string> Covers)
{
    /// <summary>The permanent key under which sending it is recorded.</summary>
    public static string Key(ReminderStep step, Audience to) => $"{step.Code}:{to}";
}

/// <summary>Reminders to be sent together, and when; the time may have come already.</summary>
public sealed record NextReminders(DateTimeOffset At, IReadOnlyList<PlannedReminder> Reminders);

/// <summary>Works out when the next reminders go, from the policy's steps, the calendars and what was sent. It knows days and kinds of
/// recipient, but neither tasks nor people: <see cref="TaskReminders"/> asks it for a task.</summary>
/// <remarks>It has no other state, so an outage of any length only delays them.</remarks>
/// <param name="counting">The administration's calendar: offsets are counted in its working days.</param>
/// <param name="recipients">The calendar of each kind of recipient that there is. Who is not in it is not reminded.</param>
public sealed class ReminderSchedule(
    ReminderPolicy policy,
    WorkingCalendar counting,
    IReadOnlyDictionary<Audience, WorkingCalendar> recipients
)
{
    /// <param name="anchors">What reminders now count from. What no longer matters is left out: a submitted report has no Due any
    /// more.</param>
    /// <param name="sent">Keys of everything sent, or covered, so far.</param>
    /// <param name="dueSince">When the due date became what it is; reminders of it that would lie before are left out.</param>
    /// <returns>Null when there is nothing left to remind of. At is <paramref name="now"/> or later.</returns>
    public NextReminders? Next(
        DateTimeOffset now,
        IReadOnlyDictionary<ReminderAnchor, DateTimeOffset> anchors,
        IReadOnlySet<string> sent,
        DateTimeOffset? dueSince = null
    )
    {
        List<(DateTimeOffset At, PlannedReminder Reminder)> next = [];
        foreach (var (audience, calendar) in recipients.OrderBy(recipient => recipient.Key))
        {
            if (NextFor(audience, calendar, now, anchors, sent, dueSince) is { } found)
            {
                next.Add(found);
            }
        }

        if (next.Count == 0)
        {
            return null;
        }

        DateTimeOffset first = next.Min(one => one.At);
        return new NextReminders(first, [.. next.Where(one => one.At == first).Select(one => one.Reminder)]);
    }

    private (DateTimeOffset At, PlannedReminder Reminder)? NextFor(
        Audience audience,
        WorkingCalendar calendar,
        DateTimeOffset now,
        IReadOnlyDictionary<ReminderAnchor, DateTimeOffset> anchors,
        IReadOnlySet<string> sent,
        DateTimeOffset? dueSince
    )
    {
        var open = policy
            .Steps.Where(step =>
                step.To.Contains(audience) && anchors.ContainsKey(step.Anchor) && !sent.Contains(PlannedReminder.Key(step, audience))
            )
            .Select(step => (Step: step, At: Planned(step, calendar, anchors)))
            .Where(step => dueSince is null || step.Step.Anchor != ReminderAnchor.Due || step.At > dueSince)
            .OrderBy(step => step.At) // a stable sort: of two at the same time, the policy's order holds
            .ToList();
        if (open.Count == 0)
        {
            return null;
        }

        DateTimeOffset at = open[0].At > now ? open[0].At : calendar.NextWorkingMoment(now, policy.SendFrom, policy.SendUntil);
        var together = open.TakeWhile(step => step.At <= at).ToList();
        return (
            at,
            new PlannedReminder(audience, together[^1].Step, [.. together.Select(step => PlannedReminder.Key(step.Step, audience))])
        );
    }

    private DateTimeOffset Planned(ReminderStep step, WorkingCalendar calendar, IReadOnlyDictionary<ReminderAnchor, DateTimeOffset> anchors)
    {
        DateOnly day = counting.AddWorkingDays(counting.DayOf(anchors[step.Anchor]), step.WorkingDays);
        DateTimeOffset at = calendar.NextWorkingMoment(counting.At(day, policy.SendFrom), policy.SendFrom, policy.SendUntil);

        // nobody is reminded of what has not been asked yet
        DateTimeOffset asked = anchors
            .Where(anchor => anchor.Key != ReminderAnchor.Due)
            .Select(anchor => anchor.Value)
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Min();
        return at < asked ? calendar.NextWorkingMoment(asked, policy.SendFrom, policy.SendUntil) : at;
    }
}
