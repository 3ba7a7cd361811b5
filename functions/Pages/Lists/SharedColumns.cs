using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

/// <summary>Columns that several lists share, and what stands in them.</summary>
internal static class SharedColumns
{
    /// <summary>Whose it is, where that is, and who pays for it.</summary>
    public static IReadOnlyList<ListColumn> Home { get; } =
    [
        new("administration", Texts.Administration, Filters: true),
        new("region", Texts.Region, Filters: true),
        new("donor", Texts.Donor, Filters: true),
    ];

    public static IReadOnlyList<ListCell> OfHome(ListFacts facts, AdministrationRow row) => OfHome(facts.Page, facts.Register, row);

    public static IReadOnlyList<ListCell> OfHome(PageContext page, ProgrammeRegister register, AdministrationRow row) =>
        [
            ListCell.Choice(row.Id.Value, page.Say(CountryNames.Of(row.Id, row.Name))),
            ListCell.Choice(row.WcoRegion, page.Say(RegionNames.Of(row.WcoRegion))),
            OfDonor(register, row.Donor),
        ];

    public static ListCell OfDonor(ProgrammeRegister register, DonorId donor) =>
        ListCell.Choice(donor.Value, register.Donors.GetValueOrDefault(donor)?.Name ?? donor.Value);

    public static ListCell YesOrNo(ListFacts facts, bool? yes) =>
        yes is { } known ? ListCell.Choice(known ? "yes" : "no", facts.Page.Say(known ? Texts.Yes : Texts.No)) : ListCell.Nothing;

    /// <summary>Administrations in the order of their names, in the reader's language.</summary>
    public static IEnumerable<AdministrationRow> InOrder(ListFacts facts, ProgrammeFacts programme) =>
        facts.Page.Sorted(
            programme.Overview.Administrations.Where(row => row.Plans.Count > 0),
            row => facts.Page.Say(CountryNames.Of(row.Id, row.Name))
        );
}
