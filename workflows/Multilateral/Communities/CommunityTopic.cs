using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Communities;

/// <summary>A topic that a community of practice discusses until a given day: by mail, and on the pages for people who sign in.</summary>
/// <param name="Posts">How many there are.</param>
public sealed record CommunityTopic(
    string Id,
    string Title,
    string Question,
    IReadOnlyList<int> KeyFactors,
    DateOnly Opened,
    DateOnly Closes,
    int Posts = 0
)
{
    public const string Streams = "community-",
        Row = "topic",
        PostPrefix = "post|";

    [JsonIgnore]
    public StreamId Stream => StreamOf(Id);

    public static StreamId StreamOf(string id) => new(Streams + id);

    public static string PostKey(int number) => PostPrefix + number.ToString("D5", CultureInfo.InvariantCulture);

    public TaskId TaskOf(AdministrationId administration) => new($"topic-{Id}-{administration.Value.ToLowerInvariant()}");

    internal static Task<Row<CommunityTopic>?> FindAsync(ProgrammeTable table, StreamId stream, CancellationToken cancellation) =>
        table.FindAsync<CommunityTopic>(stream, Row, cancellation);
}

/// <summary>What somebody said.</summary>
public sealed record CommunityPost(
    int Number,
    AdministrationId Administration,
    string Text,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source
);
