using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Programme;

/// <summary>Who is asked while an approver is away: the substitute, if they may decide on this very matter, and otherwise who is
/// away.</summary>
public sealed class AbsenceTests
{
    private static readonly DateOnly Today = new(2026, 8, 10);
    private static readonly PersonId Away = new("approver-one");
    private static readonly PersonId Substitute = new("approver-two");
    private static readonly PersonId Third = new("approver-three");

    [Fact]
    public void The_substitute_is_asked_in_their_place() => Assert.Equal([Third, Substitute], Asked(Absent()));

    [Fact]
    public void Both_are_asked_where_that_is_wanted() => Assert.Equal([Away, Third, Substitute], Asked(Absent() with { Both = true }));

    [Fact]
    public void Who_wrote_a_part_stands_in_for_nobody() => Assert.Equal([Away, Third], Asked(Absent(), authors: [Substitute]));

    [Fact]
    public void A_substitute_who_is_away_too_replaces_nobody() =>
        Assert.Equal([Away, Third], Asked(Absent(), substitutes: Absent() with { Substitute = Third }));

    [Theory]
    [InlineData("2026-08-09", false)]
    [InlineData("2026-08-10", true)]
    [InlineData("2026-08-20", true)]
    [InlineData("2026-08-21", false)]
    public void It_begins_and_ends_by_itself(string day, bool away)
    {
        var absence = new Absence(Substitute, Today, Today.AddDays(10), false, DateTimeOffset.UnixEpoch);
        IReadOnlyList<PersonId> asked = Asked(absence, on: DateOnly.Parse(day, null));
        Assert.Equal(!away, asked.Contains(Away));
        Assert.Equal(
            away ? [Away] : Array.Empty<PersonId>(),
            Absences.StandsInFor(Register(absence, null), Substitute, DateOnly.Parse(day, null))
        );
    }

    private static Absence Absent() => new(Substitute, Today.AddDays(-1), Today.AddDays(1), false, DateTimeOffset.UnixEpoch);

    private static IReadOnlyList<PersonId> Asked(
        Absence absence,
        Absence? substitutes = null,
        IReadOnlyList<PersonId>? authors = null,
        DateOnly? on = null
    ) => Deciders.Asked([Role.Approver], Register(absence, substitutes), on ?? Today, (authors ?? []).ToHashSet());

    private static ProgrammeRegister Register(Absence absence, Absence? substitutes) =>
        new(
            false,
            new Dictionary<AdministrationId, Administration>(),
            new Dictionary<DonorId, Donor>(),
            new Dictionary<AgreementId, GrantAgreement>(),
            new[] { Approver(Away, absence), Approver(Substitute, substitutes), Approver(Third, null) }.ToDictionary(one => one.Id),
            new Dictionary<PlanId, PlanListing>()
        );

    private static Person Approver(PersonId id, Absence? absence) =>
        new(
            id,
            id.Value,
            $"{id}@acip.example",
            Language.En,
            [new RoleHeld(Role.Approver, new DateOnly(2026, 1, 1)) { Grant = RoleGrant.OfDeployment(DateTimeOffset.UnixEpoch) }]
        )
        {
            Absences = absence is null ? null : [absence],
        };
}
