namespace ACip.Workflows.Languages;

/// <summary>A language as described by an entry of languages.json.</summary>
/// <param name="Locale">For spell checkers: fr-FR.</param>
/// <param name="Direction">ltr or rtl.</param>
/// <param name="Digits">Zero to nine.</param>
/// <param name="Decimal">What parts units from tenths.</param>
/// <param name="Group">What parts thousands, in mail and on pages.</param>
/// <param name="GroupInPrint">The same in reports, which are set.</param>
/// <param name="Percent">{0} is the number.</param>
/// <param name="Uses">Where people may choose it: mail; links, and what else coordinators and heads of customs open; pages of the
/// Secretariat; reports.</param>
/// <param name="Complete">Every text is there, and not only those that its uses show: tests hold both.</param>
/// <param name="Reviewed">By somebody who speaks it.</param>
internal sealed record LanguageEntry(
    string Tag,
    string Name,
    string Locale,
    string Direction,
    string Digits,
    string Decimal,
    string Group,
    string GroupInPrint,
    string Percent,
    IReadOnlyList<string> Uses,
    bool Complete,
    bool Reviewed
)
{
    /// <summary>Its place in the registry.</summary>
    public int Order { get; init; }
}

/// <summary>The programme's languages: languages.json, and that of a trial folder (see CONTRIBUTING).</summary>
internal static class LanguageRegistry
{
    private static readonly Dictionary<string, LanguageEntry> Entries = Load();

    public static IReadOnlyList<Language> Complete { get; } =
    [.. Entries.Values.Where(one => one.Complete).OrderBy(one => one.Order).Select(one => Language.FromString(one.Tag))];

    private static readonly Dictionary<string, IReadOnlyList<Language>> ByUse = Entries
        .Values.SelectMany(one => one.Uses)
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(
            use => use,
            IReadOnlyList<Language> (use) =>
                [
                    .. Entries
                        .Values.Where(one => one.Uses.Contains(use))
                        .OrderBy(one => one.Order)
                        .Select(one => Language.FromString(one.Tag)),
                ],
            StringComparer.Ordinal
        );

    public static IReadOnlyList<Language> For(string use) => ByUse.GetValueOrDefault(use, []);

    public static IEnumerable<LanguageEntry> All => Entries.Values.OrderBy(one => one.Order);

    public static LanguageEntry? Find(string? tag) => tag is not null && Entries.TryGetValue(tag, out LanguageEntry? known) ? known : null;

    public static LanguageEntry Of(string tag) => Entries[tag];

    private static Dictionary<string, LanguageEntry> Load()
    {
        var entries = new Dictionary<string, LanguageEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (LanguageEntry line in LanguageFile.All("Languages/languages.json").SelectMany(LanguageFile.Read<LanguageEntry[]>))
        {
            entries[line.Tag] = line with { Order = entries.TryGetValue(line.Tag, out LanguageEntry? known) ? known.Order : entries.Count };
        }

        return entries;
    }
}
