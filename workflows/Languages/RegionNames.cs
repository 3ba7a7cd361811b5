namespace ACip.Workflows.Languages;

/// <summary>Names of the regions of the World Customs Organization: Cultures/TAG.regions.json.</summary>
internal static class RegionNames
{
    /// <param name="code">AMS, A/P, ESA, EUR, MENA or WCA; another one stays as it is.</param>
    public static Text Of(string code) => Text.For(language => PlaceNames.Find("regions", code, language) ?? code);
}
