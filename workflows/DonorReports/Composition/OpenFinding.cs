using System.Text.Json.Serialization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Something open that whoever signs a report should know. It does not prevent signing; some of it needs a reason.</summary>
/// <param name="What">The text, the section, the result, the indicator or the administration that it is about.</param>
/// <param name="Language">That of the rendering; null where it is about all.</param>
public sealed record OpenFinding(OpenFindingKind Kind, string What, Language? Language = null)
{
    /// <summary>True if something essential to a final report is missing; whoever signs it all the same must say why.</summary>
    [JsonIgnore]
    public bool WantsReason => Kind is OpenFindingKind.FinalTextMissing or OpenFindingKind.ResultNotRated;
}

[JsonConverter(typeof(JsonStringEnumConverter<OpenFindingKind>))]
public enum OpenFindingKind
{
    MissingTranslation,
    UnexplainedVariance,
    Gap,
    TextWithoutActivity,

    /// <summary>What: name of the section.</summary>
    FinalTextMissing,
    ResultNotRated,
}
