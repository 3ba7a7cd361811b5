using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>The ten key factors of the WCO Revised Arusha Declaration. English names are the Declaration's; French and Spanish are working
/// translations.</summary>
public static class KeyFactors
{
    public static IReadOnlyList<KeyFactor> All { get; } =
    [
        .. SeedFile
            .Rows("arusha-key-factors.csv")
            .Select(row => new KeyFactor(
                int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture),
                row[1],
                new Text(row[2], row[3], row[4])
            )),
    ];

    /// <summary>Null where the number is not that of a key factor.</summary>
    public static KeyFactor? Find(int number) => number >= 1 && number <= All.Count ? All[number - 1] : null;
}
