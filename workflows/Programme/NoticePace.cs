using System.Text.Json.Serialization;

namespace ACip.Workflows.Programme;

/// <summary>How often a person wants notices that can wait: each at once, once a working day, or once a week. Urgent ones always come at
/// once.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticePace>))]
public enum NoticePace
{
    Each,
    Daily,
    Weekly,
}

public static class NoticePaces
{
    /// <summary>The person's choice. By default, people who work for the whole programme get a daily digest, and everybody else gets each
    /// notice at once.</summary>
    public static NoticePace Of(Person person, DateOnly today) =>
        person.Notices ?? (person.SignsIn(today) ? NoticePace.Daily : NoticePace.Each);
}
