using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.Programme;

/// <summary>All participants at one instant.</summary>
/// <param name="Fictional">True: all of it is sample data, and every page, mail and report says so.</param>
public sealed record ProgrammeRegister(
    bool Fictional,
    IReadOnlyDictionary<AdministrationId, Administration> Administrations,
    IReadOnlyDictionary<DonorId, Donor> Donors,
    IReadOnlyDictionary<AgreementId, GrantAgreement> Agreements,
    IReadOnlyDictionary<PersonId, Person> People,
    IReadOnlyDictionary<PlanId, PlanListing> Plans
)
{
    /// <summary>Who speaks for an administration, the first before the others.</summary>
    private static readonly Role[] Speaking = [Role.Coordinator, Role.Alternate, Role.HeadOfCustoms];

    /// <summary>Keys of unreadable rows. Their subjects are not in the register until the rows are repaired.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Templates of donor reports added to this programme, besides those that ship.</summary>
    public IReadOnlyDictionary<DonorTemplate, ReportTemplate> Templates { get; init; } = new Dictionary<DonorTemplate, ReportTemplate>();

    /// <summary>Shipped and added templates.</summary>
    public IEnumerable<ReportTemplate> AllTemplates =>
        ShippedTemplates.All.Concat(Templates.Values.OrderBy(one => one.Name.Value, StringComparer.Ordinal));

    /// <returns>Null where there is none of that name.</returns>
    public ReportTemplate? FindTemplate(DonorTemplate name) => AllTemplates.FirstOrDefault(one => one.Name == name);

    public bool IsEmpty => Administrations.Count == 0;

    public IReadOnlyList<PersonId> Holding(Role role, DateOnly on, AdministrationId? administration = null, DonorId? donor = null) =>
        [
            .. People
                .Values.Where(person => person.Holds(role, on, administration, donor))
                .Select(person => person.Id)
                .Order(Comparer<PersonId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))),
        ];

    /// <summary>Who is asked for an administration: its coordinators; where that office is vacant, whoever stands in for them.</summary>
    /// <param name="first">The role that is asked before all others; null: the coordinator.</param>
    public IReadOnlyList<PersonId> Answering(AdministrationId? administration, DateOnly on, Role? first = null) =>
        Speaking.Prepend(first ?? Role.Coordinator).Select(role => Holding(role, on, administration)).FirstOrDefault(held => held.Count > 0)
        ?? [];

    /// <summary>Those of these people who may hear of the administration today: whoever has left it is told nothing of it any more, and
    /// whoever works for the whole programme is.</summary>
    public IEnumerable<PersonId> StillOf(AdministrationId administration, IEnumerable<PersonId> people, DateOnly on) =>
        people.Where(one => People.TryGetValue(one, out Person? person) && (person.IsOf(administration, on) || person.SignsIn(on)));

    /// <summary>Administrations that have somebody to speak for them. One that has left the programme is asked nothing.</summary>
    public IReadOnlyList<AdministrationId> TakingPart(DateOnly on) =>
        [
            .. Administrations
                .Keys.Where(home => Speaking.Any(role => Holding(role, on, home).Count > 0))
                .OrderBy(home => home.Value, StringComparer.Ordinal),
        ];

    /// <summary>The administration's name; its code if it is not registered.</summary>
    public Text NamesOf(AdministrationId administration) =>
        Administrations.TryGetValue(administration, out Administration? known) ? known.Names : Text.Same(administration.Value);

    /// <summary>The current entry of a person found by address in an earlier read. Somebody whose address has changed since gets no rights
    /// from it.</summary>
    /// <returns>Null where they are gone, or have another address now.</returns>
    public Person? Again(Person earlier) =>
        People.TryGetValue(earlier.Id, out Person? now) && string.Equals(now.Email, earlier.Email, StringComparison.OrdinalIgnoreCase)
            ? now
            : null;

    public Person? ByAddress(string address) =>
        People.Values.FirstOrDefault(person => string.Equals(person.Email, address.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Records that a plan exists; its content is in its own stream.</summary>
public sealed record PlanListing(PlanId Id, AdministrationId Administration, DateOnly Start, DateOnly End);
