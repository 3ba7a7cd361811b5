using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Multilateral.Entries;

/// <summary>Something that administrations can adopt: a guide, a curriculum, an e-learning module, another instrument.</summary>
public sealed record Instrument(string Id, InstrumentKind Kind, string Title, IReadOnlyList<InstrumentVersion> Versions, Themes Themes)
{
    /// <summary>The version that was current on a day; null before the first.</summary>
    public InstrumentVersion? On(DateOnly day) => Versions.Where(version => version.Issued <= day).MaxBy(version => version.Issued);
}

[JsonConverter(typeof(JsonStringEnumConverter<InstrumentKind>))]
public enum InstrumentKind
{
    Guide,
    Curriculum,
    ELearningModule,
    Instrument,
}

/// <param name="Changes">What it brings.</param>
public sealed record InstrumentVersion(string Version, DateOnly Issued, string Changes);

/// <summary>An administration has adopted a version of an instrument.</summary>
/// <param name="Women">Who learned by it, where that was counted.</param>
public sealed record Uptake(
    string Id,
    string Instrument,
    string Version,
    AdministrationId Administration,
    DateOnly On,
    int Women = 0,
    int Men = 0,
    int NotStated = 0
);
