using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

internal sealed class AgreementList : IProgrammeList
{
    public string Name => "agreements";

    public Text Title => Texts.GrantAgreements;

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("agreement", Texts.Agreement),
        new("number", Texts.OfficialNumber),
        new("donor", Texts.Donor, Filters: true),
        new("start", Texts.FirstDay),
        new("end", Texts.LastDay),
        new("administrations", Texts.Administrations, IsNumber: true),
    ];

    public bool May(PageContext page) => PageFrame.May(Right.ReadProgramme, page);

    public ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation) =>
        new(
            new ProgrammeList(
                Columns,
                [
                    .. from GrantAgreement one in facts.Page.Sorted(facts.Register.Agreements.Values, one => one.Title)
                    select new ListRow(
                        one.Id.Value,
                        $"/agreements/{one.Id}",
                        [
                            new ListCell(one.Title),
                            new ListCell(one.OfficialNumber),
                            SharedColumns.OfDonor(facts.Register, one.Donor),
                            ListCell.Of(one.Start),
                            ListCell.Of(one.End),
                            ListCell.Of(one.Administrations.Count),
                        ]
                    ),
                ]
            )
        );
}
