namespace ACip.Workflows.Languages;

/// <summary>Names of the cities of time zones: Cultures/TAG.cities.json. The zones have English names, which some languages write
/// differently.</summary>
internal static class CityNames
{
    /// <param name="zone">IANA name, such as Asia/Kathmandu.</param>
    /// <returns>Where it is not known, as the zone itself says.</returns>
    public static string Of(string zone, Language language) =>
        PlaceNames.Find("cities", zone, language) ?? zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
