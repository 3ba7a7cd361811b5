using System.Text.Json.Serialization;

namespace ACip.Workflows.Time;

/// <summary>How a plan's time is divided into reporting periods. Part of the plan's data, edited by an officer.</summary>
/// <param name="Length">Of the periods that follow from arithmetic; not used where there are own ones.</param>
/// <param name="YearStartMonth">1 for the calendar year. A year that begins inside a month has no arithmetic: give own rows.</param>
/// <param name="DaysToSubmit">Calendar days from the end of the period to the day that it is due; due then, or on the next working
/// day.</param>
/// <param name="DaysToLock">As DaysToSubmit, to the lock.</param>
/// <param name="Own">Dated rows of an own calendar; if any, they are the periods.</param>
/// <param name="AdHoc">Asked for besides; may overlap the others.</param>
/// <param name="ShortestStub">In days: where the plan begins or ends inside a period and less than this is left of it, that goes with the
/// neighbour.</param>
public sealed record PeriodRule(
    PeriodLength Length,
    int YearStartMonth,
    int DaysToSubmit,
    int DaysToLock,
    IReadOnlyList<OwnPeriod> Own,
    IReadOnlyList<OwnPeriod> AdHoc,
    int ShortestStub = 15
)
{
    /// <summary>The programme's own, where an officer has entered nothing else: calendar quarters, due after a month and locked two and a
    /// half months after the end, which leaves time for a round after a return.</summary>
    public static PeriodRule Default { get; } = new(PeriodLength.Quarter, 1, DaysToSubmit: 30, DaysToLock: 75, [], []);
}

/// <summary>The value is the number of months.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodLength>))]
public enum PeriodLength
{
    Quarter = 3,
    HalfYear = 6,
    Year = 12,
}

/// <param name="Start">Gregorian, inclusive.</param>
/// <param name="End">Gregorian, inclusive.</param>
/// <param name="DueOn">Only where it is not DaysToSubmit after the end.</param>
public sealed record OwnPeriod(DateOnly Start, DateOnly End, DateOnly? DueOn = null);
