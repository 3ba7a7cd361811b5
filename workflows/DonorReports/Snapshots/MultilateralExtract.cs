using System.Text.Json.Serialization;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral.Entries;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>What a donor report says of the multilateral component and of the programme's own life, besides who took part in what
/// (<see cref="SnapshotHead.Deliveries"/>).</summary>
/// <param name="Uncac">Articles that the period's work served.</param>
/// <param name="Sdg16">Targets of Sustainable Development Goal 16 that it served.</param>
public sealed record MultilateralExtract(
    IReadOnlyList<InitiativeExtract> Initiatives,
    IReadOnlyList<UptakeExtract> Uptakes,
    IReadOnlyList<EventExtract> Events,
    IReadOnlyList<PracticeExtract> Practices,
    IReadOnlyList<TopicExtract> Topics,
    IReadOnlyList<MeetingExtract> Meetings,
    IReadOnlyList<LifeExtract> Life,
    IReadOnlyList<int> Uncac,
    IReadOnlyList<string> Sdg16
)
{
    [JsonIgnore]
    public bool IsEmpty =>
        Initiatives.Count + Uptakes.Count + Events.Count + Practices.Count + Topics.Count + Meetings.Count + Life.Count == 0;
}

/// <summary>A result of an initiative, as it stood at the end of the period.</summary>
/// <param name="Value">Null where nothing was reported by then.</param>
public sealed record InitiativeExtract(
    string Title,
    InitiativeReach Reach,
    string Code,
    string Statement,
    string Unit,
    decimal? Baseline,
    decimal? Target,
    decimal? Value,
    DateOnly? On
);

/// <summary>How far an instrument was taken up in the period.</summary>
/// <param name="Administrations">How many took it up.</param>
public sealed record UptakeExtract(
    string Title,
    InstrumentKind Kind,
    string Version,
    int Administrations,
    int Women,
    int Men,
    int NotStated
);

/// <param name="Said">Of how many administrations it is known who came; of the others nothing is.</param>
/// <param name="Useful">Mean mark from 1 to 5; null where nobody gave one.</param>
public sealed record EventExtract(DeliveryKind Kind, string Title, DateOnly Start, DateOnly End, int Invited, int Said, decimal? Useful);

/// <param name="Name">Of the administration, as registered.</param>
public sealed record PracticeExtract(AdministrationId Administration, string Name, string Title);

/// <param name="Posts">Up to the day of the report.</param>
public sealed record TopicExtract(string Title, int Posts);

/// <param name="Points">Action points agreed.</param>
/// <param name="Done">Of them, those that are known to be done.</param>
public sealed record MeetingExtract(string Title, DateOnly Start, DateOnly End, int Administrations, int Points, int Done);

/// <param name="Name">Of the administration or the donor, as registered.</param>
/// <param name="Administration">Null for a donor.</param>
public sealed record LifeExtract(DateOnly On, LifeEvent What, string Name, AdministrationId? Administration = null);

[JsonConverter(typeof(JsonStringEnumConverter<LifeEvent>))]
public enum LifeEvent
{
    MemberJoined,
    MemberLeft,
    DonorJoined,
    DonorLeft,
}
