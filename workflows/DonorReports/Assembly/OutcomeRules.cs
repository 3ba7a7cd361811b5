using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>What the Secretariat may say about a result of the framework, and how its texts change. Pure.</summary>
internal static class OutcomeRules
{
    /// <param name="framework">Null where there is no such agreement: that is refused where it is looked up.</param>
    public static CommandResult.Refused? Refuse(LogicModel? framework, OutcomeRating rating) =>
        framework is not null && framework.Results.All(result => result.Code != rating.Result)
            ? new CommandResult.Refused("no-such-result", $"The framework has no result {rating.Result}.")
        : !ItemStatuses.For(FormItemKind.ResultStatus).Contains(rating.Status)
            ? new CommandResult.Refused("not-a-rating", "A result is OnTrack, Constrained, NoProgress or Met.")
        : !GivenReason.IsOne(rating.Sentence) ? new CommandResult.Refused("sentence-needed", "A rating needs a sentence that says why.")
        : TextRefusals.Refuse(TextBounds.Reason, rating.Sentence);

    public static SecretariatTexts Rated(SecretariatTexts before, OutcomeRating rating, PersonId by) =>
        before with
        {
            Outcomes =
            [
                .. before.Outcomes?.Where(one => one.Result != rating.Result) ?? [],
                rating with
                {
                    Sentence = rating.Sentence.Trim(),
                    By = by,
                },
            ],
        };
}
