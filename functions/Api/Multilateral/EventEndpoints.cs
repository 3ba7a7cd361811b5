using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Multilateral;

/// <summary>/api/events…: plans an event or an expert mission, lists who will attend and who did, cancels it.</summary>
public sealed class EventEndpoints(DeliveryService events, MultilateralQuery query, SignedInPerson signedIn)
{
    /// <param name="Expert">With terms of reference, for an expert mission alone.</param>
    public sealed record NewEvent(
        string Id,
        DeliveryKind Kind,
        string Title,
        DateOnly Start,
        DateOnly End,
        string Place,
        IReadOnlyList<AdministrationId> Invited,
        IReadOnlyList<int>? KeyFactors = null,
        string? Initiative = null,
        string? Instrument = null,
        PersonId? Expert = null,
        string? Terms = null
    )
    {
        internal DeliveryEvent Planned =>
            new(Id, Kind, Title, Start, End, Place, Invited, new Themes(KeyFactors ?? [], [], []))
            {
                Initiative = Initiative,
                Instrument = Instrument,
                Expert = Expert,
                Terms = Terms,
            };
    }

    /// <param name="Useful">Mean mark from 1 to 5; null where nobody gave one.</param>
    public sealed record EventAnswer(
        DeliveryEvent Event,
        IReadOnlyList<ShortFormAnswer> Registered,
        IReadOnlyList<ShortFormAnswer> Attended,
        decimal? Useful
    )
    {
        internal static EventAnswer Of(EventReadModel one) => new(one.Event, one.Registered, one.Attended, one.Useful);
    }

    [Function(nameof(ApiEvents))]
    public async Task<IResult> ApiEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access
            ? access.Refusal
            : ListAnswer.Of(request, (await query.EventsAsync(cancellation)).Select(EventAnswer.Of), one => one.Event.Id);

    [Function(nameof(ApiEvent))]
    public async Task<IResult> ApiEvent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/{event}")] HttpRequest request,
        string @event,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access ? access.Refusal
        : await query.FindAsync(new EventRef(@event), cancellation) is { } found
            ? JsonAnswer.Read(request, EventAnswer.Of(found), found.Tag)
        : JsonAnswer.NotFound("event");

    [Function(nameof(ApiPlanEvent))]
    public async Task<IResult> ApiPlanEvent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/events")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await JsonBody.ReadAsync<NewEvent>(request, cancellation) is not { } wanted)
        {
            return JsonBody.Refusal("not-an-event", "Send JSON with id, kind, title, start, end, place and invited.");
        }

        (CommandResult result, EventRef? begin) = await events.PlanAsync(wanted.Planned, access.Person.Id, cancellation);
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return await DecisionAnswer.OfAsync(result, access.Person.Language, workflows, cancellation);
    }

    [Function(nameof(ApiCancelEvent))]
    public async Task<IResult> ApiCancelEvent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/events/{event}/cancellation")] HttpRequest request,
        string @event,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        if (!access.Granted || malformed is not null)
        {
            return access.Refusal ?? malformed!;
        }

        return await JsonBody.ReadAsync<GivenReasonBody>(request, cancellation) is { } given
            ? await DecisionAnswer.OfAsync(
                await events.CancelAsync(new EventRef(@event), given.Reason, access.Person.Id, asRead, cancellation),
                access.Person.Language,
                workflows,
                cancellation
            )
            : GivenReasonBody.Missing;
    }
}
