using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Lists;

/// <summary>Donor reports: all for the Secretariat, for a donor's reader what was issued to that donor.</summary>
internal sealed class DonorReportList : IProgrammeList
{
    public string Name => "donor-reports";

    public Text Title => Texts.DonorReports;

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("agreement", Texts.Agreement, Filters: true),
        new("donor", Texts.Donor, Filters: true),
        new("period", Texts.Period, Filters: true),
        new("state", Texts.State, Filters: true),
        new("version", Texts.Version, IsNumber: true),
        new("deadline", Texts.Deadline),
        new("late", Texts.Late, Filters: true),
    ];

    public bool May(PageContext page) => page.Person is not null && page.May("/donor-reports");

    public async ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation) =>
        new(
            Columns,
            [
                .. from report in await facts.DonorReportsAsync(cancellation)
                orderby report.Deadline descending
                select new ListRow(
                    $"{report.Agreement}/{report.Period}",
                    $"/donor-reports/{report.Agreement}/{report.Period}",
                    [
                        ListCell.Choice(report.Agreement.Value, report.Title),
                        SharedColumns.OfDonor(facts.Register, report.Donor),
                        ListCell.Choice(report.Period.Value, DayText.Period(report.Period)),
                        ListCell.State(report.State, StateLook.Of(report.State), facts.Page),
                        ListCell.Of(report.Version),
                        ListCell.Of(report.Deadline),
                        SharedColumns.YesOrNo(facts, report.Late),
                    ]
                ),
            ]
        );
}
