using ACip.Workflows.Languages;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.Languages;

/// <summary>Countries and regions are called as their readers call them.</summary>
public sealed class PlaceNamesTests
{
    [Theory]
    [InlineData("en", "West and Central Africa")]
    [InlineData("fr", "Afrique occidentale et centrale")]
    [InlineData("es", "África occidental y central")]
    [InlineData("pt", "África Ocidental e Central")]
    [InlineData("ar", "غرب أفريقيا ووسطها")]
    public void A_region_has_a_name_in_every_language(string language, string name) =>
        Assert.Equal(name, RegionNames.Of("WCA").In((Language)language));

    [Fact]
    public void Every_region_and_country_of_the_sample_has_one_of_its_own_in_every_language() =>
        Assert.All(
            ProgrammeSeed.Load().Administrations,
            one =>
                Assert.All(
                    TextFiles.Languages,
                    language =>
                    {
                        Assert.NotEqual(one.WcoRegion, RegionNames.Of(one.WcoRegion).In(language));
                        Assert.NotEqual(one.Id.Value, CountryNames.Of(one.Id).In(language));
                    }
                )
        );

    [Fact]
    public void A_region_that_an_officer_made_up_stays_as_it_is() => Assert.Equal("Islands", RegionNames.Of("Islands").In(Language.En));
}
