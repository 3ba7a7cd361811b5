using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Entries;

/// <summary>Finds what is wrong with an entry of the multilateral component before it is written. Pure.</summary>
public static class EntryRules
{
    public const int LongestId = 40;

    private const int LongestText = 500,
        MostItems = 60,
        MostPeople = 1_000_000;

    public static IReadOnlyList<RegisterProblem> In(Initiative initiative, ProgrammeRegister register) =>
        [
            .. Slug(initiative.Id),
            .. Words("title", initiative.Title),
            .. Days("end", initiative.Start, initiative.End),
            .. Known(initiative.Administrations, register),
            .. ThemesOf(initiative.Themes),
            .. initiative.Results.SelectMany(result =>
                Words($"results/{result.Code}/statement", result.Statement).Concat(Words($"results/{result.Code}/unit", result.Unit))
            ),
            .. Twice("results", initiative.Results.Select(result => result.Code)),
            .. Many("results", initiative.Results.Count),
            .. initiative.Results.SelectMany(result => Many($"results/{result.Code}/figures", result.Figures.Count)),
            .. initiative.Results.SelectMany(result => result.Figures.SelectMany(figure => Words("figures/source", figure.Source))),
        ];

    public static IReadOnlyList<RegisterProblem> In(Instrument instrument, ProgrammeRegister register) =>
        [
            .. Slug(instrument.Id),
            .. Words("title", instrument.Title),
            .. ThemesOf(instrument.Themes),
            .. Many("versions", instrument.Versions.Count),
            .. instrument.Versions.Count == 0
                ? new RegisterProblem[] { new("versions", "no-version", "There must be a version that can be taken up.") }
                : [],
            .. instrument.Versions.SelectMany(version => Words("versions/version", version.Version)),
            .. Twice("versions", instrument.Versions.Select(version => version.Version)),
        ];

    /// <param name="instruments">All that there are.</param>
    public static IReadOnlyList<RegisterProblem> In(Uptake uptake, ProgrammeRegister register, IReadOnlyList<Instrument> instruments) =>
        [
            .. Slug(uptake.Id),
            .. Known([uptake.Administration], register),
            .. DayBounds.Holds(uptake.On) ? [] : OutOfRange("on"),
            .. instruments.Any(one => one.Id == uptake.Instrument && one.Versions.Any(version => version.Version == uptake.Version))
                ? []
                : new RegisterProblem[] { new("version", "no-such-version", "The register has no such version of this instrument.") },
            .. new[] { uptake.Women, uptake.Men, uptake.NotStated }.All(count => count is >= 0 and <= MostPeople)
                ? []
                : new RegisterProblem[] { new("women", "not-a-count", "People are counted, from 0 on.") },
        ];

    internal static IEnumerable<RegisterProblem> Slug(string id) =>
        IsSlug(id) ? [] : [new("id", "not-a-slug", "An id has small letters, digits and hyphens only, at most 40.")];

    public static bool IsSlug(string id) =>
        id.Length is > 0 and <= LongestId
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    internal static IEnumerable<RegisterProblem> Words(string path, string text, int most = LongestText) =>
        string.IsNullOrWhiteSpace(text) ? [new(path, "empty", "This must not be empty.")]
        : TextBounds.IsLonger(text, most) ? [new(path, TextBounds.Rule, $"At most {most} characters.")]
        : [];

    internal static IEnumerable<RegisterProblem> Days(string path, DateOnly start, DateOnly end) =>
        !DayBounds.Holds(start) || !DayBounds.Holds(end) ? OutOfRange(path)
        : end < start ? [new(path, "ends-before-start", "It ends before it begins.")]
        : [];

    internal static IEnumerable<RegisterProblem> Known(IEnumerable<AdministrationId> administrations, ProgrammeRegister register) =>
        administrations
            .Where(one => !register.Administrations.ContainsKey(one))
            .Select(one => new RegisterProblem("administrations", "no-such-administration", $"No administration is registered as {one}."));

    internal static IEnumerable<RegisterProblem> ThemesOf(Themes themes) =>
        themes.IsSound ? [] : [new("themes", "no-such-theme", "Key factors 1 to 10, articles 1 to 71 and targets of SDG 16 only.")];

    private static IEnumerable<RegisterProblem> OutOfRange(string path) =>
        [new(path, "day-out-of-range", "Give a day between 1900 and 2199.")];

    private static IEnumerable<RegisterProblem> Many(string path, int count) =>
        count <= MostItems ? [] : [new(path, "too-many", $"At most {MostItems}.")];

    private static IEnumerable<RegisterProblem> Twice(string path, IEnumerable<string> codes) =>
        codes
            .GroupBy(code => code, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => new RegisterProblem($"{path}/{same.Key}", "code-twice", "The code stands there twice."));
}
