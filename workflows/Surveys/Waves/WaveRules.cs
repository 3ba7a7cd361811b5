using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Surveys.Questionnaires;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>What must hold to open a survey, to close it and to publish its scores, and what a choice about publishing comes to. Pure.
/// Which cells are too small to be shown, whatever is published, is in Statistics/CellSuppression.</summary>
internal static class WaveRules
{
    public const int MostStrata = 200;

    /// <returns>The name of the rule that is broken first, and words for it; null where it can open.</returns>
    public static (string Rule, string Why)? OpeningProblem(NewWave wave, DateOnly today) =>
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

    /// <summary>Whether answers, and files of them, can be taken: once an officer has asked to close it, none are, although it is still
    /// open until its workflow wakes.</summary>
    public static bool TakesAnswers(SurveyWaveRecord wave) => wave is { State: WaveState.Collecting, CloseAsked: false };

    /// <returns>Why an officer cannot close it before its day; null where it can be closed.</returns>
    public static CommandResult.Refused? RefuseClosing(SurveyWaveRecord wave) =>
        TakesAnswers(wave) ? null : new CommandResult.Refused("survey-not-collecting", "It does not collect answers.");

    /// <param name="today">In the administration's zone. Answers are taken on the last day, too.</param>
    public static bool HasToClose(SurveyWaveRecord wave, DateOnly today) => wave.CloseAsked || today > wave.Closes;

    /// <summary>For a survey that has no scores yet, and for one that does not exist.</summary>
    public static CommandResult.Refused NotInReview { get; } = new("survey-not-in-review", "Its scores are not to be decided on now.");

    /// <param name="review">The task to decide; null where nobody was asked yet.</param>
    /// <returns>Why the administration cannot say now how far its scores are published; null where it can. Until the task expires, it can
    /// choose again.</returns>
    public static CommandResult.Refused? RefusePublishing(SurveyWaveRecord wave, HumanTaskRecord? review, DateTimeOffset now) =>
        wave.State is not (WaveState.InReview or WaveState.Published or WaveState.Withheld) ? NotInReview
        : review is not { State: TaskState.Open or TaskState.Answered } || now > review.Expires
            ? new CommandResult.Refused("survey-not-in-review", "The time to decide is over.")
        : null;

    /// <summary>The survey with the administration's choice: each key factor once, in order; published to nobody is withheld.</summary>
    public static SurveyWaveRecord Decided(
        SurveyWaveRecord wave,
        PublishedTo to,
        IReadOnlyList<int> withheld,
        PersonId by,
        DateTimeOffset now,
        EntrySource source
    ) =>
        wave with
        {
            State = to == PublishedTo.Nobody ? WaveState.Withheld : WaveState.Published,
            Published = new Publication(to, [.. withheld.Distinct().Order()], by, now, source),
        };

    /// <summary>Who says nothing has published nothing.</summary>
    /// <param name="review">The task to decide; null where nobody was asked yet.</param>
    public static bool IsWithheldInSilence(HumanTaskRecord? review) => review is { State: TaskState.Expired or TaskState.Cancelled };
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
