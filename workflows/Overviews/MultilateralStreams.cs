using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Meetings;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;

namespace ACip.Workflows.Overviews;

/// <summary>Streams of events, meetings, topics, practices, and of those who join and leave.</summary>
internal sealed class MultilateralStreams(
    DeliveryService events,
    MeetingService meetings,
    CommunityService communities,
    MemberService members,
    DonorService donors
) : IAuditedStreams
{
    private static readonly string[] Prefixes =
    [
        EventRef.Streams,
        MeetingRef.Streams,
        CommunityTopic.Streams,
        MemberRef.Streams,
        DonorRef.Streams,
    ];

    public bool Keeps(StreamId stream) =>
        stream == GoodPractice.Stream || Prefixes.Any(prefix => stream.Value.StartsWith(prefix, StringComparison.Ordinal));

    public async Task<IReadOnlyList<NamedStream>> FindAsync(CancellationToken cancellation) =>
        [
            .. (await events.ListAsync(cancellation)).Select(row => new NamedStream(row.Value.Ref.Stream, row.Value.Title)),
            .. (await meetings.ListAsync(cancellation)).Select(row => new NamedStream(row.Value.Ref.Stream, row.Value.Title)),
            .. (await communities.ListAsync(cancellation)).Select(one => new NamedStream(one.Topic.Stream, one.Topic.Title)),
            new(GoodPractice.Stream, "Good practices"),
            .. (await members.ListAsync(cancellation)).Select(one => new NamedStream(new MemberRef(one.Id).Stream, $"Member {one.Id}")),
            .. (await donors.ListAsync(cancellation)).Select(one => new NamedStream(new DonorRef(one.Id).Stream, $"Donor {one.Id}")),
        ];
}
