using System.Globalization;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Donor periods follow one another from the schedule's first day, each a number of whole months. The last is the agreement's
/// whole life, covered by the final report.</summary>
public static class DonorSchedule
{
    /// <summary>Days before the deadline at which a report is assembled with what there is, because signing takes time.</summary>
    public const int DaysForSigning = 21;

    /// <summary>Every donor period of the agreement, in order, and then its life.</summary>
    public static IEnumerable<DonorReportRef> Periods(GrantAgreement agreement)
    {
        int count = 0;
        for (
            DateOnly start = agreement.Schedule.FirstPeriodStart;
            start <= agreement.End;
            start = start.AddMonths(agreement.Schedule.MonthsPerPeriod)
        )
        {
            count++;
            yield return new DonorReportRef(agreement.Id, start, start.AddMonths(agreement.Schedule.MonthsPerPeriod).AddDays(-1));
        }

        if (count > 1)
        {
            yield return new DonorReportRef(agreement.Id, agreement.Start, agreement.End);
        }
    }

    /// <summary>Whether it tells of the agreement's whole life: of several periods, or of the only one.</summary>
    public static bool IsFinal(GrantAgreement agreement, DonorReportRef period) => Periods(agreement).LastOrDefault() == period;

    /// <summary>Those whose last day lies before <paramref name="today"/>.</summary>
    public static IEnumerable<DonorReportRef> Ended(GrantAgreement agreement, DateOnly today) =>
        Periods(agreement).Where(period => period.End < today);

    public static DonorReportRecord Begin(GrantAgreement agreement, DonorReportRef period)
    {
        bool final = IsFinal(agreement, period);
        int days = (final ? agreement.Schedule.DaysToDeliverFinal : null) ?? agreement.Schedule.DaysToDeliver;
        var deadline = new DateTimeOffset(period.End.AddDays(days).ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);
        string label =
            period.Start.Year == period.End.Year ? period.Start.Year.ToString(CultureInfo.InvariantCulture)
            : final ? string.Create(CultureInfo.InvariantCulture, $"{period.Start.Year}–{period.End.Year}")
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
        )
        {
            IsFinal = final,
        };
    }
}
