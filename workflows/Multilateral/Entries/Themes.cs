using System.Globalization;
using System.Text.Json.Serialization;

namespace ACip.Workflows.Multilateral.Entries;

/// <summary>The themes of a piece of work: key factors of the Arusha Declaration, articles of the United Nations Convention against
/// Corruption, targets of Sustainable Development Goal 16.</summary>
/// <param name="Uncac">Numbers of articles, such as 8.</param>
/// <param name="Sdg16">Targets, such as 16.5.</param>
public sealed record Themes(IReadOnlyList<int> KeyFactors, IReadOnlyList<int> Uncac, IReadOnlyList<string> Sdg16)
{
    private const int LastArticle = 71;

    // csharpier-ignore
    private static readonly HashSet<string> Targets = new(StringComparer.Ordinal)
    {
        "16.1", "16.2", "16.3", "16.4", "16.5", "16.6", "16.7", "16.8", "16.9", "16.10", "16.a", "16.b",
    };

    public static Themes None { get; } = new([], [], []);

    [JsonIgnore]
    public bool IsSound =>
        KeyFactors.All(factor => factor is >= 1 and <= 10)
        && Uncac.All(article => article is >= 1 and <= LastArticle)
        && Sdg16.All(Targets.Contains);

    /// <summary>With what its key factors imply, in order and each once.</summary>
    [JsonIgnore]
    public Themes Whole =>
        new(
            [.. KeyFactors.Distinct().Order()],
            [.. Uncac.Concat(KeyFactors.SelectMany(factor => UncacMap.ArticlesOf(factor))).Distinct().Order()],
            [.. Sdg16.Concat(KeyFactors.SelectMany(factor => UncacMap.TargetsOf(factor))).Distinct().OrderBy(Order)]
        );

    public static Themes Of(IEnumerable<Themes> several)
    {
        Themes[] all = [.. several];
        return new Themes(
            [.. all.SelectMany(one => one.KeyFactors)],
            [.. all.SelectMany(one => one.Uncac)],
            [.. all.SelectMany(one => one.Sdg16)]
        ).Whole;
    }

    private static string Order(string target) =>
        int.TryParse(target[3..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number.ToString("D2", CultureInfo.InvariantCulture)
            : target[3..];
}

/// <summary>The articles and targets that each key factor serves, in the programme's own interpretation
/// (docs/decisions/uncac-and-sdg.md).</summary>
public static class UncacMap
{
    private static readonly (int[] Articles, string[] Targets)[] ByFactor =
    [
        ([5, 6], ["16.5", "16.6"]), // leadership and commitment
        ([5, 65], ["16.3", "16.6"]), // regulatory framework
        ([10, 13], ["16.6", "16.10"]), // transparency
        ([10], ["16.6"]), // automation
        ([7, 10], ["16.6"]), // reform and modernisation
        ([9, 14, 36], ["16.5", "16.6"]), // audit and investigation
        ([8], ["16.5"]), // code of conduct
        ([7, 8], ["16.6"]), // human resource management
        ([7, 8, 33], ["16.6"]), // morale and organisational culture
        ([12, 13, 39], ["16.5", "16.7"]), // relationship with the private sector
    ];

    public static IReadOnlyList<int> ArticlesOf(int factor) => factor is >= 1 and <= 10 ? ByFactor[factor - 1].Articles : [];

    public static IReadOnlyList<string> TargetsOf(int factor) => factor is >= 1 and <= 10 ? ByFactor[factor - 1].Targets : [];
}
