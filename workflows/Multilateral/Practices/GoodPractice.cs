using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.Multilateral.Practices;

/// <summary>Something that an administration does well and others can learn from. It comes from an accepted report and is shown only once
/// its owner has approved the wording.</summary>
/// <param name="Item">Code of the indicator or benchmark under which it was reported.</param>
public sealed record GoodPractice(
    string Id,
    AdministrationId Administration,
    PlanId Plan,
    PeriodKey Period,
    string Item,
    string Title,
    string Text,
    IReadOnlyList<int> KeyFactors,
    PracticeState State
)
{
    public PersonId? ConsentBy { get; init; }

    public DateTimeOffset? ConsentAt { get; init; }

    /// <summary>The words of the report, where its owner has put others in their place; null where they stand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Proposed { get; init; }

    /// <summary>The practice in its owner's words; without any, in those that were proposed.</summary>
    internal GoodPractice In(string? words) =>
        this with
        {
            Text = words ?? Proposed ?? Text,
            Proposed = Proposed ?? (words is null || words == Text ? null : Text),
        };

    public static StreamId Stream { get; } = new("practices");

    public const string Prefix = "practice|";

    public static TaskRef TaskOf(string id) => new(Stream, new TaskId($"practice-{id}"));

    internal static Task<Row<GoodPractice>?> FindAsync(ProgrammeTable table, string id, CancellationToken cancellation) =>
        table.FindAsync<GoodPractice>(Stream, Prefix + id, cancellation);
}

[JsonConverter(typeof(JsonStringEnumConverter<PracticeState>))]
public enum PracticeState
{
    Asked,
    Published,
    Withheld,
}

/// <summary>What an officer found in an accepted report.</summary>
public sealed record NewPractice(string Id, PlanId Plan, string Period, string Item, string Title, IReadOnlyList<int> KeyFactors);
