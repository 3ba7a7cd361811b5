namespace ACip.Workflows.Meetings;

/// <summary>When everything about a meeting is asked, sent, due and given up. Invitations go out as soon as it is called. Pure.</summary>
internal static class MeetingDays
{
    /// <summary>How long before it answers are wanted, and packs are sent; and how long people have at least to answer.</summary>
    private const int AnswerDaysBefore = 30,
        BriefingDaysBefore = 14,
        FewestDaysToAnswer = 7;

    /// <summary>From the last day of the meeting: minutes are due within three weeks, and wanted for some months.</summary>
    private const int DaysToMinutes = 21,
        DaysMinutesAreWanted = 120;

    /// <summary>From the day by which an action point was to be done.</summary>
    private const int DaysPointIsAskedFor = 60;

    /// <summary>On this day the packs go out and nobody is asked any more: later than usual where the meeting was called at short notice,
    /// but before it begins.</summary>
    public static DateOnly BriefingOn(MeetingRecord meeting)
    {
        DateOnly usual = meeting.Start.AddDays(-BriefingDaysBefore);
        if (meeting.CalledOn is not { } called || usual >= called.AddDays(FewestDaysToAnswer))
        {
            return usual;
        }

        DateOnly late = called.AddDays(FewestDaysToAnswer);
        return late < meeting.Start ? late
            : meeting.Start > called.AddDays(1) ? meeting.Start.AddDays(-1)
            : meeting.Start;
    }

    /// <summary>Last day in time for answers to the invitation.</summary>
    public static DateOnly AnswersDue(MeetingRecord meeting)
    {
        DateOnly usual = meeting.Start.AddDays(-AnswerDaysBefore);
        return meeting.CalledOn is not { } called || usual >= called.AddDays(FewestDaysToAnswer) ? usual : BriefingOn(meeting);
    }

    /// <summary>An officer is asked for the minutes on the day after the last.</summary>
    public static DateOnly MinutesAskedOn(MeetingRecord meeting) => meeting.End.AddDays(1);

    public static DateOnly MinutesDue(MeetingRecord meeting) => meeting.End.AddDays(DaysToMinutes);

    /// <summary>From this day on nobody is asked for them, and nothing waits for them.</summary>
    public static DateOnly MinutesExpire(MeetingRecord meeting) => meeting.End.AddDays(DaysMinutesAreWanted);

    /// <summary>From this day on nobody is asked what became of an action point. They are asked as soon as the minutes are
    /// written.</summary>
    /// <param name="due">By which it was to be done.</param>
    public static DateOnly PointExpires(DateOnly due) => due.AddDays(DaysPointIsAskedFor);
}
