using System.Globalization;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Donor periods follow one another from the schedule's first day, each whole months long.</summary>
public static class DonorSchedule
{
    /// <summary>Days before the deadline at which a report is assembled with what there is, for signing takes time.</summary>
    public const int DaysForSigning = 21;

    /// <summary>Every donor period of the agreement, in order.</summary>
    public static IEnumerable<DonorReportRef> Periods(GrantAgreement agreement)
    {
        for (
            DateOnly start = agreement.Schedule.FirstPeriodStart;
            start <= agreement.End;
            start = start.AddMonths(agreement.Schedule.MonthsPerPeriod)
        )
        {
            yield return new DonorReportRef(agreement.Id, start, start.AddMonths(agreement.Schedule.MonthsPerPeriod).AddDays(-1));
        }
    }

    /// <summary>Those whose last day lies before <paramref name="today"/>.</summary>
    public static IEnumerable<DonorReportRef> Ended(GrantAgreement agreement, DateOnly today) =>
        Periods(agreement).TakeWhile(period => period.End < today);

    public static DonorReportRecord Begin(GrantAgreement agreement, DonorReportRef period)
    {
        var deadline = new DateTimeOffset(
            period.End.AddDays(agreement.Schedule.DaysToDeliver).ToDateTime(new TimeOnly(23, 59, 59)),
            TimeSpan.Zero
        );
        string label =
            period.Start.Year == period.End.Year
                ? period.Start.Year.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{period.Start.Year}/{period.End.Year % 100:D2}");
        return new DonorReportRecord(
            agreement.Id,
            period.Start,
            period.End,
            label,
            deadline.AddDays(-DaysForSigning),
            deadline,
            DonorReportState.Assembling,
            []
        );
    }
}
