using System.Text.Json.Serialization;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>A workshop, course or expert mission to which administrations are invited: who will attend, who did, and how useful it
/// was.</summary>
/// <param name="Invited">For an expert mission: who asked for it.</param>
public sealed record DeliveryEvent(
    string Id,
    DeliveryKind Kind,
    string Title,
    DateOnly Start,
    DateOnly End,
    string Place,
    IReadOnlyList<AdministrationId> Invited,
    Themes Themes
)
{
    /// <summary>Id of the initiative that it belongs to; null for none.</summary>
    public string? Initiative { get; init; }

    /// <summary>Id of the instrument that it brings; null for none.</summary>
    public string? Instrument { get; init; }

    /// <summary>The expert from the pool; null if it is no expert mission.</summary>
    public PersonId? Expert { get; init; }

    /// <summary>Terms of reference of an expert mission.</summary>
    public string? Terms { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>Why it was cancelled; null where it was not, and of one that was cancelled before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventCancellation? Cancelled { get; init; }

    /// <summary>Who is still to be told that it is cancelled; null: nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PersonId>? Untold { get; init; }

    [JsonIgnore]
    public EventRef Ref => new(Id);

    public const string Row = "event";
}

[JsonConverter(typeof(JsonStringEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>Identifies an event in workflow inputs.</summary>
public sealed record EventRef(string Id)
{
    /// <summary>Prefix of the streams of events, and of no others.</summary>
    public const string Streams = "event-";

    [JsonIgnore]
    public StreamId Stream => new(Streams + Id);

    [JsonIgnore]
    public string InstanceId => $"event:{Id}";

    [JsonIgnore]
    public string Registering => $"{Id}-register-";

    [JsonIgnore]
    public string Attending => $"{Id}-attend-";

    public TaskId RegistrationOf(AdministrationId administration) => new(Registering + administration.Value.ToLowerInvariant());

    public TaskId AttendanceOf(AdministrationId administration) => new(Attending + administration.Value.ToLowerInvariant());

    public TaskRef Ref(TaskId task) => new(Stream, task);

    internal Task<Row<DeliveryEvent>?> FindAsync(ProgrammeTable table, CancellationToken cancellation) =>
        table.FindAsync<DeliveryEvent>(Stream, DeliveryEvent.Row, cancellation);
}
