using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding.Erasure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Operations;

/// <summary>POST /api/operations/people/{id}/erasure: erases a person from what is stored, except where something published depends on
/// it.</summary>
public sealed class ErasureEndpoint(ErasureService erasure)
{
    /// <summary>The most former names and addresses of one person.</summary>
    private const int MostAlso = 20;

    [Function("ErasePerson")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/operations/people/{id}/erasure")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        if (await JsonBody.ReadAsync<ErasureRequest>(request, cancellation) is not { } asked || asked.Also is { Count: > MostAlso })
        {
            return JsonBody.Refusal("not-an-erasure", "Send JSON such as {\"also\": [\"a former address\"]}, or {}.");
        }

        return await erasure.EraseAsync(new PersonId(id), asked.Also ?? [], null, "asked for by an operator", cancellation) switch
        {
            ErasureResult.Erased erased => Results.Json(new PersonErasure(erased.Rows, erased.Blobs, erased.Left), JsonAnswer.Options),
            ErasureResult.Refused refused => DecisionAnswer.Of(new CommandResult.Refused(refused.Rule, refused.Why), Language.En),
            _ => throw new InvalidOperationException(),
        };
    }
}

/// <param name="Also">Former names and addresses, beside those that are registered; at least four characters each.</param>
public sealed record ErasureRequest(IReadOnlyList<string>? Also);

/// <param name="Rows">How many were changed.</param>
/// <param name="Files">How many were removed.</param>
/// <param name="Left">Rows and files that give the person away still, for somebody to decide upon: what was handed in, decided or
/// published.</param>
public sealed record PersonErasure(int Rows, int Files, IReadOnlyList<string> Left);
