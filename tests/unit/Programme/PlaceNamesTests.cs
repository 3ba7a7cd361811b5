using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.Programme;

public sealed class PlaceNamesTests
{
    [Theory]
    [InlineData("TZ", "Tanzania", "Tanzania", "Tanzanie", "Tanzanía")]
    [InlineData("MX", "Mexico", "Mexico", "Mexique", "México")]
    [InlineData("AF", "Afghanistan", "Afghanistan", "Afghanistan", "Afganistán")]
    [InlineData("LB", "Liban", "Lebanon", "Liban", "Líbano")]
    [InlineData(
        "MX",
        "Servicio de Administración Tributaria",
        "Servicio de Administración Tributaria",
        "Servicio de Administración Tributaria",
        "Servicio de Administración Tributaria"
    )]
    public void A_country_has_the_readers_name_and_a_name_of_an_officers_choice_stays(
        string id,
        string registered,
        string en,
        string fr,
        string es
    ) => Assert.Equal(Text.Of(en, fr, es), CountryNames.Of(new AdministrationId(id), registered));

    [Fact]
    public void Every_administration_of_the_sample_is_named_in_three_languages() =>
        Assert.All(ProgrammeSeed.Load().Administrations, one => Assert.Equal(one.Name, one.Names.En));

    [Theory]
    [InlineData("America/Mexico_City", "es", "Ciudad de México")]
    [InlineData("Asia/Kathmandu", "fr", "Katmandou")]
    [InlineData("Europe/Brussels", "es", "Bruselas")]
    [InlineData("Africa/Maputo", "fr", "Maputo")]
    public void A_city_has_the_readers_name(string zone, Language language, string expected) =>
        Assert.Equal(expected, CityNames.Of(zone, language));

    [Fact]
    public void A_deadline_is_the_same_day_for_readers_in_other_zones()
    {
        DateTimeOffset due = DateTimeOffset.Parse("2026-10-31T23:59:59-06:00", null);
        Assert.Equal("Saturday 31 October 2026, 23:59 (UTC-06:00)", new DateWords(Language.En, "Europe/Brussels").Deadline(due));
        Assert.Equal(
            "sábado 31 de octubre de 2026, 23:59 (Ciudad de México, UTC-06:00)",
            new DateWords(Language.Es, "America/Mexico_City").Deadline(due)
        );
        Assert.Equal("Sunday 1 November 2026, 06:59 (Brussels, UTC+01:00)", new DateWords(Language.En, "Europe/Brussels").Moment(due));
    }
}
