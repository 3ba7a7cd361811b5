using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding;

/// <summary>Entries by officers: administrations, agreements and what belongs to them (for people see <see cref="PeopleService"/>). They
/// are checked and recorded, and never overwrite unseen changes.</summary>
public sealed class RegisterService(ProgrammeTable table, ProgrammeDirectory directory)
{
    /// <param name="asRead">The entry that the officer has read, by its <see cref="ContentTag"/>, or that there was none.</param>
    public Task<RegisterResult<Administration>> SaveAsync(
        Administration administration,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    ) => SaveAsync(ProgrammeRows.Key(administration.Id), administration, asRead, by, RegisterEntryRules.In, cancellation);

    public Task<RegisterResult<Donor>> SaveAsync(Donor donor, AsRead asRead, PersonId by, CancellationToken cancellation) =>
        SaveAsync(ProgrammeRows.Key(donor.Id), donor, asRead, by, RegisterEntryRules.In, cancellation);

    public Task<RegisterResult<GrantAgreement>> SaveAsync(
        GrantAgreement agreement,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    ) => SaveAsync(ProgrammeRows.Key(agreement.Id), agreement, asRead, by, RegisterEntryRules.In, cancellation);

    internal async Task<RegisterResult<T>> SaveAsync<T>(
        string key,
        T entry,
        AsRead asRead,
        PersonId by,
        Func<T, ProgrammeRegister, IReadOnlyList<RegisterProblem>> check,
        CancellationToken cancellation
    )
        where T : class
    {
        IReadOnlyList<RegisterProblem> longer = TextRefusals.RefuseRow(entry) is { } refused ? [new("$", refused.Rule, refused.Why)] : [];
        // what was entered a moment ago elsewhere counts too
        directory.Forget();
        if ((longer.Count > 0 ? longer : check(entry, await directory.ReadAsync(cancellation))) is { Count: > 0 } problems)
        {
            return new RegisterResult<T>(null, null, problems);
        }

        RegisterResult<T> result = await table.DecideAsync<RegisterResult<T>>(
            async () =>
            {
                Row<T>? row = await table.FindAsync<T>(StreamId.Programme, key, cancellation);
                if (!asRead.Fits(row is null ? null : ContentTag.Of(row.Value)))
                {
                    return (null, new RegisterResult<T>(null, row?.Value, []) { IsStale = true });
                }

                if (row is not null && ContentTag.Of(entry) == ContentTag.Of(row.Value))
                {
                    return (null, new RegisterResult<T>(entry, row.Value, [])); // it says what stands: nothing to record
                }

                return (
                    new UnitOfWork(StreamId.Programme)
                        .Put(key, row, entry)
                        .Record(new AuditEntry(AuditKind.ProgrammeChanged, key, by, DataSha256: ContentTag.Of(entry))),
                    new RegisterResult<T>(entry, row?.Value, [])
                );
            },
            cancellation
        );
        directory.Forget();
        return result;
    }
}

/// <param name="Saved">Null where it was not saved.</param>
/// <param name="Before">What stood there; null if nothing did.</param>
/// <param name="Problems">Why it was not saved; empty where somebody else was faster.</param>
public sealed record RegisterResult<T>(T? Saved, T? Before, IReadOnlyList<RegisterProblem> Problems)
    where T : class
{
    /// <summary>True if the entry has changed since the officer read it.</summary>
    public bool IsStale { get; init; }

    /// <summary>Mails written in the same commit that are to be sent now; null if there are none.</summary>
    public MailsOfStream? Mails { get; init; }

    /// <summary>Workflows that can be woken: they ask somebody else now.</summary>
    public IReadOnlyList<WakeUp> Also { get; init; } = [];
}
