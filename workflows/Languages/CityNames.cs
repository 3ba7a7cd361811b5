namespace ACip.Workflows.Languages;

/// <summary>What the city of a time zone is called: Cultures/TAG.cities.json. Zones bear English names; there are those that readers write
/// otherwise.</summary>
internal static class CityNames
{
    /// <param name="zone">IANA name, such as Asia/Kathmandu.</param>
    /// <returns>Where it is not known, as the zone itself says.</returns>
    public static string Of(string zone, Language language) =>
        PlaceNames.Find("cities", zone, language) ?? zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
