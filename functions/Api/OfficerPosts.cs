using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api;

/// <summary>Requests by which officers enter or decide something: authorises, parses and answers them.
/// <see cref="Pages.Frame.OfficerForms"/> does the same for pages.</summary>
internal static class OfficerPosts
{
    /// <param name="malformed">Answers what cannot be read.</param>
    public static async Task<IResult> ActAsync<TBody>(
        SignedInPerson signedIn,
        HttpRequest request,
        IResult malformed,
        DurableTaskClient workflows,
        Func<TBody, PersonId, Task<CommandResult>> act,
        CancellationToken cancellation
    )
        where TBody : class
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : await JsonBody.ReadAsync<TBody>(request, cancellation) is { } body
                ? await DecisionAnswer.OfAsync(await act(body, access.Person.Id), access.Person.Language, workflows, cancellation)
            : malformed;
    }

    /// <summary>Starts the workflow of what was entered, unless it was refused.</summary>
    public static async Task<CommandResult> BeginAsync<T>(
        this Task<(CommandResult Result, T? Begin)> entering,
        Func<T, CancellationToken, Task> begin,
        CancellationToken cancellation
    )
        where T : class
    {
        (CommandResult result, T? entered) = await entering;
        if (entered is not null)
        {
            await begin(entered, cancellation);
        }

        return result;
    }
}
