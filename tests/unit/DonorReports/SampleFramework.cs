using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>What the sample donor measures: six kinds of indicator, in turn.</summary>
public static class SampleFramework
{
    private static readonly FrameworkIndicator[] Kinds =
    [
        new(
            "1111",
            "1111",
            "Staff trained in integrity",
            Measure.Unit,
            "persons",
            true,
            Aggregation.Sum,
            0,
            2023,
            [new(new DateOnly(2025, 12, 31), 900), new(new DateOnly(2027, 12, 31), 2500)],
            "Training registers",
            "Quarterly",
            "Coordinators"
        ),
        new(
            "1110",
            "1110",
            "Staff who have signed the code of conduct",
            Measure.Percentage,
            "%",
            true,
            Aggregation.Latest,
            20,
            2023,
            [new(new DateOnly(2025, 12, 31), 60)],
            "Personnel files",
            "Quarterly",
            "Human resources"
        ),
        new(
            "1110",
            "1110",
            "Days to answer a complaint",
            Measure.Unit,
            "days",
            false,
            Aggregation.Mean,
            40,
            2023,
            [new(new DateOnly(2025, 12, 31), 20)],
            "Complaints register",
            "Quarterly",
            "Integrity unit",
            MinimumCell: 3
        ),
        new(
            "1100",
            "1100",
            "Administrations with a risk map",
            Measure.Unit,
            "administrations",
            true,
            Aggregation.Latest,
            1,
            2023,
            [new(new DateOnly(2025, 12, 31), 6)],
            "Review by the Secretariat",
            "Yearly",
            "Secretariat",
            MinimumCell: 3
        ),
        new(
            "1100",
            "1100",
            "Maturity of internal control",
            Measure.Ordinal,
            "level 1 to 5",
            true,
            Aggregation.Latest,
            2,
            2023,
            [],
            "Self-assessment",
            "Yearly",
            "Internal audit"
        ),
        new(
            "1000",
            "1000",
            "How traders describe dealings at the border",
            Measure.Qualitative,
            "words",
            true,
            Aggregation.None,
            null,
            2023,
            [],
            "Interviews",
            "Yearly",
            "Secretariat"
        ),
    ];

    public static LogicModel Of(int indicators) =>
        new(
            [
                new FrameworkResult("1000", ResultLevel.Ultimate, null, "Customs administrations that traders and citizens trust."),
                new FrameworkResult(
                    "1100",
                    ResultLevel.Intermediate,
                    "1000",
                    "Administrations prevent and detect corruption <better> & sooner."
                ),
                new FrameworkResult("1110", ResultLevel.Immediate, "1100", "Staff know and use codes of conduct."),
                new FrameworkResult("1111", ResultLevel.Output, "1110", "Training given to staff, women and men alike."),
            ],
            [.. Enumerable.Range(0, indicators).Select(Indicator)]
        );

    public static FrameworkIndicator Indicator(int place)
    {
        FrameworkIndicator kind = Kinds[place % Kinds.Length];
        string group = place % Kinds.Length == 0 ? $", group {place + 1}" : "";
        return kind with { Code = $"{kind.Result}.{place + 1}", Statement = kind.Statement + group };
    }
}
