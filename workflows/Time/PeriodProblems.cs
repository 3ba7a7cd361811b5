using ACip.Workflows.Languages;

namespace ACip.Workflows.Time;

/// <summary>What is wrong with a period rule, in words for the officer who edits it.</summary>
/// <param name="Rule">Stable name, the same in the API, on the page and in mail.</param>
public sealed record PeriodProblem(string Rule, Text Text);

/// <summary>Dated rows are typed by people, so they are checked before anything is built from them.</summary>
public static class PeriodProblems
{
    private const int MostDays = 1000;

    public static IReadOnlyList<PeriodProblem> In(PeriodRule rule)
    {
        List<PeriodProblem> problems = [];
        if (rule.YearStartMonth is < 1 or > 12)
        {
            problems.Add(
                new(
                    "year-start",
                    new(
                        "The year must begin with a month from 1 to 12.",
                        "L'année doit commencer par un mois de 1 à 12.",
                        "El año debe empezar por un mes del 1 al 12."
                    )
                )
            );
        }

        if (rule.DaysToSubmit < 0 || rule.DaysToLock < rule.DaysToSubmit)
        {
            problems.Add(
                new(
                    "lock-before-due",
                    new(
                        "A period cannot lock before it is due.",
                        "Une période ne peut pas être verrouillée avant son échéance.",
                        "Un período no puede cerrarse antes de su vencimiento."
                    )
                )
            );
        }

        if (rule.DaysToLock > MostDays || rule.DaysToSubmit > MostDays)
        {
            problems.Add(
                new(
                    "period-days",
                    new(
                        $"A report is due and locks within {MostDays} days.",
                        $"Un rapport est dû et verrouillé dans les {MostDays} jours.",
                        $"Un informe vence y se cierra en un plazo de {MostDays} días."
                    )
                )
            );
        }

        foreach (OwnPeriod row in rule.Own.Concat(rule.AdHoc))
        {
            Check(row, problems);
        }

        foreach (var (before, after) in Neighbours(rule.Own))
        {
            if (after.Start <= before.End)
            {
                problems.Add(
                    new(
                        "periods-overlap",
                        new(
                            $"The period from {Day(after.Start)} begins before the one until {Day(before.End)} has ended.",
                            $"La période débutant le {Day(after.Start)} commence avant la fin de celle qui se termine le {Day(before.End)}.",
                            $"El período que empieza el {Day(after.Start)} comienza antes de que termine el del {Day(before.End)}."
                        )
                    )
                );
            }
            else if (after.Start > before.End.AddDays(1))
            {
                problems.Add(
                    new(
                        "periods-gap",
                        new(
                            $"No period covers the days between {Day(before.End)} and {Day(after.Start)}.",
                            $"Aucune période ne couvre les jours entre le {Day(before.End)} et le {Day(after.Start)}.",
                            $"Ningún período cubre los días entre el {Day(before.End)} y el {Day(after.Start)}."
                        )
                    )
                );
            }
        }

        if (
            rule.AdHoc.Any(row => rule.Own.Any(own => own.Start == row.Start && own.End == row.End))
            || rule.AdHoc.DistinctBy(row => (row.Start, row.End)).Count() < rule.AdHoc.Count
        )
        {
            problems.Add(
                new(
                    "period-twice",
                    new(
                        "Two periods have the same first and last day.",
                        "Deux périodes ont le même premier et le même dernier jour.",
                        "Dos períodos tienen el mismo primer y último día."
                    )
                )
            );
        }

        return problems;
    }

    private static void Check(OwnPeriod row, List<PeriodProblem> problems)
    {
        if (row.End < row.Start)
        {
            problems.Add(
                new(
                    "period-ends-before-start",
                    new(
                        $"The period from {Day(row.Start)} ends before it begins.",
                        $"La période débutant le {Day(row.Start)} se termine avant de commencer.",
                        $"El período que empieza el {Day(row.Start)} termina antes de empezar."
                    )
                )
            );
        }

        if (row.DueOn <= row.End)
        {
            problems.Add(
                new(
                    "due-before-end",
                    new(
                        $"The report on the period until {Day(row.End)} would be due before the period has ended.",
                        $"Le rapport sur la période jusqu'au {Day(row.End)} serait exigible avant la fin de celle-ci.",
                        $"El informe del período hasta el {Day(row.End)} vencería antes de que este termine."
                    )
                )
            );
        }
    }

    private static IEnumerable<(OwnPeriod Before, OwnPeriod After)> Neighbours(IReadOnlyList<OwnPeriod> rows)
    {
        OwnPeriod[] sorted = [.. rows.OrderBy(row => row.Start)];
        return sorted.Zip(sorted.Skip(1));
    }

    private static string Day(DateOnly day) => Languages.Figures.Day(day);
}
