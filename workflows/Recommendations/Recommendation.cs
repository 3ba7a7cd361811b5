using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Obligations;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Recommendations;

/// <summary>What a monitoring visit or an audit found at an administration, and what is to be done about it.</summary>
/// <param name="Found">When: the last day of the visit, or the day of the audit's report.</param>
/// <param name="OfSecretariat">True: the Secretariat owns it; else the plan's administration.</param>
/// <param name="Due">Last day in time.</param>
/// <param name="Answer">What its owner says was done; null while nobody has answered.</param>
/// <param name="Closed">Null while it is open.</param>
public sealed record Recommendation(
    PlanId Plan,
    string Id,
    AdministrationId Administration,
    FoundBy Source,
    DateOnly Found,
    string Finding,
    string Wanted,
    bool OfSecretariat,
    DateOnly Due,
    PersonId EnteredBy,
    OwnersAnswer? Answer = null,
    Closing? Closed = null
)
{
    public const string Row = "recommendation";

    /// <summary>How many times its owner has been asked: once more after every "not yet".</summary>
    public int Round { get; init; } = 1;

    /// <summary>What its owner sent as proof, oldest first; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OwnersFile>? Files { get; init; }

    [JsonIgnore]
    public RecommendationRef Ref => new(Plan, Id);

    public bool IsOverdue(DateOnly today) => Closed is null && today > Due;
}

/// <param name="Done">False: not yet.</param>
public sealed record OwnersAnswer(bool Done, string Words, PersonId By, DateTimeOffset At);

/// <summary>A file sent by an owner. Nobody can open it before the Secretariat has checked it.</summary>
/// <param name="Kind">What its content is.</param>
/// <param name="Clean">Null until it is checked.</param>
public sealed record OwnersFile(
    string Name,
    string Sha256,
    string Kind,
    PersonId By,
    DateTimeOffset At,
    bool? Clean = null,
    PersonId? CheckedBy = null
);

/// <param name="Why">What was seen, or why it is no longer followed.</param>
/// <param name="Evidence">Null where no file was kept.</param>
public sealed record Closing(string Why, FiledDocument? Evidence, PersonId By, DateTimeOffset At);

[JsonConverter(typeof(JsonStringEnumConverter<FoundBy>))]
public enum FoundBy
{
    MonitoringVisit,
    Audit,
}

/// <summary>Identifies a recommendation in workflow inputs.</summary>
public sealed record RecommendationRef(PlanId Plan, string Id)
{
    /// <summary>Prefix of the streams of recommendations, and of no others.</summary>
    public const string Streams = "recommendation-";

    [JsonIgnore]
    public StreamId Stream => new($"{Streams}{Plan}-{Id}");

    [JsonIgnore]
    public string InstanceId => $"recommendation:{Plan}:{Id}";

    public TaskId TaskOf(int round) => new(string.Create(CultureInfo.InvariantCulture, $"recommendation-{Plan}-{Id}-{round}"));

    internal Task<Row<Recommendation>?> FindAsync(ProgrammeTable table, CancellationToken cancellation) =>
        table.FindAsync<Recommendation>(Stream, Recommendation.Row, cancellation);
}
