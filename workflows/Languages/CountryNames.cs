using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Languages;

/// <summary>What countries are called in the working languages. A registered name that is none of these was chosen by an officer, and stays as it is in every language.</summary>
internal static class CountryNames
{
    private static readonly Dictionary<string, Text3> Known =
        SeedFile.Rows("countries.csv", ';').ToDictionary(row => row[0], row => new Text3(row[1], row[2], row[3]), StringComparer.Ordinal);

    /// <param name="id">ISO 3166-1 alpha-2.</param>
    /// <param name="registered">As it stands in the register.</param>
    /// <summary>Where the register is not at hand: the country's name, or its code where that is not known here.</summary>
    public static Text3 Of(AdministrationId id) => Known.GetValueOrDefault(id.Value) ?? new Text3(id.Value, id.Value, id.Value);

    public static Text3 Of(AdministrationId id, string registered) =>
        Known.TryGetValue(id.Value, out Text3? names) && Enum.GetValues<Language>().Any(language => string.Equals(names.In(language), registered.Trim(), StringComparison.OrdinalIgnoreCase))
            ? names
            : new Text3(registered, registered, registered);
}
