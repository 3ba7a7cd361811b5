using System.Globalization;
using ACip.Local.Cli.Simulation;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>What must come of it, from the actors's script and the calendar alone: nothing of the programme's own rules is used.</summary>
internal static class Script
{
    /// <summary>First days of the periods of plans from 2026 to 2028, and of the one after, where they are no calendar quarters. Ethiopia's
    /// moves by a day before a Gregorian leap year.</summary>
    private static readonly Dictionary<string, string> Own = new()
    {
        ["ET"] =
            "2025-10-11 2026-01-09 2026-04-09 2026-07-08 2026-10-11 2027-01-09 2027-04-09 2027-07-08 2027-10-12 2028-01-10 2028-04-09 2028-07-08 2028-10-11 2029-01-09",
        ["NP"] =
            "2025-10-18 2026-01-15 2026-04-14 2026-07-17 2026-10-18 2027-01-15 2027-04-14 2027-07-17 2027-10-18 2028-01-15 2028-04-13 2028-07-16 2028-10-17 2029-01-14",
    };

    private const string Quarters =
        "2026-01-01 2026-04-01 2026-07-01 2026-10-01 2027-01-01 2027-04-01 2027-07-01 2027-10-01 2028-01-01 2028-04-01 2028-07-01 2028-10-01 2029-01-01";

    /// <summary>Days from the end of a period after which whatever the actors does has come to its end: lock, and a last round sent back
    /// late.</summary>
    private const int DaysToEnd = 125;

    /// <summary>Terminal states that every period must have reached which ended long enough before the end.</summary>
    public static SortedDictionary<string, ReportState> States(
        Actors actors,
        IEnumerable<PlanListing> plans,
        DateTimeOffset ends,
        int daysOff = 0
    )
    {
        var states = new SortedDictionary<string, ReportState>(StringComparer.Ordinal);
        foreach (PlanListing plan in plans)
        {
            DateOnly[] first =
            [
                .. Own.GetValueOrDefault(plan.Administration.Value, Quarters)
                    .Split(' ')
                    .Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ];
            foreach ((DateOnly start, DateOnly next) in first.Zip(first.Skip(1)))
            {
                if (next.AddDays(DaysToEnd + daysOff) <= DateOnly.FromDateTime(ends.UtcDateTime))
                {
                    string period = $"{start:yyyyMMdd}-{next.AddDays(-1):yyyyMMdd}";
                    states[$"{plan.Id} {period}"] = actors.MannerOf(plan.Id, period) switch
                    {
                        Manner.Silent => ReportState.Missed,
                        // a nil that is sent back is answered with figures
                        Manner.Nil when actors.Draw("send back", $"{plan.Id}-review-{period}-s1") >= actors.ShareSentBack =>
                            ReportState.NilReturn,
                        _ => ReportState.Locked,
                    };
                }
            }
        }

        return states;
    }
}
