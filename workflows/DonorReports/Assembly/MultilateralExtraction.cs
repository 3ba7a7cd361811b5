using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Meetings;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>All recorded facts of the multilateral component and of the programme's own life, read at once.</summary>
internal sealed record MultilateralFacts(
    MultilateralReadModel Multilateral,
    IReadOnlyList<MeetingRecord> Meetings,
    IReadOnlyList<MemberRecord> Members,
    IReadOnlyList<DonorRecord> Donors
)
{
    public static MultilateralFacts None { get; } = new(new([], [], [], [], [], [], []), [], [], []);

    /// <summary>Who took part in events and meetings, as the register of events has it.</summary>
    public IReadOnlyList<DeliveredEvent> Delivered =>
        [
            .. Multilateral.Events.SelectMany(one => one.Delivered),
            .. from meeting in Meetings
            from row in meeting.Attendance
            select new DeliveredEvent(
                DeliveryKind.CoordinatorsMeeting,
                meeting.Title,
                meeting.Start,
                meeting.End,
                row.Administration,
                row.Women,
                row.Men
            ),
        ];

    /// <summary>Streams that a report on this period draws on.</summary>
    public IReadOnlyList<StreamId> Streams(DonorPeriod period) =>
        [
            .. Multilateral.Events.Where(one => IsHeld(one.Event, period)).Select(one => one.Event.Ref.Stream),
            .. Meetings.Where(one => IsHeld(one, period)).Select(one => one.Ref.Stream),
            .. Multilateral.Practices.Any(one => IsPublished(one, period)) ? [GoodPractice.Stream] : Array.Empty<StreamId>(),
            .. Members.Where(one => period.Holds(one.Joined) || period.Holds(one.Left)).Select(one => new MemberRef(one.Id).Stream),
            .. Donors.Where(one => period.Holds(one.Joined) || period.Holds(one.Left)).Select(one => new DonorRef(one.Id).Stream),
        ];

    /// <returns>Null where there is nothing to say.</returns>
    public MultilateralExtract? Extract(DonorPeriod period, ProgrammeRegister register)
    {
        EventReadModel[] held = [.. Multilateral.Events.Where(one => IsHeld(one.Event, period))];
        Initiative[] running = [.. Multilateral.Initiatives.Where(one => one.Start <= period.End && one.End >= period.Start)];
        Uptake[] taken = [.. Multilateral.Uptakes.Where(one => period.Holds(one.On))];
        GoodPractice[] practices = [.. Multilateral.Practices.Where(one => IsPublished(one, period))];
        var topics = Multilateral.Topics.Where(one => one.Opened <= period.End && one.Closes >= period.Start).ToArray();
        Themes served = Themes.Of(
            held.Select(one => one.Event.Themes)
                .Concat(running.Select(one => one.Themes))
                .Concat(Multilateral.Instruments.Where(one => taken.Any(uptake => uptake.Instrument == one.Id)).Select(one => one.Themes))
                .Concat(practices.Select(one => new Themes(one.KeyFactors, [], [])))
                .Concat(topics.Select(one => new Themes(one.KeyFactors, [], [])))
        );
        var extract = new MultilateralExtract(
            [.. running.SelectMany(one => one.Results.Select(result => Of(one, result, period)))],
            [.. Multilateral.Instruments.SelectMany(one => Of(one, taken))],
            [
                .. held.Select(one => new EventExtract(
                    one.Event.Kind,
                    one.Event.Title,
                    one.Event.Start,
                    one.Event.End,
                    one.Event.Invited.Count,
                    one.Attended.Count,
                    one.Useful is { } mark ? Math.Round(mark, 1) : null
                )),
            ],
            [.. practices.Select(one => new PracticeExtract(one.Administration, Named(register, one.Administration), one.Title))],
            [.. topics.Select(one => new TopicExtract(one.Title, one.Posts))],
            [
                .. Meetings
                    .Where(one => IsHeld(one, period))
                    .Select(one => new MeetingExtract(
                        one.Title,
                        one.Start,
                        one.End,
                        one.Attendance.Count,
                        one.Points.Count,
                        one.Points.Count(point => point.Done == true)
                    )),
            ],
            [.. Life(period, register)],
            served.Uncac,
            served.Sdg16
        );
        return extract.IsEmpty ? null : extract;
    }

    private IEnumerable<LifeExtract> Life(DonorPeriod period, ProgrammeRegister register)
    {
        IEnumerable<(DateOnly? On, LifeEvent What, string Name, AdministrationId? Home)> all =
        [
            .. Members.SelectMany(one =>
                new (DateOnly?, LifeEvent, string, AdministrationId?)[]
                {
                    (one.Joined, LifeEvent.MemberJoined, Named(register, one.Id), one.Id),
                    (one.Left, LifeEvent.MemberLeft, Named(register, one.Id), one.Id),
                }
            ),
            .. Donors.SelectMany(one =>
            {
                string name = register.Donors.GetValueOrDefault(one.Id)?.Name ?? one.Id.Value;
                return new (DateOnly?, LifeEvent, string, AdministrationId?)[]
                {
                    (one.Joined, LifeEvent.DonorJoined, name, null),
                    (one.Left, LifeEvent.DonorLeft, name, null),
                };
            }),
        ];
        return all.Where(one => period.Holds(one.On)).Select(one => new LifeExtract(one.On!.Value, one.What, one.Name, one.Home));
    }

    private static string Named(ProgrammeRegister register, AdministrationId home) =>
        register.Administrations.GetValueOrDefault(home)?.Name ?? home.Value;

    private static InitiativeExtract Of(Initiative one, InitiativeResult result, DonorPeriod period)
    {
        InitiativeFigure? figure = result.By(period.End);
        return new InitiativeExtract(
            one.Title,
            one.Reach,
            result.Code,
            result.Statement,
            result.Unit,
            result.Baseline,
            result.Target,
            figure?.Value,
            figure?.On
        );
    }

    /// <summary>A row a version; an administration that took it up twice counts once.</summary>
    private static IEnumerable<UptakeExtract> Of(Instrument instrument, IEnumerable<Uptake> taken) =>
        from same in taken.Where(one => one.Instrument == instrument.Id).GroupBy(one => one.Version)
        select new UptakeExtract(
            instrument.Title,
            instrument.Kind,
            same.Key,
            same.Select(one => one.Administration).Distinct().Count(),
            same.Sum(one => one.Women),
            same.Sum(one => one.Men),
            same.Sum(one => one.NotStated)
        );

    private static bool IsHeld(DeliveryEvent one, DonorPeriod period) => one.State != DeliveryState.Cancelled && period.Holds(one.End);

    private static bool IsHeld(MeetingRecord one, DonorPeriod period) =>
        one.State is MeetingState.Held or MeetingState.Closed && period.Holds(one.End);

    private static bool IsPublished(GoodPractice one, DonorPeriod period) =>
        one.State == PracticeState.Published && one.ConsentAt is { } at && period.Holds(DateOnly.FromDateTime(at.UtcDateTime));
}

/// <summary>Reads them.</summary>
public sealed class MultilateralFactsQuery(
    MultilateralQuery multilateral,
    MeetingService meetings,
    MemberService members,
    DonorService donors
)
{
    internal async Task<MultilateralFacts> ReadAsync(CancellationToken cancellation) =>
        new(
            await multilateral.ReadAsync(cancellation),
            [.. (await meetings.ListAsync(cancellation)).Select(row => row.Value)],
            await members.ListAsync(cancellation),
            await donors.ListAsync(cancellation)
        );
}
