using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>What every section needs while a report is composed: the figures, the language, and the footnotes so far.</summary>
internal sealed class Composing(SnapshotHead head, FigureSet figures, Language language)
{
    private readonly (int MostTexts, int LongestText, int MostRisks) room = Templates.RoomOf(head);
    private readonly List<string> notes = [];
    private readonly Dictionary<AdministrationId, string> names = head.Administrations.ToDictionary(one => one.Id, one => one.Name);

    public SnapshotHead Head => head;
    public FigureSet Figures => figures;
    public Language Language => language;
    public IReadOnlyList<string> Notes => notes;

    public int MostRisks => room.MostRisks;

    public string Say(Text phrase) => phrase.In(language);

    /// <summary>One and the other, with the colon as the language sets it.</summary>
    public string Pair(string one, string other) => $"{one}{language.Culture.FirmColon} {other}";

    /// <summary>The donor's own words in the language of the report, where the agreement has them.</summary>
    public string Term(string term) => head.Agreement.Framework.TermIn(term, language);

    public string Frequency(string frequency) => Terms.Frequency(frequency) is { } known ? Say(known) : Term(frequency);

    public string Named(FrameworkIndicator indicator) => $"{indicator.Code} {indicator.StatementIn(language)}";

    public string Number(decimal value) => Writing.Number(value, language);

    public string Percent(decimal? value) => value is { } percent ? Writing.Percent(percent, language, decimals: 1) : Say(Texts.NotSayable);

    public string Day(DateOnly day) => Writing.Day(day, language);

    public string Name(AdministrationId administration) => names.GetValueOrDefault(administration, administration.Value);

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

    /// <summary>A figure in a table: its number, or in words why there is none.</summary>
    public Cell Of(Figure figure, string id) =>
        figure.State switch
        {
            FigureState.Shown => new Cell(Share(figure.Value!.Value, figure.Counts), figure.Value, id, Notes: UnweightedNote(figure)),
            FigureState.Suppressed => new Cell(Say(Texts.Suppressed), Figure: id, Notes: [Note(Texts.SuppressedNote)]),
            FigureState.NotAggregated => new Cell(Say(Texts.NotAggregated), Figure: id, Notes: [Note(Texts.NotAggregatedNote)]),
            FigureState.Narrative => new Cell(Say(Texts.InWords), Figure: id),
            _ => new Cell(Say(Texts.NoData), Figure: id, Notes: [Note(Texts.NoDataNote)]),
        };

    private int[]? UnweightedNote(Figure figure) =>
        figure.UnweightedOf is { } shares ? [Note(Say(Texts.UnweightedNote(shares: shares)))] : null;

    public string OutOf(Figure figure) =>
        figure.Linked == 0 ? Say(Texts.NotSayable) : Say(Texts.NofM(part: Number(figure.Reported), whole: Number(figure.Linked)));

    /// <summary>The accepted texts of a section. Where somebody wrote in several languages, that of the report is taken.</summary>
    public IEnumerable<Block> Written(NarrativeSection section, bool sayIfNone = true)
    {
        if (!figures.Texts.Narratives.TryGetValue(section, out TextList<Narrative>? texts))
        {
            return sayIfNone ? [new Paragraph(Say(Texts.NothingWritten))] : [];
        }

        Narrative[] readable =
        [
            .. texts
                .First.GroupBy(text => text.Administration)
                .SelectMany(same => same.Any(text => text.Language == language) ? same.Where(text => text.Language == language) : same),
        ];
        return Fitting(readable, texts.More, text => Quoted(text.Text, text.Language, text.Administration));
    }

    /// <summary>As many as the template has room for, and how many more there are.</summary>
    public IEnumerable<Block> Fitting<T>(IReadOnlyList<T> texts, int more, Func<T, Block> write)
    {
        int hidden = Math.Max(0, texts.Count - room.MostTexts) + more;
        return [.. texts.Take(room.MostTexts).Select(write), .. hidden > 0 ? new[] { More(hidden) } : []];
    }

    public Quotation Quoted(string text, Language written, AdministrationId? from) =>
        new(PlainText.Short(text, room.LongestText), written, from is { } administration ? Name(administration) : null);

    public Paragraph More(int count) => new(Say(Texts.MoreInAnnex(count: Number(count))));
}
