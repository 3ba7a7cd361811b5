using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Every mail that was kept has exactly one note of what became of it, and every note its mail, unless its time is over.</summary>
internal sealed class CountsRule : IRule
{
    internal const string Container = "received-mail",
        Prefix = "received|";

    /// <summary>Of one message, so many deliveries in other bytes are noted.</summary>
    private const int MostRepeats = 50;

    public string Name => "counts";

    public IEnumerable<Finding> Check(StoredProgramme programme)
    {
        Note[] notes = [.. NotesOf(programme)];
        ILookup<string, Note> byBlob = notes
            .SelectMany(note => note.Blobs.Distinct().Select(blob => (blob, note)))
            .ToLookup(one => one.blob, one => one.note, StringComparer.Ordinal);
        bool areAllNoted = !notes.Any(note => note.Blobs.Count > MostRepeats);
        foreach (string blob in programme.Blobs(Container))
        {
            Note[] told = [.. byBlob[blob]];
            if (told.Length == 0 && areAllNoted)
            {
                yield return new Finding(Name, Container, blob, "The mail was kept, and no row says what became of it.");
            }
            else if (told.Length > 1 && !AreOne(told))
            {
                yield return new Finding(
                    Name,
                    Container,
                    blob,
                    $"One mail has {told.Length} rows: {string.Join(", ", told.Select(note => $"{note.Stream}/{note.Key}"))}."
                );
            }
        }

        foreach (Note note in notes)
        {
            foreach (string blob in note.Blobs)
            {
                if (!programme.Blobs(Container).Contains(blob) && !programme.IsExcused(Container, blob, note.At))
                {
                    yield return new Finding(
                        Name,
                        note.Stream,
                        note.Key,
                        $"Its mail {blob} is not kept, and nothing says that its time was over."
                    );
                }
            }
        }
    }

    private static IEnumerable<Note> NotesOf(StoredProgramme programme) =>
        from stream in programme.Streams
        from row in stream.List(Prefix)
        select new Note(
            stream.Name,
            row.Key,
            [row.Fact.Text("blob") ?? "", .. row.Fact.Texts("repeats")],
            row.Fact.Instant("at") ?? default,
            row.Fact
        );

    /// <summary>A mail that waited for a person or for its sender's word stands in the inbox and, once it counts, in its task's stream: two
    /// rows of one message, the one in the inbox naming the other's stream, unless an officer gave it to another task.</summary>
    private static bool AreOne(Note[] told) =>
        told.Length == 2
        && told.Select(note => note.Key).Distinct().Count() == 1
        && told.SingleOrDefault(note => note.Stream == "inbox") is { } aside
        && (aside.Fact.Text("state") == "TreatedAsAnswer" || told.Any(note => note.Stream == aside.Fact.Text("taskStream")));

    private sealed record Note(string Stream, string Key, IReadOnlyList<string> Blobs, DateTimeOffset At, JsonObject Fact);
}
