using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Languages;

/// <summary>What countries are called in the working languages. A registered name that is none of these was chosen by an officer, and stays
/// as it is in every language.</summary>
internal static class CountryNames
{
    private static readonly Dictionary<string, Text> Known = SeedFile
        .Rows("countries.csv", ';')
        .ToDictionary(row => row[0], row => new Text(row[1], row[2], row[3]), StringComparer.Ordinal);

    /// <param name="id">ISO 3166-1 alpha-2.</param>
    /// <param name="registered">As it stands in the register.</param>
    /// <summary>Where the register is not at hand: the country's name, or its code where that is not known here.</summary>
    public static Text Of(AdministrationId id) => Known.GetValueOrDefault(id.Value) ?? new Text(id.Value, id.Value, id.Value);

    public static Text Of(AdministrationId id, string registered) =>
        Known.TryGetValue(id.Value, out Text? names)
        && Language.All
            .Any(language => string.Equals(names.In(language), registered.Trim(), StringComparison.OrdinalIgnoreCase))
            ? names
            : new Text(registered, registered, registered);
}
