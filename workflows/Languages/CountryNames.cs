using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Languages;

/// <summary>Names of countries: Cultures/TAG.countries.json. A registered name that is not listed there was chosen by an officer and is
/// the same in every language.</summary>
internal static class CountryNames
{
    /// <summary>For use without the register: the country's name, or its code if the name is unknown.</summary>
    public static Text Of(AdministrationId id) => Text.For(language => Find(id, language) ?? id.Value);

    /// <param name="id">ISO 3166-1 alpha-2.</param>
    /// <param name="registered">As it stands in the register.</param>
    public static Text Of(AdministrationId id, string registered) =>
        Language.OfMail.Any(language => string.Equals(Find(id, language), registered.Trim(), StringComparison.OrdinalIgnoreCase))
            ? Of(id)
            : Text.Same(registered);

    private static string? Find(AdministrationId id, Language language) => PlaceNames.Find("countries", id.Value, language);
}
