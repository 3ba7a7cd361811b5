using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>What every section needs while a report is composed: the figures, the language, and the footnotes so far.</summary>
internal sealed class CompositionContext(SnapshotHead head, FigureSet figures, Language language)
{
    private readonly TextRoom room = Templates.RoomOf(head);
    private readonly List<string> notes = [];
    private readonly Dictionary<AdministrationId, Administration> funded = head.Administrations.ToDictionary(one => one.Id);
    private readonly Dictionary<string, string> translations = (head.Translations ?? [])
        .Where(one => one.Language == language)
        .DistinctBy(one => one.Of)
        .ToDictionary(one => one.Of, one => one.Text);
    private readonly List<Untranslated> untranslated = [];
    private int charts = Templates.RoomOf(head).Charts ?? int.MaxValue;

    public SnapshotHead Head => head;
    public ReportTemplate Template { get; } = Templates.Of(head);
    public FigureSet Figures => figures;
    public Language Language => language;
    public IReadOnlyList<string> Notes => notes;

    /// <summary>What was printed in another language than that of the report, and has no translation.</summary>
    public IReadOnlyList<Untranslated> Untranslated => untranslated;

    public int MostRisks => room.Risks;

    public int? MostRatings => room.Ratings;

    /// <summary>None where the template has no room for a further one.</summary>
    public IEnumerable<Chart> Drawn(Chart? chart) => chart is not null && charts-- > 0 ? [chart] : [];

    public string Say(Text phrase) => phrase.In(language);

    /// <summary>As the donor calls it.</summary>
    public string Level(ResultLevel level) => Say(Terms.Of(level, Template));

    /// <summary>One and the other, with the colon as the language sets it.</summary>
    public string Pair(string one, string other) => $"{one}{language.Culture.FirmColon} {other}";

    /// <summary>The donor's own words in the language of the report, where the agreement has them.</summary>
    public string Term(string term) => head.Agreement.Framework.TermIn(term, language);

    public string Frequency(string frequency) => Terms.Frequency(frequency) is { } known ? Say(known) : Term(frequency);

    public string Named(FrameworkIndicator indicator) => $"{indicator.Code} {indicator.StatementIn(language)}";

    /// <summary>One, two and three, as the language lists them.</summary>
    public string List(IEnumerable<string> items) => language.Culture.List([.. items]);

    /// <summary>Parts of a sentence that stand by themselves; French sets the sign apart.</summary>
    public string Parts(IEnumerable<string> parts) =>
        string.Join(language.Culture.SpacedSigns.Contains(';', StringComparison.Ordinal) ? "\u00A0; " : "; ", parts);

    public string Number(decimal value) => Writing.Number(value, language);

    public string Percent(decimal? value) => value is { } percent ? Writing.Percent(percent, language, decimals: 1) : Say(Texts.NotSayable);

    public string Day(DateOnly day) => Writing.Day(day, language);

    public string Period(PeriodKey key) => key.Days is var (start, end) ? $"{Day(start)} – {Day(end)}" : key.Value;

    public string Name(AdministrationId administration) =>
        funded.GetValueOrDefault(administration)?.Names.In(language) ?? CountryNames.Of(administration).In(language);

    public Language? LanguageOf(AdministrationId? administration) =>
        administration is { } id ? funded.GetValueOrDefault(id)?.Language : null;

    /// <summary>Text by an administration or an officer, shortened, with a mark if it is not in the report's language, and with its
    /// translation if there is one.</summary>
    public Cell Marked(string? text, Language? written, int most)
    {
        string plain = PrintableText.Short(text, most);
        if (written is not { } other || other == language || plain.Length == 0)
        {
            return new Cell(plain);
        }

        string original = $"{plain} [{Say(Texts.OriginalLanguage(other.Name))}]";
        return Translated(text!, other) is { } known
            ? new Cell($"{Say(Texts.Translated(PrintableText.Short(known, most)))} {original}")
            : new Cell(original, Language: other);
    }

    private string? Translated(string text, Language written)
    {
        if (translations.GetValueOrDefault(Translation.KeyOf(text)) is { } known)
        {
            return known;
        }

        if (untranslated.All(one => one.Text != text))
        {
            untranslated.Add(new Untranslated(text, written, language));
        }

        return null;
    }

    /// <returns>The footnote's number; the same text is one footnote.</returns>
    public int Note(string text)
    {
        int place = notes.IndexOf(text);
        if (place < 0)
        {
            notes.Add(text);
            place = notes.Count - 1;
        }

        return place + 1;
    }

    public int Note(Text phrase) => Note(Say(phrase));

    public Cell Amount(decimal? value, string? figure = null, Ratio? counts = null) =>
        value is { } number ? new Cell(Share(number, counts), number, figure) : new Cell(Say(Texts.NotSayable));

    /// <summary>A number; a share with its counts, where they are known: 37.5% (45/120).</summary>
    public string Share(decimal value, Ratio? counts) => Writing.Share(value, counts, language);

    public Cell Count(int value) => new(Number(value), value);

    /// <summary>The accepted texts of a section. If somebody wrote in several languages, the report's language is preferred, then one that
    /// has a translation, then the agreement's first language: they say the same.</summary>
    public IEnumerable<Block> Written(NarrativePart section, bool sayIfNone = true)
    {
        if (!figures.Texts.Narratives.TryGetValue(section, out TextList<Narrative>? texts))
        {
            return sayIfNone ? [new Paragraph(Say(Texts.NothingWritten))] : [];
        }

        Narrative[] readable =
        [
            .. texts
                .First.GroupBy(text => text.Administration)
                .SelectMany(same =>
                    same.Any(text => text.Language == language) ? same.Where(text => text.Language == language) : [Foreign([.. same])]
                ),
        ];
        return Fitting(
            texts with
            {
                First = readable,
            },
            text => text.Administration,
            text => Quoted(text.Text, text.Language, text.Administration)
        );
    }

    private Narrative Foreign(IReadOnlyList<Narrative> same)
    {
        List<Language> order = [.. head.Agreement.Schedule.Languages];
        return same.OrderByDescending(text => translations.ContainsKey(Translation.KeyOf(text.Text)))
            .ThenBy(text => order.IndexOf(text.Language) is >= 0 and var at ? at : order.Count)
            .First();
    }

    /// <summary>As many as the template has room for, and how many more there are.</summary>
    /// <param name="from">Whose a text is; null for the Secretariat's.</param>
    /// <param name="most">Null for as many as of any text.</param>
    /// <param name="sheet">Of the data annex, where the others stand; null for that of the texts.</param>
    public IEnumerable<Block> Fitting<T>(
        TextList<T> texts,
        Func<T, AdministrationId?> from,
        Func<T, Block> write,
        int? most = null,
        Text? sheet = null
    )
    {
        T[] hidden = [.. texts.First.Skip(most ?? room.Texts)];
        int more = hidden.Length + texts.More;
        AdministrationId[] whose = [.. hidden.Select(from).OfType<AdministrationId>().Concat(texts.MoreFrom).Distinct()];
        return
        [
            .. texts.First.Take(most ?? room.Texts).Select(write),
            .. more > 0 ? new[] { More(more, sheet ?? Texts.TextsWord, whose) } : [],
        ];
    }

    public Quotation Quoted(string text, Language written, AdministrationId? from) => Quoted([text], (parts, _) => parts[0], written, from);

    /// <param name="put">What is written by itself, and translated by itself, put together in a language.</param>
    public Quotation Quoted(string[] parts, Func<string[], Language, string> put, Language written, AdministrationId? from)
    {
        string text = put(parts, written);
        string? who = from is { } administration ? Name(administration) : null;
        if (written == language)
        {
            return new(PrintableText.Short(text, room.Letters), written, who);
        }

        string mark = Say(Texts.OriginalLanguage(written.Name));
        string[] translated = [.. parts.Select(part => Translated(part, written)).OfType<string>()];
        string? translation = translated.Length == parts.Length ? put(translated, language) : null;
        return new(
            PrintableText.Short(text, room.Letters),
            written,
            who is null ? mark : Parts([who, mark]),
            translation is null ? null : Say(Texts.Translated(PrintableText.Short(translation, room.Letters)))
        );
    }

    /// <summary>What is left out here, where it stands, and whose it is.</summary>
    public Paragraph More(int count, Text sheet, IReadOnlyList<AdministrationId>? whose = null)
    {
        int most = room.Names ?? 12;
        string text = Say(Texts.MoreInAnnex(count: Number(count), sheet: Say(sheet)));
        return new Paragraph(
            whose is not { Count: > 0 }
                ? text
                : Say(
                    Texts.MoreInAnnexFrom(
                        count: Number(count),
                        sheet: Say(sheet),
                        names: List([
                            .. whose.Take(most).Select(Name),
                            .. whose.Count > most ? new[] { Say(Texts.OthersMore(count: whose.Count - most)) } : [],
                        ])
                    )
                )
        );
    }
}
