using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Sample;

/// <summary>Two fictional grant agreements, each with a logic model of its own.</summary>
public static class SampleAgreements
{
    /// <param name="start">First day of the plans that they pay for.</param>
    public static IReadOnlyList<GrantAgreement> All(DateOnly start)
    {
        var dates = new SeedDates(start);
        return [.. SeedFile.Read<IReadOnlyList<GrantAgreement>>("agreements.json").Select(agreement => Move(agreement, dates))];
    }

    /// <summary>The agreement that pays for this administration.</summary>
    public static GrantAgreement For(AdministrationId administration, DateOnly start) =>
        All(start).First(agreement => agreement.Administrations.Contains(administration));

    private static GrantAgreement Move(GrantAgreement agreement, SeedDates dates) =>
        agreement with
        {
            Start = dates.Move(agreement.Start),
            End = dates.Move(agreement.End),
            Framework = agreement.Framework with
            {
                ApprovedOn = agreement.Framework.ApprovedOn is { } approved ? dates.Move(approved) : null,
                Indicators =
                [
                    .. agreement.Framework.Indicators.Select(indicator =>
                        indicator with
                        {
                            BaselineYear = indicator.BaselineYear + dates.Start.Year - ProgrammeSeed.FirstDay.Year,
                            Targets = [.. indicator.Targets.Select(target => target with { By = dates.Move(target.By) })],
                        }
                    ),
                ],
            },
            Schedule = agreement.Schedule with { FirstPeriodStart = dates.Move(agreement.Schedule.FirstPeriodStart) },
        };
}
