using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Meetings;

/// <summary>Which meetings can be called, and which minutes are taken. Pure.</summary>
internal static class MeetingRules
{
    private const int YearsAhead = 2,
        MostDaysLong = 30;

    private const int LongestTitle = 200,
        LongestAgenda = 4_000;

    private const int MostPoints = 30,
        MostPeople = 200;

    /// <returns>Null where it can be called.</returns>
    public static CommandResult.Refused? Refuse(MeetingRecord called, DateOnly today) =>
        !HasSoundDays(called, today)
            ? new CommandResult.Refused("meeting-days", "A meeting lies ahead, within two years, and ends after it begins.")
        : !IsWorded(called) ? new CommandResult.Refused("meeting-words", "A meeting has a title, a place and an agenda.")
        : null;

    /// <returns>Null where they are taken.</returns>
    public static CommandResult.Refused? Refuse(NewMinutes minutes, ProgrammeRegister register, DateOnly today) =>
        string.IsNullOrWhiteSpace(minutes.Minutes) ? new CommandResult.Refused("minutes-empty", "Minutes say what was said.")
        : minutes.Points.Count > MostPoints || minutes.Points.Any(point => string.IsNullOrWhiteSpace(point.Text) || point.Due <= today)
            ? new CommandResult.Refused("action-point", "An action point says what is to be done by which day to come; at most 30.")
        : minutes.Attendance.Any(one => one.Women is < 0 or > MostPeople || one.Men is < 0 or > MostPeople)
        || minutes.Attendance.DistinctBy(one => one.Administration).Count() < minutes.Attendance.Count
            ? new CommandResult.Refused("meeting-attendance", "Who came is counted, once for each administration.")
        : minutes
            .Attendance.Select(one => one.Administration)
            .Concat(minutes.Points.Select(point => point.Administration).OfType<AdministrationId>())
            .Any(home => !register.Administrations.ContainsKey(home))
            ? new CommandResult.Refused("no-such-administration", "There is no such administration.")
        : TextRefusals.Refuse(TextBounds.Narrative, minutes.Minutes)
            ?? TextRefusals.Refuse(TextBounds.Reason, [.. minutes.Points.Select(point => point.Text)]);

    private static bool HasSoundDays(MeetingRecord called, DateOnly today) =>
        called.Start > today
        && called.End >= called.Start
        && called.Ref.Year == called.Start.Year
        && called.Start <= today.AddYears(YearsAhead)
        && called.End <= called.Start.AddDays(MostDaysLong);

    private static bool IsWorded(MeetingRecord called) =>
        !new[] { called.Title, called.Place, called.Agenda }.Any(string.IsNullOrWhiteSpace)
        && !TextBounds.IsLonger(called.Title, LongestTitle)
        && !TextBounds.IsLonger(called.Place, LongestTitle)
        && !TextBounds.IsLonger(called.Agenda, LongestAgenda);
}
