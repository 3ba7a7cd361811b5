using System.Security.Cryptography;
using ACip.Functions.Authorization;
using ACip.Functions.Authorization.Routes;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ACip.Functions.Api.Idempotency;

/// <summary>A POST to the API with an <c>Idempotency-Key</c> is carried out once. The same key gets the first response again.</summary>
/// <remarks>It runs inside the authorization middleware, so a stored response is returned only to a caller who still has the right. A
/// request that failed with an unknown outcome is not repeated; its key says so.</remarks>
internal sealed partial class IdempotencyMiddleware(KeptAnswers answers, SignedInPerson signedIn, ILogger<IdempotencyMiddleware> log)
    : IFunctionsWorkerMiddleware
{
    private const string WhoHasAKey = "function-key",
        RetrySeconds = "2";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || !Applies(context.FunctionDefinition.Name, http.Request))
        {
            await next(context);
            return;
        }

        Person? person = await signedIn.WhoAsync(http.Request, context.CancellationToken);
        if (!IdempotencyKey.TryRead(http.Request.Headers, out string? key))
        {
            context.GetInvocationResult().Value = Refuse("idempotency-key", person);
            return;
        }

        if (key is null)
        {
            await next(context);
            return;
        }

        var request = new IdempotentRequest(
            person?.Id.Value ?? WhoHasAKey,
            context.FunctionDefinition.Name,
            key,
            await DigestAsync(http.Request, context.CancellationToken)
        );
        switch (await answers.BeginAsync(request, context.CancellationToken))
        {
            case KeyState.Free taken:
                await DoAsync(context, http, request, taken, next);
                break;
            case KeyState.Answered { Answer: var answer }:
                context.GetInvocationResult().Value = answer with { Replayed = true };
                break;
            case KeyState.Reused:
                context.GetInvocationResult().Value = Refuse("idempotency-key-reused", person);
                break;
            case KeyState.Working:
                http.Response.Headers.RetryAfter = RetrySeconds;
                context.GetInvocationResult().Value = Refuse("idempotency-in-progress", person);
                break;
            default:
                context.GetInvocationResult().Value = Refuse("idempotency-outcome-unknown", person);
                break;
        }
    }

    /// <summary>Excludes the mail service's posts, which are recognised by their content, and pages, which have their own
    /// tokens.</summary>
    private static bool Applies(string function, HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && RouteTable.Find(function, request.Method)?.Policy.Proof is RouteProof.SignIn or RouteProof.FunctionKey or RouteProof.MasterKey
        && request.Headers.ContainsKey(IdempotencyKey.Header);

    private async Task DoAsync(
        FunctionContext context,
        HttpContext http,
        IdempotentRequest request,
        KeyState.Free taken,
        FunctionExecutionDelegate next
    )
    {
        KeptAnswer answer;
        try
        {
            await next(context);
            if (context.GetInvocationResult().Value is not IResult result)
            {
                throw new InvalidOperationException($"{request.Function} answers with something that cannot be kept.");
            }

            answer = await KeptAnswer.OfAsync(result, http);
        }
        catch (Exception error)
        {
            // contention and too much to store say that nothing was written; anything else leaves that open
            await RememberAsync(
                error is ContentionException or FactTooLargeException or BadHttpRequestException
                    ? answers.LetGoAsync(request, taken, CancellationToken.None)
                    : answers.LeaveOpenAsync(request, taken, CancellationToken.None)
            );
            throw;
        }

        context.GetInvocationResult().Value = answer;
        await RememberAsync(
            answer.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests
                ? answers.LetGoAsync(request, taken, CancellationToken.None)
                : answers.EndAsync(request, taken, answer, CancellationToken.None)
        );
    }

    /// <summary>If storing the response fails, it is returned all the same; the key then says that the outcome is unknown.</summary>
    private async Task RememberAsync(Task writing)
    {
        try
        {
            await writing;
        }
        catch (Exception failed) when (failed is Azure.RequestFailedException || StorageTrouble.IsPassing(failed))
        {
            LogNotKept(failed);
        }
    }

    private static async Task<string> DigestAsync(HttpRequest request, CancellationToken cancellation)
    {
        request.EnableBuffering();
        string body = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, cancellation));
        request.Body.Position = 0;
        return $"{request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n{request.ContentType}\n{body}";
    }

    private static IResult Refuse(string rule, Person? person) =>
        DecisionAnswer.Of(new CommandResult.Refused(rule, rule), person?.Language ?? Language.En);

    [LoggerMessage(85, LogLevel.Warning, "An answer could not be kept under its key")]
    private partial void LogNotKept(Exception failed);
}
