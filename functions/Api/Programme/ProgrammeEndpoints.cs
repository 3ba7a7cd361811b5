using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Dashboard;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Programme;

/// <summary>GET /api/programme, /api/administrations and /api/tasks: the dashboard for programs.</summary>
public sealed class ProgrammeEndpoints(ProgrammeQuery reading, ProgrammeDirectory directory, FilteredLists lists, SignedInPerson signedIn)
{
    [Function("GetProgramme")]
    public async Task<IResult> Programme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/programme")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } no
            ? no.Refusal!
            : JsonAnswer.Read(request, await reading.ReadAsync(cancellation));

    [Function("GetAdministrations")]
    public async Task<IResult> Administrations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/administrations")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } no
            ? no.Refusal!
            : await lists.AnswerAsync(
                request,
                "administrations",
                (await directory.ReadAsync(cancellation)).Administrations.Values,
                one => one.Id.Value,
                cancellation
            );

    [Function("GetTasks")]
    public async Task<IResult> Tasks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/tasks")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } no
            ? no.Refusal!
            : await lists.AnswerAsync(
                request,
                "tasks",
                (await reading.ReadAsync(cancellation)).Waiting,
                task => task.Id.Value,
                cancellation
            );
}
