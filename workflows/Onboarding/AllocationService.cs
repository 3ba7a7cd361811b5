using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding;

/// <summary>Saves and reads allocations, which are rows of the programme's stream.</summary>
public sealed class AllocationService(ProgrammeTable table, RegisterService register)
{
    /// <summary>Of one agreement, by id.</summary>
    public async Task<IReadOnlyList<FundingAllocation>> ListAsync(AgreementId agreement, CancellationToken cancellation) =>
        [
            .. (
                await table.ListAsync<FundingAllocation>(StreamId.Programme, $"{ProgrammeRows.AllocationPrefix}{agreement}|", cancellation)
            ).Select(row => row.Value),
        ];

    public async Task<FundingAllocation?> FindAsync(AgreementId agreement, string id, CancellationToken cancellation) =>
        (await table.FindAsync<FundingAllocation>(StreamId.Programme, ProgrammeRows.AllocationKey(agreement, id), cancellation))?.Value;

    /// <param name="asRead">The entry that the officer has read, by its tag, or that there was none.</param>
    public Task<RegisterResult<FundingAllocation>> SaveAsync(
        FundingAllocation allocation,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    ) =>
        register.SaveAsync(
            ProgrammeRows.AllocationKey(allocation.Agreement, allocation.Id),
            allocation,
            asRead,
            by,
            RegisterEntryRules.In,
            cancellation
        );
}
