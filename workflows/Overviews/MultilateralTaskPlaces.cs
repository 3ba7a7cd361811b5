using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Meetings;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Overviews;

/// <summary>Open events, meetings, practices, and those who join and leave.</summary>
/// <remarks>Topics of communities are not included, because they wait for nobody.</remarks>
internal sealed class MultilateralTaskPlaces(
    DeliveryService events,
    MeetingService meetings,
    PracticeService practices,
    ProgrammeTable table,
    ProgrammeDirectory directory
) : ITaskPlaces
{
    private const string Multilateral = "/multilateral",
        Onboarding = "/onboarding";

    public async Task<IReadOnlyList<TaskPlace>> FindAsync(CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return
        [
            .. from row in await events.ListAsync(cancellation)
            where row.Value.State == DeliveryState.Planned
            select new TaskPlace(row.Value.Ref.Stream, Text.Same(row.Value.Title), $"/events/{row.Value.Id}"),
            .. from row in await meetings.ListAsync(cancellation)
            where row.Value.State is MeetingState.Called or MeetingState.Held
            select new TaskPlace(
                row.Value.Ref.Stream,
                Text.Same(row.Value.Title),
                string.Create(CultureInfo.InvariantCulture, $"/meetings/{row.Value.Ref.Year}")
            ),
            .. (await practices.ListAsync(cancellation)).Any(one => one.State == PracticeState.Asked)
                ? [new TaskPlace(GoodPractice.Stream, Texts.GoodPracticeMatter, Multilateral)]
                : Array.Empty<TaskPlace>(),
            .. from one in await MemberRecord.ListAsync(table, cancellation)
            where one.State is MemberState.Interested or MemberState.Confirmed or MemberState.CoordinatorNamed
            select new TaskPlace(new MemberRef(one.Id).Stream, register.NamesOf(one.Id), Onboarding),
            .. from one in await DonorRecord.ListAsync(table, cancellation)
            where one.Joined is null && one.Left is null
            select new TaskPlace(
                new DonorRef(one.Id).Stream,
                Text.Same(register.Donors.GetValueOrDefault(one.Id)?.Name ?? one.Id.Value),
                Onboarding
            ),
        ];
    }
}
