using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>When more time can be requested and granted, and how the report changes. Pure.</summary>
public static class MoreTimeRules
{
    /// <summary>The open request; null if there is none.</summary>
    public static MoreTimeRequest? Waiting(ReportRecord report) =>
        report.TimeRequests.LastOrDefault() is { Decision: null } last && IsOpen(report) ? last : null;

    public static bool IsOpen(ReportRecord report) => report.State is ReportState.Open or ReportState.Returned;

    /// <returns>Null where it can be asked for.</returns>
    public static CommandResult.Refused? Refuse(
        ReportRecord report,
        DateOnly day,
        string? reason,
        WorkingCalendar home,
        DateTimeOffset now
    ) =>
        !GivenReason.IsOne(reason) ? new CommandResult.Refused("reason-needed", "Say why.")
        : TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer ? longer
        : !IsLater(report, day, home, now) ? NotLater
        : null;

    public static CommandResult.Refused NotLater { get; } =
        new("not-later", "The new date must lie after the present one, and in the future.");

    /// <summary>Whether the day is after that on which the answer is due now, in the future, and within what a form can hold.</summary>
    public static bool IsLater(ReportRecord report, DateOnly day, WorkingCalendar home, DateTimeOffset now) =>
        DayBounds.Holds(day) && home.EndOfWorkingDay(day) is var due && due > AnswerDue.Of(report, home) && due > now;

    /// <summary>Whether time was asked for again after this had arrived.</summary>
    /// <param name="arrived">Null for now.</param>
    public static bool IsOvertaken(ReportRecord report, DateTimeOffset? arrived) =>
        arrived is { } at && report.TimeRequests.LastOrDefault() is { } last && at < last.At;

    /// <summary>The report with the request, which replaces an open one.</summary>
    public static ReportRecord Asked(ReportRecord report, DateOnly day, string reason, PersonId by, DateTimeOffset at, EntrySource source)
    {
        bool waits = Waiting(report) is not null;
        var asked = new MoreTimeRequest(report.TimeRequests.Count + (waits ? 0 : 1), day, reason, by, at, source);
        return report with { TimesAsked = [.. waits ? report.TimeRequests.SkipLast(1) : report.TimeRequests, asked] };
    }

    /// <summary>The report with the later due date. It grants an open request.</summary>
    public static ReportRecord Given(ReportRecord report, DateOnly day, string reason, PersonId by, DateTimeOffset at, WorkingCalendar home)
    {
        ReportRecord after = Decided(report, new MoreTimeDecision(day, reason, by, at)) with
        {
            Period = report.Period.ExtendedTo(day, home),
        };
        return after with { Extensions = [.. report.Extensions, new DueExtension(report.Due, after.Due, by, at, reason)] };
    }

    /// <summary>The report with the open request decided; unchanged if there is none.</summary>
    public static ReportRecord Decided(ReportRecord report, MoreTimeDecision decision) =>
        Waiting(report) is { } waiting
            ? report with
            {
                TimesAsked = [.. report.TimeRequests.SkipLast(1), waiting with { Decision = decision }],
            }
            : report;
}
