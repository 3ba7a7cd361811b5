using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Programme;

/// <summary>What officers enter: people with their roles, administrations, agreements. Checked, recorded, and never overwritten unseen.</summary>
public sealed class RegisterDesk(ProgrammeTable table, ProgrammeDirectory directory)
{
    /// <summary>Changes exactly when the entry does.</summary>
    public static string Tag<T>(T entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(entry))));

    /// <param name="tag">Of the entry that the officer has read; null for a new one.</param>
    public Task<RegisterResult<Person>> SaveAsync(Person person, string? tag, PersonId by, CancellationToken cancellation) =>
        SaveAsync(ProgrammeRows.Key(person.Id), person, tag, by, RegisterProblems.In, cancellation);

    public Task<RegisterResult<Administration>> SaveAsync(Administration administration, string? tag, PersonId by, CancellationToken cancellation) =>
        SaveAsync(ProgrammeRows.Key(administration.Id), administration, tag, by, RegisterProblems.In, cancellation);

    public Task<RegisterResult<GrantAgreement>> SaveAsync(GrantAgreement agreement, string? tag, PersonId by, CancellationToken cancellation) =>
        SaveAsync(ProgrammeRows.Key(agreement.Id), agreement, tag, by, RegisterProblems.In, cancellation);

    internal async Task<RegisterResult<T>> SaveAsync<T>(string key, T entry, string? tag, PersonId by, Func<T, ProgrammeRegister, IReadOnlyList<RegisterProblem>> check, CancellationToken cancellation)
        where T : class
    {
        // what was entered a moment ago elsewhere counts too
        directory.Forget();
        if (check(entry, await directory.ReadAsync(cancellation)) is { Count: > 0 } problems)
        {
            return new RegisterResult<T>(null, null, problems);
        }

        RegisterResult<T> result = await table.DecideAsync<RegisterResult<T>>(async () =>
        {
            Row<T>? row = await table.FindAsync<T>(StreamId.Programme, key, cancellation);
            if (row is null ? tag is not null : tag != Tag(row.Value))
            {
                return (null, new RegisterResult<T>(null, row?.Value, []) { IsStale = true });
            }

            return (new Unit(StreamId.Programme).Put(key, row, entry).Record(new AuditEntry(AuditKind.ProgrammeChanged, key, by, DataSha256: Tag(entry))), new RegisterResult<T>(entry, row?.Value, []));
        }, cancellation);
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
    /// <summary>True: it stands otherwise than the officer has read.</summary>
    public bool IsStale { get; init; }
}
