using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Experts;

/// <summary>The pool of experts: rows of the programme's stream that officers keep.</summary>
public sealed class ExpertService(ProgrammeTable table, RegisterService register)
{
    internal const string Prefix = "expert|";

    public async Task<IReadOnlyList<Expert>> ListAsync(CancellationToken cancellation) =>
        [.. (await table.ListAsync<Expert>(StreamId.Programme, Prefix, cancellation)).Select(row => row.Value)];

    public Task<RegisterResult<Expert>> SaveAsync(Expert entry, AsRead asRead, PersonId by, CancellationToken cancellation) =>
        register.SaveAsync(Prefix + entry.Person, entry, asRead, by, Problems, cancellation);

    private static IReadOnlyList<RegisterProblem> Problems(Expert entry, ProgrammeRegister programme) =>
        [
            .. programme.People.ContainsKey(entry.Person)
                ? []
                : new RegisterProblem[] { new("person", "no-such-person", "Nobody is registered under this id.") },
            .. EntryRules.ThemesOf(new Themes(entry.KeyFactors, [], [])),
            .. entry.KeyFactors.Count > 0 && entry.Languages.Count > 0
                ? []
                : new RegisterProblem[] { new("keyFactors", "empty", "An expert knows a key factor and speaks a language.") },
            .. EntryRules.Known(entry.Home is { } home ? [home] : [], programme),
            .. entry.Available.SelectMany(one => EntryRules.Days("available", one.From, one.Until)),
        ];
}
