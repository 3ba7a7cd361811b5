using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Surveys.Questionnaires;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>A survey of one administration: who is asked what, until when, and its progress.</summary>
/// <param name="Label">Sorts in time as text: 2026 or 2026-2.</param>
/// <param name="Closes">Last day on which answers are taken, in the administration's zone.</param>
public sealed record SurveyWaveRecord(
    WaveId Id,
    AdministrationId Administration,
    string Label,
    Questionnaire Questionnaire,
    IReadOnlyList<FrameStratum> Frame,
    DateOnly Opens,
    DateOnly Closes,
    WaveState State,
    PersonId? PreparedBy
)
{
    /// <summary>True if an officer closes it early.</summary>
    public bool CloseAsked { get; init; }

    /// <summary>Last day whose answers on the web were put away.</summary>
    public DateOnly? PutAway { get; init; }

    /// <summary>Web answers mixed so far, by stratum; progress in steps no finer than a day.</summary>
    public IReadOnlyDictionary<string, long> Answered { get; init; } = new Dictionary<string, long>();

    /// <summary>The administration's choice; null until it is made.</summary>
    public Publication? Published { get; init; }

    [JsonIgnore]
    public long Invited => Frame.Sum(stratum => stratum.Invited);

    /// <summary>Group and code of each stratum, in the order in which tallies count them.</summary>
    public int PlaceOf(string group, string stratum)
    {
        for (int at = 0; at < Frame.Count; at++)
        {
            if (Frame[at].Group == group && Frame[at].Code == stratum)
            {
                return at;
            }
        }

        return -1;
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<WaveState>))]
public enum WaveState
{
    Prepared,
    Collecting,
    Closed,
    InReview,
    Published,
    Withheld,
}

/// <summary>A part of the target population, according to the sampling frame.</summary>
/// <param name="Group">Code of the questionnaire's group.</param>
/// <param name="Population">How many there are.</param>
/// <param name="Invited">How many are to be asked.</param>
public sealed record FrameStratum(string Group, string Code, string Name, long Population, long Invited)
{
    [JsonIgnore]
    public string Key => $"{Group}/{Code}";
}

/// <summary>How far an administration publishes its scores.</summary>
/// <param name="Withheld">Key factors that are not published.</param>
/// <param name="Source">"mail:{key}", "page:link".</param>
public sealed record Publication(PublishedTo To, IReadOnlyList<int> Withheld, PersonId By, DateTimeOffset At, EntrySource Source);

/// <summary>Nobody else; also the Secretariat; also its donors; anyone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PublishedTo>))]
public enum PublishedTo
{
    Nobody,
    Programme,
    Donors,
    Public,
}
