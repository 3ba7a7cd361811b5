using System.Text.RegularExpressions;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Dossiers;

/// <summary>What a dossier is about.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Title">As people call it.</param>
public sealed record DossierMatter(string Name, string Title, IReadOnlyList<DossierStream> Streams);

/// <param name="Mark">What a row or an event must speak of to be in it; null for all of the stream.</param>
/// <param name="Others">Longer ids of other matters in which the mark occurs.</param>
public sealed record DossierStream(StreamId Stream, string? Mark = null, IReadOnlyList<string>? Others = null)
{
    internal bool Holds(params IEnumerable<string?> words) =>
        Mark is not { } mark || words.Any(word => word?.Contains(mark, StringComparison.Ordinal) == true && Speaks(word, mark));

    private bool Speaks(string word, string mark) =>
        Whole(mark)
            .IsMatch((Others ?? []).OrderByDescending(one => one.Length).Aggregate(word, (left, one) => Whole(one).Replace(left, " ")));

    private static Regex Whole(string id) =>
        new($@"(?<![\p{{L}}\p{{Nd}}]){Regex.Escape(id)}(?![\p{{L}}\p{{Nd}}])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

/// <summary>A file of a dossier, as its manifest names it.</summary>
public sealed record DossierFile(string Path, string Sha256, long Bytes);

/// <summary>What was left out, how much, and why.</summary>
public sealed record DossierOmission(string What, int Count, string Why);

/// <summary>What a dossier consists of.</summary>
public sealed record DossierManifest(
    string Format,
    int Version,
    string Matter,
    string Title,
    DateTimeOffset MadeAt,
    PersonId MadeBy,
    IReadOnlyList<DossierFile> Files,
    IReadOnlyList<DossierOmission> LeftOut
)
{
    public const string FileName = "manifest.json";
}
