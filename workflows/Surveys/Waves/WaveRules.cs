using ACip.Workflows.Surveys.Questionnaires;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>The conditions for opening a survey. Pure.</summary>
internal static class WaveRules
{
    public const int MostStrata = 200;

    /// <returns>The name of the rule that is broken first, and words for it; null where it can open.</returns>
    public static (string Rule, string Why)? Problem(NewWave wave, DateOnly today) =>
        !WaveId.IsLabel(wave.Label) ? ("survey-label", "A wave is called by its year, such as 2026, or 2026-2 for a second one.")
        : wave.Questionnaire.Problem() is { } rule ? (rule, $"The questionnaire cannot be used: {rule}.")
        : wave.Closes < wave.Opens ? ("survey-days", "It closes before it opens.")
        : wave.Closes < today ? ("survey-over", "It would be over already.")
        : wave.Closes > wave.Opens.AddYears(1) ? ("survey-too-long", "A wave is open for a year at most.")
        : wave.Frame.Count is 0 or > MostStrata ? ("survey-frame", $"The sampling frame has 1 to {MostStrata} strata.")
        : wave.Frame.Any(stratum =>
            !SurveyCode.IsSound(stratum.Code) || wave.Questionnaire.Groups.All(group => group.Code != stratum.Group)
        )
            ? (
                "survey-frame",
                "A stratum has a code of lower-case letters, digits and hyphens, and belongs to a group of the questionnaire."
            )
        : wave.Frame.DistinctBy(stratum => stratum.Key).Count() < wave.Frame.Count ? ("survey-frame", "A stratum stands twice.")
        : wave.Frame.Any(stratum => stratum.Population < 1 || stratum.Invited < 1 || stratum.Invited > stratum.Population)
            ? ("survey-frame", "Of each stratum at least one is asked, and no more than there are.")
        : null;
}

/// <summary>What an officer prepares.</summary>
public sealed record NewWave(
    string Administration,
    string Label,
    Questionnaire Questionnaire,
    IReadOnlyList<FrameStratum> Frame,
    DateOnly Opens,
    DateOnly Closes
);
