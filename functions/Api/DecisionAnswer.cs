using System.Diagnostics.CodeAnalysis;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api;

/// <summary>Reads a decision and returns its result, in the same way for every service.</summary>
internal static class DecisionAnswer
{
    /// <summary>The decision and the version that it was based on.</summary>
    /// <param name="waives">Whether periods can be waived with it: only with a plan's. Elsewhere they would be overlooked, so that is
    /// said.</param>
    public static async Task<SentDecision> ReadAsync(HttpRequest request, CancellationToken cancellation, bool waives = false)
    {
        (AsRead asRead, IResult? refusal) = IfMatch.Of(request);
        return refusal is not null ? new SentDecision(null, asRead, refusal)
            : await JsonBody.ReadAsync<Decision>(request, cancellation) is not { } decision ? new SentDecision(null, asRead, NotADecision)
            : decision.WaivePast is not null && !waives ? new SentDecision(null, asRead, NothingToWaive)
            : new SentDecision(decision, asRead, null);
    }

    private static IResult NothingToWaive { get; } =
        JsonBody.Refusal("not-a-decision", "Only the decision on an action plan can waive periods: leave out waivePast.");

    private static IResult NotADecision { get; } =
        JsonBody.Refusal("not-a-decision", "Send JSON such as {\"approved\": false, \"reason\": \"…\", \"items\": {\"B3\": \"…\"}}.");

    public static async Task<IResult> OfAsync(
        CommandResult result,
        Language language,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        await workflows.FollowAsync(result, cancellation);
        return Of(result, language);
    }

    public static IResult Of(CommandResult result, Language language) =>
        result switch
        {
            CommandResult.Recorded => Results.Ok(new { recorded = true }),
            CommandResult.Stale stale => ApiProblem.Of(
                StatusCodes.Status412PreconditionFailed,
                "decided-already",
                $"{stale.By} decided first."
            ),
            CommandResult.Refused refused => ApiProblem.Of(StatusOf(refused), refused.Rule, RefusalRules.WordsOf(refused).In(language)),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>The HTTP status of a refusal, the same on pages and in the API.</summary>
    public static int StatusOf(CommandResult.Refused refused) =>
        RefusalRules.KindOf(refused) switch
        {
            RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
            RefusalKind.Malformed => StatusCodes.Status400BadRequest,
            RefusalKind.Missing => StatusCodes.Status404NotFound,
            RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        };
}

/// <summary>Either the decision, with the version that it was based on, or the response to an invalid one.</summary>
internal sealed record SentDecision(Decision? Decision, AsRead AsRead, IResult? Refusal)
{
    [MemberNotNullWhen(true, nameof(Decision))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Decision is not null;
}
