using ACip.Workflows.Languages;

namespace ACip.Workflows.Time;

/// <summary>What is wrong with a period rule, in words for the officer who edits it.</summary>
/// <param name="Rule">Stable name, the same in the API, on the page and in mail.</param>
public sealed record PeriodProblem(string Rule, Text Text);

/// <summary>Checks dated rows that people have typed, before anything is built from them.</summary>
public static class PeriodProblems
{
    private const int MostDays = 1000;

    public static IReadOnlyList<PeriodProblem> In(PeriodRule rule)
    {
        List<PeriodProblem> problems = [];
        if (rule.YearStartMonth is < 1 or > 12)
        {
            problems.Add(new("year-start", Texts.YearStart));
        }

        if (rule.DaysToSubmit < 0 || rule.DaysToLock < rule.DaysToSubmit)
        {
            problems.Add(new("lock-before-due", Texts.LockBeforeDue));
        }

        if (rule.DaysToLock > MostDays || rule.DaysToSubmit > MostDays)
        {
            problems.Add(new("period-days", Texts.PeriodDays(mostDays: MostDays)));
        }

        foreach (OwnPeriod row in rule.Own.Concat(rule.AdHoc))
        {
            Check(row, problems);
        }

        foreach (var (before, after) in Neighbours(rule.Own))
        {
            if (after.Start <= before.End)
            {
                problems.Add(new("periods-overlap", Texts.PeriodsOverlap(start: Day(after.Start), end: Day(before.End))));
            }
            else if (after.Start > before.End.AddDays(1))
            {
                problems.Add(new("periods-gap", Texts.PeriodsGap(end: Day(before.End), start: Day(after.Start))));
            }
        }

        if (
            rule.AdHoc.Any(row => rule.Own.Any(own => own.Start == row.Start && own.End == row.End))
            || rule.AdHoc.DistinctBy(row => (row.Start, row.End)).Count() < rule.AdHoc.Count
        )
        {
            problems.Add(new("period-twice", Texts.PeriodTwice));
        }

        return problems;
    }

    private static void Check(OwnPeriod row, List<PeriodProblem> problems)
    {
        if (row.End < row.Start)
        {
            problems.Add(new("period-ends-before-start", Texts.PeriodEndsBeforeStart(start: Day(row.Start))));
        }

        if (row.DueOn <= row.End)
        {
            problems.Add(new("due-before-end", Texts.DueBeforeEnd(end: Day(row.End))));
        }
    }

    private static IEnumerable<(OwnPeriod Before, OwnPeriod After)> Neighbours(IReadOnlyList<OwnPeriod> rows)
    {
        OwnPeriod[] sorted = [.. rows.OrderBy(row => row.Start)];
        return sorted.Zip(sorted.Skip(1));
    }

    private static string Day(DateOnly day) => Languages.Figures.Day(day);
}
