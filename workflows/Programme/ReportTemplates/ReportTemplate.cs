using System.Text.Json.Serialization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme.ReportTemplates;

/// <summary>The composition of reports to a donor. It is data, so that a new donor needs no build: shipped templates are files beside this
/// one, others are added to a running programme.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReportTemplate
{
    /// <summary>Version of this record's shape: 1.</summary>
    public int Schema { get; init; } = 1;

    public required DonorTemplate Name { get; init; }

    /// <summary>The report's title; null for the usual one, with the donor's name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Text? Title { get; init; }

    /// <summary>The sections, in order.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>Sections after the signature; the first begins a page.</summary>
    public required IReadOnlyList<ReportSection> Annexes { get; init; }

    /// <summary>Levels of the framework to include. Results on other levels, with their indicators, are left out.</summary>
    public required IReadOnlyList<TemplateLevel> Levels { get; init; }

    /// <summary>Languages in which an agreement can request its reports.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    public required IReadOnlyList<ReportFormat> Formats { get; init; }

    public required TemplateDisclosure Disclosure { get; init; }

    /// <summary>How much text precedes the annexes; the data annex holds all of it.</summary>
    public required TextRoom Room { get; init; }

    /// <summary>The same for a final report, which covers several years.</summary>
    public required TextRoom FinalRoom { get; init; }

    /// <summary>How the donor scores progress, best first; null if it has no scores.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScoreStep>? Scores { get; init; }
}

/// <param name="Called">What the donor calls it; null for what most do.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TemplateLevel(
    ResultLevel Level,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Text? Called = null
);

/// <param name="MinimumCell">Fewest administrations that any figure or group may tell about, whatever the framework says; 0 leaves it to
/// that.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TemplateDisclosure(int MinimumCell);

/// <param name="Texts">Most of one section.</param>
/// <param name="Letters">At which each text is cut.</param>
/// <param name="Risks">Most of them.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TextRoom(int Texts, int Letters, int Risks)
{
    /// <summary>The most charts; null for all. What a chart shows is in a table as well.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Charts { get; init; }

    /// <summary>The most sentences by administrations about results, over all results; null for the limit of any text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Ratings { get; init; }

    /// <summary>The most names listed of those whose texts are left out; null for a dozen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Names { get; init; }
}

/// <param name="Called">Such as green.</param>
/// <param name="From">Per cent of the way to the target, or of the milestones due, from which on it holds; null for all below.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ScoreStep(Text Called, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? From = null);

[JsonConverter(typeof(JsonStringEnumConverter<ReportFormat>))]
public enum ReportFormat
{
    Html,
    Json,
    Word,
    Pdf,
    Excel,
    Iati,
    Csv,
}
