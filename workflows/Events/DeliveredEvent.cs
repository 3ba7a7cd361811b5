using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Events;

/// <summary>Who took part, from one administration, in one event of the multilateral component. Rows of one event share kind, title and
/// days.</summary>
/// <param name="End">Last day, inclusive.</param>
/// <param name="Administration">Null where the event served no administration in particular, such as an instrument adopted.</param>
/// <param name="NotStated">Participants whose sex was not recorded; never guessed.</param>
public sealed record DeliveredEvent(
    DeliveryKind Kind,
    string Title,
    DateOnly Start,
    DateOnly End,
    AdministrationId? Administration,
    int Women,
    int Men,
    int NotStated = 0
)
{
    [JsonIgnore]
    public int Participants => Women + Men + NotStated;
}

[JsonConverter(typeof(JsonStringEnumConverter<DeliveryKind>))]
public enum DeliveryKind
{
    InstrumentOrTool,
    Workshop,
    ELearning,
    CommunityOfPractice,
    ExpertMission,
    CoordinatorsMeeting,
}
