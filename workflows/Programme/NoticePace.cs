using System.Text.Json.Serialization;

namespace ACip.Workflows.Programme;

/// <summary>How often somebody wants to hear of what can wait: each thing by itself, once a working day, or once a week. What is urgent
/// always comes at once.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticePace>))]
public enum NoticePace
{
    Each,
    Daily,
    Weekly,
}

public static class NoticePaces
{
    /// <summary>What the person has chosen; until then, whoever works for the programme as a whole hears once a day, and everybody else at
    /// once.</summary>
    public static NoticePace Of(Person person, DateOnly today) =>
        person.Notices ?? (person.SignsIn(today) ? NoticePace.Daily : NoticePace.Each);

    /// <summary>True: the next digest comes well before the deadline, a weekend between included.</summary>
    public static bool CanWait(NoticePace pace, DateTimeOffset? deadline, DateTimeOffset now) =>
        pace switch
        {
            NoticePace.Daily => deadline > now.AddDays(4),
            NoticePace.Weekly => deadline > now.AddDays(10),
            _ => false,
        };
}
