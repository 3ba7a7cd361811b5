using System.Text.Json.Serialization;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports;

/// <summary>How one donor report stands. Its files are blobs under the version's folder.</summary>
/// <param name="End">Last day of the donor period, inclusive.</param>
/// <param name="CutOff">From then on it is assembled with what there is.</param>
/// <param name="Deadline">When the donor expects it.</param>
/// <param name="Versions">Each assembly; all are kept.</param>
public sealed record DonorReportFile(
    AgreementId Agreement,
    DateOnly Start,
    DateOnly End,
    string Label,
    DateTimeOffset CutOff,
    DateTimeOffset Deadline,
    DonorReportState State,
    IReadOnlyList<DonorReportVersion> Versions)
{
    public static string PeriodKey(DateOnly start, DateOnly end) => $"{start:yyyyMMdd}-{end:yyyyMMdd}";

    [JsonIgnore]
    public string Period => PeriodKey(Start, End);

    [JsonIgnore]
    public string InstanceId => $"donor-report:{Agreement}:{Period}";

    [JsonIgnore]
    public DonorReportVersion? Latest => Versions.Count == 0 ? null : Versions[^1];

    [JsonIgnore]
    public int FigureCount => Latest?.Figures ?? 0;

    [JsonIgnore]
    public DateTimeOffset? AssembledAt => Latest?.AssembledAt;

    [JsonIgnore]
    public StreamId Stream => StreamId.Of(Agreement);

    public TaskId SigningTask => new($"{Agreement}-sign-{Period}-v{Versions.Count}");

    public DonorPeriod DonorPeriod => new(Start, End, Label);
}

/// <param name="Folder">Of its blobs: snapshot.json, manifest.json, and a folder a language.</param>
/// <param name="ManifestSha256">What the donor is told, to check what it received.</param>
public sealed record DonorReportVersion(int Number, DateTimeOffset AssembledAt, string Folder, string SnapshotSha256, string ManifestSha256, int Figures, SigningDecision? Decision = null, DateTimeOffset? IssuedAt = null, IReadOnlyList<string>? Mails = null);

public sealed record SigningDecision(bool Approved, PersonId By, DateTimeOffset At, string? Reason);

[JsonConverter(typeof(JsonStringEnumConverter<DonorReportState>))]
public enum DonorReportState { Assembling, Draft, InReview, Returned, Approved, Issued, Superseded }

/// <summary>Which report: what workflows pass to one another.</summary>
public sealed record DonorReportRef(AgreementId Agreement, DateOnly Start, DateOnly End)
{
    [JsonIgnore]
    public string InstanceId => $"donor-report:{Agreement}:{DonorReportFile.PeriodKey(Start, End)}";

    [JsonIgnore]
    public string Period => DonorReportFile.PeriodKey(Start, End);
}
