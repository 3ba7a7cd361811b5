using System.Globalization;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Languages;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("en", "Asia/Kathmandu", "Sunday 1 November 2026, 05:44 (Kathmandu, UTC+05:45)")]
    [InlineData("fr", "Africa/Bamako", "samedi 31 octobre 2026, 23 h 59 (Bamako, UTC+00:00)")]
    [InlineData("es", "America/Mexico_City", "sábado 31 de octubre de 2026, 17:59 (Ciudad de México, UTC-06:00)")]
    [InlineData("en", "Etc/UTC", "Saturday 31 October 2026, 23:59 (UTC)")]
    [InlineData("en", "No/Such_Zone", "Saturday 31 October 2026, 23:59 (UTC)")]
    public void A_moment_is_written_with_its_weekday_and_zone_whatever_the_machines_culture(Language language, string zone, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA"); // another calendar, other digits
        try
        {
            Assert.Equal(
                expected,
                new DateWords(language, zone).Moment(DateTimeOffset.Parse("2026-10-31T23:59:59Z", CultureInfo.InvariantCulture))
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("en", "1 July to 30 September 2026", "25 December 2025 to 1 January 2026")]
    [InlineData("fr", "du 1er juillet au 30 septembre 2026", "du 25 décembre 2025 au 1er janvier 2026")]
    [InlineData("es", "del 1 de julio al 30 de septiembre de 2026", "del 25 de diciembre de 2025 al 1 de enero de 2026")]
    public void A_range_names_each_year_once(Language language, string within, string across)
    {
        var dates = new DateWords(language, "Etc/UTC");
        Assert.Equal(within, dates.Range(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30)));
        Assert.Equal(across, dates.Range(new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 1)));
    }
}
