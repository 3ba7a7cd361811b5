using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>The administrations of the dashboard as a list: found, narrowed down and put in order by the address, as other lists
/// are.</summary>
internal static class DashboardRows
{
    /// <summary>Of a page: a usual programme stands on one.</summary>
    public const int OfAPage = 25;

    /// <summary>By words, not by a choice among hundreds.</summary>
    public static IReadOnlyList<ListColumn> Columns { get; } =
    [SharedColumns.Home[0] with { Filters = false }, .. SharedColumns.Home.Skip(1), new("overdue", Lists.Texts.Overdue, IsNumber: true)];

    public static ProgrammeList Of(PageContext page, ProgrammeRegister register, ProgrammeOverview overview) =>
        new(
            Columns,
            [
                .. InOrder(page, overview)
                    .Select(row => new ListRow(
                        row.Id.Value,
                        null,
                        [
                            .. SharedColumns.OfHome(page, register, row),
                            ListCell.Of(row.Plans.Sum(plan => plan.Reports.Count(report => report.Overdue))),
                        ]
                    )),
            ]
        );

    /// <summary>By their names, in the reader's language.</summary>
    public static IReadOnlyList<AdministrationRow> InOrder(PageContext page, ProgrammeOverview overview) =>
        page.Sorted(overview.Administrations, row => page.Say(CountryNames.Of(row.Id, row.Name)));
}
