using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.Multilateral;

public sealed class DeliveryRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly AdministrationId Ghana = new("GH");

    private static readonly PersonId Pooled = new("expert-1");

    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    private static readonly ProgrammeRegister Register = new(
        true,
        Seed.Administrations.ToDictionary(one => one.Id),
        new Dictionary<DonorId, Donor>(),
        new Dictionary<AgreementId, GrantAgreement>(),
        new Dictionary<PersonId, Person>(),
        new Dictionary<PlanId, PlanListing>()
    );

    private static readonly KnownEntries Known = new(
        [new Initiative("integrity-week", "Integrity week", default, Today, Today.AddDays(6), [Ghana], [], Themes.None)],
        [new Instrument("code", default, "Model code", [new InstrumentVersion("1", Today, "")], Themes.None)],
        [new Expert(Pooled, [6], [Language.En], null, [])]
    );

    private static readonly DeliveryEvent Workshop = new(
        "workshop-1",
        DeliveryKind.Workshop,
        "Codes of conduct",
        Today,
        Today,
        "Accra",
        [Ghana],
        Themes.None
    );

    private static readonly DeliveryEvent Mission = Workshop with
    {
        Id = "mission-1",
        Kind = DeliveryKind.ExpertMission,
        Expert = Pooled,
        Terms = "Review the code.",
    };

    [Fact]
    public void A_workshop_and_a_mission_can_be_planned_from_today_on()
    {
        Assert.Null(Rule(Workshop));
        Assert.Null(Rule(Workshop with { Initiative = "integrity-week", Instrument = "code" }));
        Assert.Null(Rule(Mission));
    }

    [Theory]
    [InlineData("A workshop")]
    [InlineData("")]
    [InlineData("workshop_1")]
    public void An_id_is_a_slug(string id) => Assert.Equal("not-a-slug", Rule(Workshop with { Id = id }));

    [Fact]
    public void An_event_has_a_title_and_a_place_that_fit()
    {
        Assert.Equal("event-words", Rule(Workshop with { Title = " " }));
        Assert.Equal("event-words", Rule(Workshop with { Place = "" }));
        Assert.Null(Rule(Workshop with { Title = new string('t', 200), Place = new string('p', 200) }));
        Assert.Equal("event-words", Rule(Workshop with { Title = new string('t', 201) }));
        Assert.Equal("event-words", Rule(Workshop with { Place = new string('p', 201) }));
    }

    [Fact]
    public void An_event_ends_after_it_begins_and_is_planned_before()
    {
        Assert.Equal("event-days", Rule(Workshop with { Start = Today.AddDays(-1) }));
        Assert.Equal("event-days", Rule(Workshop with { Start = Today.AddDays(1) }));
        Assert.Equal("event-days", Rule(Workshop with { End = new DateOnly(2200, 1, 1) }));
    }

    [Fact]
    public void Administrations_of_the_programme_are_invited_each_once()
    {
        Assert.Equal("event-invited", Rule(Workshop with { Invited = [] }));
        Assert.Equal("event-invited", Rule(Workshop with { Invited = [Ghana, Ghana] }));
        Assert.Equal("event-invited", Rule(Workshop with { Invited = [Ghana, new AdministrationId("ZZ")] }));
    }

    [Theory]
    [InlineData(80, null)]
    [InlineData(81, "event-invited")]
    public void At_most_eighty_are_invited(int count, string? rule)
    {
        AdministrationId[] many = [.. Enumerable.Range(0, count).Select(at => new AdministrationId($"X{at}"))];
        Administration one = Seed.Administrations[0];
        ProgrammeRegister register = Register with { Administrations = many.ToDictionary(id => id, id => one with { Id = id }) };
        Assert.Equal(rule, DeliveryRules.Refuse(Workshop with { Invited = many }, register, Known, Today)?.Rule);
    }

    [Fact]
    public void What_it_names_is_there()
    {
        Assert.Equal("no-such-theme", Rule(Workshop with { Themes = new Themes([11], [], []) }));
        Assert.Equal("no-such-initiative", Rule(Workshop with { Initiative = "another" }));
        Assert.Equal("no-such-instrument", Rule(Workshop with { Instrument = "another" }));
        Assert.Equal("no-such-expert", Rule(Mission with { Expert = new PersonId("somebody") }));
    }

    [Fact]
    public void A_mission_and_nothing_else_has_an_expert_and_terms()
    {
        Assert.Equal("mission-terms", Rule(Mission with { Expert = null }));
        Assert.Equal("mission-terms", Rule(Mission with { Terms = " " }));
        Assert.Equal("mission-terms", Rule(Workshop with { Expert = Pooled }));
        Assert.Equal("mission-terms", Rule(Workshop with { Terms = "Review the code." }));
    }

    [Fact]
    public void Of_several_rules_the_first_is_told_and_terms_that_are_too_long_before_all_others()
    {
        DeliveryEvent wrong = Workshop with { Title = "", Start = Today.AddDays(-1), Initiative = "another" };
        Assert.Equal("event-words", Rule(wrong));
        Assert.Equal(TextBounds.Rule, Rule(wrong with { Id = "", Terms = new string('t', TextBounds.Reason + 1) }));
    }

    private static string? Rule(DeliveryEvent wanted) => DeliveryRules.Refuse(wanted, Register, Known, Today)?.Rule;
}
