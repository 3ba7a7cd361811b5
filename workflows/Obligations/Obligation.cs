using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Obligations;

/// <summary>Something that an agreement requires of the Secretariat by a given day.</summary>
/// <param name="Due">Last day in time.</param>
/// <param name="Met">Null while it stands open.</param>
public sealed record Obligation(
    AgreementId Agreement,
    string Id,
    ObligationKind Kind,
    string Title,
    DateOnly Due,
    PersonId EnteredBy,
    Fulfilment? Met = null
)
{
    public const string Row = "obligation";

    [JsonIgnore]
    public ObligationRef Ref => new(Agreement, Id);

    public bool IsOverdue(DateOnly today) => Met is null && today > Due;
}

/// <summary>How it was met; or, without a date of sending, that it is no longer owed, and why.</summary>
/// <param name="Sender">Who sent it, or answered.</param>
/// <param name="Receipt">Who received it, and when; or why it is no longer owed.</param>
/// <param name="File">What was sent; null where no file was kept.</param>
public sealed record Fulfilment(DateOnly? SentOn, PersonId Sender, string Receipt, FiledDocument? File, PersonId By, DateTimeOffset At)
{
    [JsonIgnore]
    public bool IsWaived => SentOn is null;
}

[JsonConverter(typeof(JsonStringEnumConverter<ObligationKind>))]
public enum ObligationKind
{
    FinancialReport,
    AuditReport,
    WorkPlanAndBudget,
    FinalReport,
    DonorMeeting,
}

/// <summary>Identifies an obligation in workflow inputs.</summary>
public sealed record ObligationRef(AgreementId Agreement, string Id)
{
    /// <summary>Prefix of the streams of obligations, and of no others.</summary>
    public const string Streams = "obligation-";

    [JsonIgnore]
    public StreamId Stream => new($"{Streams}{Agreement}-{Id}");

    [JsonIgnore]
    public string InstanceId => $"obligation:{Agreement}:{Id}";

    [JsonIgnore]
    public TaskId Task => new($"obligation-{Agreement}-{Id}");

    internal Task<Row<Obligation>?> FindAsync(ProgrammeTable table, CancellationToken cancellation) =>
        table.FindAsync<Obligation>(Stream, Obligation.Row, cancellation);
}
