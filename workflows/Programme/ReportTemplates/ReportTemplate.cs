using System.Text.Json.Serialization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme.ReportTemplates;

/// <summary>What the reports to a donor consist of. Data, so that a new donor needs no build: those that ship are files beside this one,
/// further ones are given to a running programme.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReportTemplate
{
    /// <summary>Shape of this record: 1.</summary>
    public int Schema { get; init; } = 1;

    public required DonorTemplate Name { get; init; }

    /// <summary>What such a report is called; null: a report of results to the donor, by its name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Text? Title { get; init; }

    /// <summary>In this order.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>Behind the signature; the first begins a page.</summary>
    public required IReadOnlyList<ReportSection> Annexes { get; init; }

    /// <summary>Of the framework's results: others, with their indicators, are not in the report.</summary>
    public required IReadOnlyList<TemplateLevel> Levels { get; init; }

    /// <summary>In which an agreement may want its reports.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    public required IReadOnlyList<ReportFormat> Formats { get; init; }

    public required TemplateDisclosure Disclosure { get; init; }

    /// <summary>How much stands before the annexes; the data annex holds all of it.</summary>
    public required TextRoom Room { get; init; }

    /// <summary>The same for a final report, which tells of years.</summary>
    public required TextRoom FinalRoom { get; init; }

    /// <summary>How a donor scores what is on its way, the best first; null where it scores nothing.</summary>
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
    /// <summary>Most charts, the first of them; null for all. What a chart shows stands in a table, too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Charts { get; init; }

    /// <summary>Most sentences of administrations about how results stand, of all results together; null for as many of each as of any
    /// text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Ratings { get; init; }

    /// <summary>Most names of those whose texts are left out; null for a dozen.</summary>
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
