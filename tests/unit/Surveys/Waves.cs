using ACip.Workflows.Identifiers;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Unit.Surveys;

/// <summary>Surveys to test with.</summary>
internal static class Waves
{
    public static SurveyWaveRecord Of(IReadOnlyList<FrameStratum> frame, string label = "2026") =>
        new(
            WaveId.Of(new AdministrationId("AF"), label),
            new AdministrationId("AF"),
            label,
            Questionnaire.Shipped,
            frame,
            new DateOnly(2026, 3, 1),
            new DateOnly(2026, 4, 1),
            WaveState.Collecting,
            null
        );

    public static SurveyWaveRecord Usual { get; } =
        Of([
            new("officials", "head-office", "Head office", 400, 200),
            new("officials", "border", "Border posts", 900, 300),
            new("private-sector", "brokers", "Brokers", 250, 150),
            new("private-sector", "traders", "Traders", 3000, 300),
        ]);
}
