using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding.Erasure;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Onboarding;

public sealed class ErasureInTimeTests
{
    private static readonly DateOnly Today = new(2031, 6, 1);

    [Fact]
    public void Who_has_had_no_part_for_so_many_years_goes() =>
        Assert.Equal(
            ["gone"],
            ErasureInTime
                .ToGo(
                    [
                        Of("gone", new DateOnly(2028, 5, 31)),
                        Of("gone-a-day-less", new DateOnly(2028, 6, 1)),
                        Of("back-again", new DateOnly(2020, 1, 1), null),
                        Of("being-entered"),
                        Of("erased-before", new DateOnly(2020, 1, 1)) with
                        {
                            Email = "erased-before@erased.invalid",
                        },
                    ],
                    Today,
                    3
                )
                .Select(id => id.Value)
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(-1, false)]
    public void Less_than_two_years_is_a_slip(int years, bool sound) =>
        Assert.Equal(sound, new ProgrammeOptionsRules().Validate(null, new ProgrammeOptions { ErasedAfterYears = years }).Succeeded);

    private static Person Of(string id, params DateOnly?[] until) =>
        new(
            new PersonId(id),
            "Somebody",
            $"{id}@customs.example",
            Language.En,
            [.. until.Select(last => new RoleHeld(Role.Approver, new DateOnly(2018, 1, 1), last))]
        );
}
