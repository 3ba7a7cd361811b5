using ACip.Workflows.Languages;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>A narrative part of the report. It is answered like a figure: as an observation whose item is the section's code and whose
/// narrative is the text.</summary>
public sealed record NarrativeSection(string Code, Text Heading, bool Required)
{
    public static IReadOnlyList<NarrativeSection> All { get; } =
    [
        new("N1", Texts.ProgressInThePeriod, Required: true),
        new("N2", Texts.CollectiveAction, Required: false),
        new("N3", Texts.PerformanceMeasurement, Required: false),
        new("N4", Texts.DataAnalysis, Required: false),
        new("N5", Texts.Challenges, Required: false),
        new("N6", Texts.LessonsLearned, Required: false),
        new("N7", Texts.ParallelReforms, Required: false),
        new("N8", Texts.CrossCuttingThemes, Required: false),
        new("N9", Texts.NextSteps, Required: true),
    ];
}
