using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Sample;

/// <summary>The initial data of a new programme. Names of administrations, donors and key factors are real; agreements, people and plans
/// are fictional and marked (<see cref="Fictional"/>). Officers edit all of it afterwards.</summary>
public sealed record ProgrammeSeed(
    IReadOnlyList<Administration> Administrations,
    IReadOnlyList<KeyFactor> KeyFactors,
    IReadOnlyList<Donor> Donors,
    IReadOnlyList<GrantAgreement> Agreements,
    IReadOnlyList<Person> People,
    IReadOnlyList<ActionPlan> Plans
)
{
    /// <summary>The day that the dates in the seed files are written for.</summary>
    public static DateOnly FirstDay { get; } = new(2026, 1, 1);

    /// <param name="start">First day of the plans; agreements and plans move with it. Null: <see cref="FirstDay"/>.</param>
    public static ProgrammeSeed Load(DateOnly? start = null)
    {
        DateOnly first = start ?? FirstDay;
        IReadOnlyList<Administration> administrations = [.. SeedFile.Rows("administrations.csv").Select(ToAdministration)];
        return new ProgrammeSeed(
            administrations,
            Programme.KeyFactors.All,
            SeedFile.Read<IReadOnlyList<Donor>>("donors.json"),
            SampleAgreements.All(first),
            [.. SeedFile.Read<IReadOnlyList<Person>>("people.json").Select(Begun)],
            [.. administrations.Select(administration => SamplePlans.For(administration, first))]
        );
    }

    /// <summary>Loading sample data needs the deployment's master key, so its approvers need no confirmation by anybody else.</summary>
    private static Person Begun(Person person) =>
        person with
        {
            Roles =
            [
                .. person.Roles.Select(held =>
                    RoleGranting.NeedsTwo(held.Role)
                        ? held with
                        {
                            Grant = RoleGrant.OfDeployment(new DateTimeOffset(held.From, TimeOnly.MinValue, TimeSpan.Zero)),
                        }
                        : held
                ),
            ],
        };

    private static Administration ToAdministration(string[] row) =>
        new(
            new AdministrationId(row[0]),
            row[1],
            row[2],
            new DonorId(row[3]),
            Language.FromString(row[4]),
            row[5],
            [.. row[6].Split('-').Select(ToDay)],
            row[7]
        );

    private static DayOfWeek ToDay(string name) =>
        Enum.GetValues<DayOfWeek>().Single(day => day.ToString().StartsWith(name, StringComparison.Ordinal));
}
