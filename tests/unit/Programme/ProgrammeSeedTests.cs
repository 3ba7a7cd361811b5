using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.Programme;

public sealed class ProgrammeSeedTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    [Fact]
    public void Every_administration_has_one_plan_one_agreement_a_coordinator_an_alternate_and_a_head()
    {
        Assert.Equal(25, Seed.Administrations.Count);
        Assert.All(
            Seed.Administrations,
            administration =>
            {
                Assert.Single(Seed.Plans, plan => plan.Administration == administration.Id);
                Assert.Single(
                    Seed.Agreements,
                    agreement => agreement.Administrations.Contains(administration.Id) && agreement.Donor == administration.Donor
                );
                foreach (Role role in new[] { Role.Coordinator, Role.Alternate, Role.HeadOfCustoms })
                {
                    Assert.Single(
                        Seed.People,
                        person => person.Roles.Any(held => held.Role == role && held.Administration == administration.Id)
                    );
                }
            }
        );
    }

    [Fact]
    public void The_Secretariat_can_keep_author_and_approver_apart()
    {
        var on = new DateOnly(2026, 6, 1);
        Assert.Equal(2, Seed.People.Count(person => person.Holds(Role.Approver, on)));
        Assert.Equal(2, Seed.People.Count(person => person.Holds(Role.ProgrammeOfficer, on)));
        Assert.Single(Seed.People, person => person.Holds(Role.Auditor, on));
        Assert.All(
            Seed.Donors,
            donor => Assert.Single(Seed.People, person => person.Roles.Any(held => held.Role == Role.DonorReader && held.Donor == donor.Id))
        );
    }

    [Fact]
    public void Nobody_in_the_seed_can_be_reached()
    {
        Assert.All(Seed.People, person => Assert.EndsWith(".example", person.Email, StringComparison.Ordinal));
        Assert.Equal(Seed.People.Count, Seed.People.Select(person => person.Email).Distinct().Count());
        Assert.Equal(Seed.People.Count, Seed.People.Select(person => person.Id).Distinct().Count());
    }

    [Fact]
    public void Weekends_and_languages_are_read_as_the_file_says()
    {
        Administration nepal = Seed.Administrations.Single(administration => administration.Id.Value == "NP");
        Assert.Equal([DayOfWeek.Saturday], nepal.Weekend);
        Assert.Equal(Language.Es, Seed.Administrations.Single(administration => administration.Id.Value == "GT").Language);
        Assert.Equal("Côte d'Ivoire", Seed.Administrations.Single(administration => administration.Id.Value == "CI").Name);
    }

    [Fact]
    public void Official_numbers_hold_a_slash_and_ids_do_not()
    {
        Assert.All(
            Seed.Agreements,
            agreement =>
            {
                Assert.Contains('/', agreement.OfficialNumber);
                Assert.DoesNotContain('/', agreement.Id.Value);
            }
        );
    }

    [Fact]
    public void The_dates_of_the_seed_move_with_the_start_and_month_ends_stay_month_ends()
    {
        ProgrammeSeed later = ProgrammeSeed.Load(new DateOnly(2028, 1, 1));
        ActionPlan ghana = later.Plans.Single(plan => plan.Administration.Value == "GH");
        Assert.Equal(new DateOnly(2030, 12, 31), ghana.End);
        Assert.Equal(new DateOnly(2027, 12, 31), ghana.Indicators[0].Baseline.On);
        Assert.Equal(new DateOnly(2028, 6, 30), ghana.Benchmarks[0].Due);
        Assert.Equal("gh-2028", ghana.Id.Value);
        Assert.Equal(new DateOnly(2028, 12, 31), later.Agreements[0].Framework.Indicators[0].Targets[0].By);
    }

    [Fact]
    public void There_are_ten_key_factors_in_three_languages()
    {
        Assert.Equal(Enumerable.Range(1, 10), Seed.KeyFactors.Select(factor => factor.Number));
        Assert.Equal("Transparence", KeyFactors.Find(3)!.Name.In(Language.Fr));
        Assert.Null(KeyFactors.Find(11));
    }
}
