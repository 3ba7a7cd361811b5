using System.Text.Json.Serialization;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Remarks;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>The state of one donor report. Its files are blobs in the version's folder.</summary>
/// <param name="End">Last day of the donor period, inclusive.</param>
/// <param name="CutOff">From then on it is assembled with what there is.</param>
/// <param name="Deadline">When the donor expects it.</param>
/// <param name="Versions">Each assembly; all are kept.</param>
public sealed record DonorReportRecord(
    AgreementId Agreement,
    DateOnly Start,
    DateOnly End,
    string Label,
    DateTimeOffset CutOff,
    DateTimeOffset Deadline,
    DonorReportState State,
    IReadOnlyList<DonorReportVersion> Versions
)
{
    /// <summary>What the next version changes, in the words of the officer who revised it; null for the first.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>Who last revised it; that person cannot sign the next version.</summary>
    public PersonId? RevisedBy { get; init; }

    /// <summary>Since when a version is being made: what is written from then on would not be in it. Null while there is none in the
    /// making.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? MakingSince { get; init; }

    /// <summary>True if it covers the agreement's whole life.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsFinal { get; init; }

    [JsonIgnore]
    public PeriodKey Period => PeriodKey.Of(Start, End);

    [JsonIgnore]
    public string InstanceId => $"donor-report:{Agreement}:{Period}";

    [JsonIgnore]
    public DonorReportVersion? Latest => Versions.Count == 0 ? null : Versions[^1];

    /// <summary>The version that the donor has; null before the first issue.</summary>
    [JsonIgnore]
    public DonorReportVersion? LatestIssued => Versions.LastOrDefault(version => version.IssuedAt is not null);

    /// <summary>True while what officers write is in the next version.</summary>
    [JsonIgnore]
    public bool TakesTexts => State == DonorReportState.Returned || (State == DonorReportState.Assembling && MakingSince is null);

    [JsonIgnore]
    public int FigureCount => Latest?.Figures ?? 0;

    [JsonIgnore]
    public DateTimeOffset? AssembledAt => Latest?.AssembledAt;

    [JsonIgnore]
    public StreamId Stream => StreamId.Of(Agreement);

    [JsonIgnore]
    public TaskId SigningTask => new($"{Agreement}-sign-{Period}-v{Versions.Count}");

    [JsonIgnore]
    public TaskId RevisingTask => new($"{Agreement}-revise-{Period}-v{Versions.Count}");

    /// <summary>The task that is open in this state.</summary>
    [JsonIgnore]
    public TaskRef WaitsFor => new(Stream, State == DonorReportState.Returned ? RevisingTask : SigningTask);

    [JsonIgnore]
    public DonorPeriod DonorPeriod => new(Start, End, Label);

    public string FolderOf(int version) => $"{Agreement}/{Period}/v{version:D2}";
}

/// <param name="Folder">Of its blobs: snapshot.json, manifest.json, a folder a language, and annex.</param>
/// <param name="ManifestSha256">What the donor is told, to check what it received.</param>
public sealed record DonorReportVersion(
    int Number,
    DateTimeOffset AssembledAt,
    string Folder,
    string SnapshotSha256,
    string ManifestSha256,
    int Figures,
    SigningDecision? Decision = null,
    DateTimeOffset? IssuedAt = null,
    IReadOnlyList<string>? Mails = null
)
{
    /// <summary>What it changes, and why; null for the first.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>The issued version that it replaces.</summary>
    public int? Supersedes { get; init; }

    /// <summary>Since when a later version has replaced it.</summary>
    public DateTimeOffset? SupersededAt { get; init; }

    /// <summary>Who wrote texts or added annexes; none of them may sign it.</summary>
    public IReadOnlyList<PersonId> Authors { get; init; } = [];

    /// <summary>What is open and should be known to whoever signs it; null for nothing.</summary>
    public IReadOnlyList<OpenFinding>? Open { get; init; }

    /// <summary>How its figures differ from those of the previous version, issued or not; null if there is none or nothing
    /// differs.</summary>
    public string? Changes { get; init; }

    public IReadOnlyList<Acknowledgement> Acknowledged { get; init; } = [];

    /// <summary>Comments and questions that its readers sent by replying to the mail; null if there are none.</summary>
    public IReadOnlyList<DonorRemark>? Remarks { get; init; }

    /// <summary>What in the grant's accounts prevents a signature, such as <c>NO: variance</c>; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OpenInBooks { get; init; }
}

public sealed record SigningDecision(bool Approved, PersonId By, DateTimeOffset At, string? Reason);

/// <summary>A reader of the donor has confirmed receipt.</summary>
public sealed record Acknowledgement(PersonId By, DateTimeOffset At);

/// <summary>NothingToReport: no plan's reporting period ends in the donor period and no event was held; an empty report is not
/// sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DonorReportState>))]
public enum DonorReportState
{
    Assembling,
    Draft,
    InReview,
    Returned,
    Approved,
    Issued,
    Superseded,
    NothingToReport,
}

/// <summary>Identifies a report in workflow inputs.</summary>
public sealed record DonorReportRef(AgreementId Agreement, DateOnly Start, DateOnly End)
{
    [JsonIgnore]
    public string InstanceId => $"donor-report:{Agreement}:{PeriodKey.Of(Start, End)}";

    [JsonIgnore]
    public PeriodKey Period => PeriodKey.Of(Start, End);

    /// <inheritdoc cref="DonorPeriod.Holds(DateOnly)"/>
    public bool Holds(DateOnly end) => new DonorPeriod(Start, End, "").Holds(end);
}
