using ACip.Workflows.Programme;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Access;

/// <summary>Reads a decision, and answers what came of it; the same for every desk.</summary>
internal static class DecisionAnswer
{
    /// <returns>Null where the body is not a decision.</returns>
    public static Task<Decision?> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        JsonBody.ReadAsync<Decision>(request, cancellation);

    public static IResult NotADecision { get; } = Results.Problem(
        "Send JSON such as {\"approved\": false, \"reason\": \"…\", \"items\": {\"B3\": \"…\"}}.", statusCode: StatusCodes.Status400BadRequest, type: "/problems/not-a-decision");

    public static async Task<IResult> OfAsync(DeskResult result, Language language, DurableTaskClient workflows, CancellationToken cancellation)
    {
        await workflows.FollowAsync(result, cancellation);
        return Of(result, language);
    }

    public static IResult Of(DeskResult result, Language language) => result switch
    {
        DeskResult.Recorded => Results.Ok(new { recorded = true }),
        DeskResult.Stale stale => Results.Problem($"{stale.By} decided first.", statusCode: StatusCodes.Status412PreconditionFailed, type: "/problems/decided-already"),
        DeskResult.Refused refused => Results.Problem(
            RefusalWords.Of(refused).In(language),
            statusCode: refused.Rule == "entry-changed" ? StatusCodes.Status412PreconditionFailed
                : refused.Rule.StartsWith("no-such-", StringComparison.Ordinal) && refused.Rule != "no-such-item" ? StatusCodes.Status404NotFound
                : StatusCodes.Status409Conflict,
            type: $"/problems/{refused.Rule}"),
        _ => throw new InvalidOperationException(),
    };
}
