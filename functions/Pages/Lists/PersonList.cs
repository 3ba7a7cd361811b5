using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

/// <summary>People with the roles that they hold today.</summary>
internal sealed class PersonList : IProgrammeList
{
    public string Name => "people";

    public Text Title => Texts.People;

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("name", Texts.PersonName),
        new("role", Texts.Role, Filters: true),
        new("administration", Texts.Administration, Filters: true),
        new("donor", Texts.Donor, Filters: true),
        new("language", Texts.LanguageOfPerson, Filters: true),
    ];

    public bool May(PageContext page) => PageFrame.May(Right.ReadPeople, page);

    public ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation) =>
        new(
            new ProgrammeList(
                Columns,
                [.. facts.Page.Sorted(facts.Register.People.Values, person => person.Name).Select(person => Row(facts, person))]
            )
        );

    private static ListRow Row(ListFacts facts, Person person)
    {
        RoleHeld[] held = [.. person.Roles.Where(role => role.IsValidOn(facts.Today))];
        return new ListRow(
            person.Id.Value,
            $"/people/{person.Id}",
            [
                new ListCell(person.Name),
                ListCell.Several([
                    .. held.Select(role => new ListChoice(role.Role.ToString(), facts.Page.Say(RoleNames.Of(role.Role)))).Distinct(),
                ]),
                ListCell.Several([
                    .. held.Select(role => role.Administration)
                        .OfType<Workflows.Identifiers.AdministrationId>()
                        .Distinct()
                        .Select(home => new ListChoice(home.Value, facts.Page.Say(facts.Register.NamesOf(home)))),
                ]),
                ListCell.Several([
                    .. held.Select(role => role.Donor)
                        .OfType<Workflows.Identifiers.DonorId>()
                        .Distinct()
                        .Select(donor => new ListChoice(donor.Value, facts.Register.Donors.GetValueOrDefault(donor)?.Name ?? donor.Value)),
                ]),
                ListCell.Choice(person.Language.Tag, person.Language.Name),
            ]
        );
    }
}
