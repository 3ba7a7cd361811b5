using System.Text.Json.Serialization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Something that whoever signs a report should know is open. It keeps nobody from signing; for some of it a reason is
/// wanted.</summary>
/// <param name="What">The text, the section, the result, the indicator or the administration that it is about.</param>
/// <param name="Language">That of the rendering; null where it is about all.</param>
public sealed record OpenFinding(OpenFindingKind Kind, string What, Language? Language = null)
{
    /// <summary>True: what a final report is for is not there, and whoever signs it all the same says why.</summary>
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
