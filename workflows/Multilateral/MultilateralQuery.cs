using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral;

/// <summary>Everything of the multilateral component, as pages, API and donor reports read it.</summary>
/// <param name="Uptakes">Those that officers entered, and those that administrations told of after an event.</param>
/// <param name="Events">In the order of their days.</param>
public sealed record MultilateralReadModel(
    IReadOnlyList<Initiative> Initiatives,
    IReadOnlyList<Instrument> Instruments,
    IReadOnlyList<Uptake> Uptakes,
    IReadOnlyList<EventReadModel> Events,
    IReadOnlyList<Expert> Experts,
    IReadOnlyList<GoodPractice> Practices,
    IReadOnlyList<CommunityTopic> Topics
);

/// <summary>An event with what was said about it.</summary>
/// <param name="Tag">Of its row, for who decides about it.</param>
public sealed record EventReadModel(
    DeliveryEvent Event,
    string Tag,
    IReadOnlyList<ShortFormAnswer> Registered,
    IReadOnlyList<ShortFormAnswer> Attended
)
{
    /// <summary>Mean mark from 1 to 5; null where nobody gave one.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public decimal? Useful => Attended.Select(DeliveryForms.MarkOf).Average();

    /// <summary>Participants, one row per administration; administrations without any are left out.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<DeliveredEvent> Delivered =>
        [
            .. Attended
                .Select(answer => new DeliveredEvent(
                    Event.Kind,
                    Event.Title,
                    Event.Start,
                    Event.End,
                    answer.Administration,
                    answer.Count(DeliveryForms.WomenCame),
                    answer.Count(DeliveryForms.MenCame),
                    answer.Count(DeliveryForms.NotStated)
                ))
                .Where(row => row.Participants > 0),
        ];
}

public sealed class MultilateralQuery(
    ProgrammeTable table,
    EntryService entries,
    DeliveryService events,
    ExpertService experts,
    PracticeService practices,
    CommunityService communities
)
{
    public async Task<MultilateralReadModel> ReadAsync(CancellationToken cancellation)
    {
        IReadOnlyList<Instrument> instruments = await entries.InstrumentsAsync(cancellation);
        IReadOnlyList<EventReadModel> held = await EventsAsync(cancellation);
        return new MultilateralReadModel(
            await entries.InitiativesAsync(cancellation),
            instruments,
            [.. await entries.UptakesAsync(cancellation), .. held.SelectMany(one => Told(one, instruments))],
            held,
            await experts.ListAsync(cancellation),
            await practices.ListAsync(cancellation),
            [.. (await communities.ListAsync(cancellation)).Select(one => one.Topic)]
        );
    }

    public async Task<IReadOnlyList<EventReadModel>> EventsAsync(CancellationToken cancellation)
    {
        ILookup<string, ShortFormAnswer> answers = (
            await table.ListOfAllAsync<ShortFormAnswer>(EventRef.Streams, ShortFormAnswer.Prefix, cancellation)
        )
            .Select(row => row.Value)
            .Where(answer => answer.Complete)
            .ToLookup(answer => answer.Task.Value[..(answer.Task.Value.LastIndexOf('-') + 1)], StringComparer.Ordinal);
        return
        [
            .. (await events.ListAsync(cancellation)).Select(row => new EventReadModel(
                row.Value,
                AsRead.TagOf(row),
                [.. answers[row.Value.Ref.Registering]],
                [.. answers[row.Value.Ref.Attending]]
            )),
        ];
    }

    public async Task<EventReadModel?> FindAsync(EventRef id, CancellationToken cancellation) =>
        EntryRules.IsSlug(id.Id) && await id.FindAsync(table, cancellation) is { } row
            ? new EventReadModel(
                row.Value,
                AsRead.TagOf(row),
                await ShortFormAnswer.ListAsync(table, id.Stream, id.Registering, cancellation),
                await ShortFormAnswer.ListAsync(table, id.Stream, id.Attending, cancellation)
            )
            : null;

    /// <summary>How useful past missions were, for those who choose experts.</summary>
    public async Task<IReadOnlyList<PastMission>> MissionsAsync(CancellationToken cancellation) =>
        [
            .. from one in await EventsAsync(cancellation)
            where one.Event is { Expert: not null, State: not DeliveryState.Cancelled }
            select new PastMission(one.Event.Expert!.Value, one.Event.Start, one.Event.End, one.Useful),
        ];

    private static IEnumerable<Uptake> Told(EventReadModel one, IReadOnlyList<Instrument> instruments) =>
        from answer in one.Attended
        where answer.Yes(DeliveryForms.InUse) == true && answer.Administration is not null
        let instrument = instruments.FirstOrDefault(known => known.Id == one.Event.Instrument)
        let version = instrument?.On(one.Event.End) ?? instrument?.Versions[0]
        where instrument is not null
        select new Uptake(
            answer.Task.Value,
            instrument.Id,
            version!.Version,
            answer.Administration!.Value,
            one.Event.End,
            answer.Count(DeliveryForms.WomenCame),
            answer.Count(DeliveryForms.MenCame),
            answer.Count(DeliveryForms.NotStated)
        );
}
