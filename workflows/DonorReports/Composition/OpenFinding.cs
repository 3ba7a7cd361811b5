using System.Text.Json.Serialization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Something that whoever signs a report should know is open; it keeps nobody from signing.</summary>
/// <param name="What">The text, the indicator or the administration that it is about.</param>
/// <param name="Language">That of the rendering; null where it is about all.</param>
public sealed record OpenFinding(OpenFindingKind Kind, string What, Language? Language = null);

[JsonConverter(typeof(JsonStringEnumConverter<OpenFindingKind>))]
public enum OpenFindingKind
{
    MissingTranslation,
    UnexplainedVariance,
    Gap,
    TextWithoutActivity,
}
