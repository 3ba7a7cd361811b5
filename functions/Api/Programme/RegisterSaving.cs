using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api.Programme;

/// <summary>Saves an entry of any register: checks the officer's right and the version read, and names every problem.</summary>
internal static class RegisterSaving
{
    public static async Task<IResult> SaveAsync<TSent, T>(
        SignedInPerson signedIn,
        HttpRequest request,
        Func<TSent, bool> isIt,
        Func<TSent, AsRead, PersonId, CancellationToken, Task<RegisterResult<T>>> save,
        CancellationToken cancellation
    )
        where TSent : class
        where T : class
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        (AsRead asRead, IResult? refusal) = IfMatch.Of(request, needed: true, mayBeNew: true);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await PlanAnswers.ReadAsync<TSent>(request, cancellation) is not { } entry || !isIt(entry))
        {
            return PlanAnswers.NotJson;
        }

        RegisterResult<T> result = await save(entry, asRead, access.Person.Id, cancellation);
        if (result.Saved is { } saved)
        {
            return PlanAnswers.Tagged(request, saved, ContentTag.Of(saved));
        }

        return result.IsStale
            ? PlanAnswers.Problem(
                StatusCodes.Status412PreconditionFailed,
                "entry-changed",
                "It stands otherwise than you have read; both versions follow.",
                new() { ["yours"] = entry, ["theirs"] = result.Before }
            )
            : PlanAnswers.Problem(
                StatusCodes.Status422UnprocessableEntity,
                "entry-breaks-rules",
                "The entry cannot be saved as it is.",
                new()
                {
                    ["problems"] = result
                        .Problems.Select(problem => new
                        {
                            problem.Path,
                            problem.Rule,
                            Why = RefusalRules.WordsOf(problem.Rule, problem.Why).In(access.Person.Language),
                        })
                        .ToArray(),
                }
            );
    }
}
