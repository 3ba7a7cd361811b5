using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Entries;

/// <summary>The registers of the multilateral component that officers keep: rows of the programme's stream.</summary>
public sealed class EntryService(ProgrammeTable table, RegisterService register)
{
    internal const string InitiativePrefix = "initiative|",
        InstrumentPrefix = "instrument|",
        UptakePrefix = "uptake|";

    public Task<IReadOnlyList<Initiative>> InitiativesAsync(CancellationToken cancellation) =>
        ListAsync<Initiative>(InitiativePrefix, cancellation);

    public Task<IReadOnlyList<Instrument>> InstrumentsAsync(CancellationToken cancellation) =>
        ListAsync<Instrument>(InstrumentPrefix, cancellation);

    public Task<IReadOnlyList<Uptake>> UptakesAsync(CancellationToken cancellation) => ListAsync<Uptake>(UptakePrefix, cancellation);

    public Task<RegisterResult<Initiative>> SaveAsync(Initiative entry, AsRead asRead, PersonId by, CancellationToken cancellation) =>
        register.SaveAsync(InitiativePrefix + entry.Id, entry, asRead, by, EntryRules.In, cancellation);

    public Task<RegisterResult<Instrument>> SaveAsync(Instrument entry, AsRead asRead, PersonId by, CancellationToken cancellation) =>
        register.SaveAsync(InstrumentPrefix + entry.Id, entry, asRead, by, EntryRules.In, cancellation);

    public async Task<RegisterResult<Uptake>> SaveAsync(Uptake entry, AsRead asRead, PersonId by, CancellationToken cancellation)
    {
        IReadOnlyList<Instrument> instruments = await InstrumentsAsync(cancellation);
        return await register.SaveAsync(
            UptakePrefix + entry.Id,
            entry,
            asRead,
            by,
            (one, programme) => EntryRules.In(one, programme, instruments),
            cancellation
        );
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string prefix, CancellationToken cancellation) =>
        [.. (await table.ListAsync<T>(StreamId.Programme, prefix, cancellation)).Select(row => row.Value)];
}
