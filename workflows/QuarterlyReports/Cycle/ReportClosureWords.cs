using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Explains why a report takes no more answers, and what can still be done. Pure.</summary>
public static class ReportClosureWords
{
    /// <param name="name">Of a person, for readers.</param>
    /// <param name="zone">Where its days are read.</param>
    /// <returns>Null where it takes answers, or is not open yet.</returns>
    public static Text? Cause(ReportRecord report, Func<PersonId, string> name, string zone)
    {
        Text Day(DateTimeOffset at) => Text.For(language => new DateWords(language, zone).Moment(at));
        return report.State switch
        {
            ReportState.Accepted when report.LastDecision is { } decision => Texts.ClosedAccepted(
                name: name(decision.By),
                day: Day(decision.At)
            ),
            ReportState.Locked when report.LastDecision is { } decision => Texts.ClosedLocked(
                name: name(decision.By),
                day: Day(decision.At),
                locks: Day(report.Period.Locks)
            ),
            ReportState.Waived when report.EndedBy is { } ended => Texts.ClosedWaived(
                name: name(ended.By),
                day: Day(ended.At),
                reason: ended.Reason
            ),
            ReportState.NilReturn when report.EndedBy is { } ended => Texts.ClosedNil(
                name: name(ended.By),
                day: Day(ended.At),
                reason: ended.Reason
            ),
            ReportState.NilReturn when report.LastDecision is { } decision => Texts.ClosedAccepted(
                name: name(decision.By),
                day: Day(decision.At)
            ),
            ReportState.Missed => Texts.ClosedMissed(locks: Day(report.Period.Locks)),
            _ => null,
        };
    }

    /// <summary>After the period has closed, figures change by a restatement that an officer proposes.</summary>
    public static Text? Next(ReportRecord report) =>
        report.State is ReportState.NotDue || report.TakesAnswers ? null
        : report.State is ReportState.Accepted or ReportState.Locked ? Texts.ClosedNext
        : Texts.ClosedNextMissing;

    public static CommandResult.Refused NoSuch(ReportRef id) => new("no-such-report", $"Plan {id.Plan} has no report for {id.Period} yet.");

    /// <summary>The refusal for a page or program that comes too late.</summary>
    public static CommandResult.Refused Refuse(ReportRecord report, ProgrammeRegister register) =>
        new("report-not-open", $"The report is {report.State}.")
        {
            Because =
                Of(
                    report,
                    by => register.People.GetValueOrDefault(by)?.Name ?? by.Value,
                    register.Administrations[report.Administration].TimeZone
                ) ?? (report.State == ReportState.Submitted ? [Texts.ClosedSubmitted] : []),
        };

    /// <summary>The reason, and what can still be done.</summary>
    /// <returns>Null where it takes answers.</returns>
    public static IReadOnlyList<Text>? Of(ReportRecord report, Func<PersonId, string> name, string zone) =>
        Cause(report, name, zone) is { } cause && Next(report) is { } next ? [cause, next] : null;
}
