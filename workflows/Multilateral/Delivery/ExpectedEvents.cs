using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>An event's workflow runs from its planning until everybody has said who attended, or no longer can;
/// one that is cancelled until everybody is told.</summary>
internal sealed class ExpectedEvents(DeliveryService events) : IExpectedWork
{
    public string Kind => "event";

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation) =>
        thorough
            ?
            [
                .. from row in await events.ListAsync(cancellation)
                let id = row.Value.Ref
                where row.Value.State == DeliveryState.Planned || row.Value.Untold is { Count: > 0 }
                select new ExpectedWork(nameof(DeliveryWorkflow), id, id.InstanceId, [TaskRef.InstancesOf(id.Stream)]),
            ]
            : [];
}
