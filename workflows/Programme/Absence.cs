using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Programme;

/// <summary>Days on which a decision-maker is away, and who decides instead. It ends by itself.</summary>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Both">True: who is away is asked and written to, too.</param>
public sealed record Absence(PersonId Substitute, DateOnly From, DateOnly Until, bool Both, DateTimeOffset NamedAt)
{
    public bool IsOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>How absences change who is asked, and what is said of who decided. Pure.</summary>
public static class Absences
{
    public static IReadOnlyList<Absence> Of(Person person) => person.Absences ?? [];

    /// <returns>Null where the person is there.</returns>
    public static Absence? On(Person person, DateOnly day) => Of(person).FirstOrDefault(one => one.IsOn(day));

    /// <summary>Removes those who are away and have a substitute among the others. A substitute who may not decide on this, or is away
    /// too, replaces nobody; the absent person is then asked after all.</summary>
    /// <param name="eligible">Who may decide, by role and four eyes.</param>
    public static IReadOnlyList<PersonId> Applied(IReadOnlyList<PersonId> eligible, ProgrammeRegister register, DateOnly today) =>
        [
            .. eligible.Where(person =>
                On(register.People[person], today) is not { Both: false } away
                || !eligible.Contains(away.Substitute)
                || On(register.People[away.Substitute], today) is not null
            ),
        ];

    /// <summary>For whom somebody is the substitute today.</summary>
    public static IReadOnlyList<PersonId> StandsInFor(ProgrammeRegister register, PersonId person, DateOnly today) =>
        [
            .. register
                .People.Values.Where(one => On(one, today)?.Substitute == person)
                .Select(one => one.Id)
                .OrderBy(one => one.Value, StringComparer.Ordinal),
        ];
}

/// <summary>Records in the audit trail that a substitute decided.</summary>
public sealed class StandIns(ProgrammeDirectory directory, TimeProvider clock)
{
    /// <returns>The reason as it was given, where whoever decides stands in for nobody.</returns>
    public async Task<string?> SayAsync(PersonId by, string? reason, CancellationToken cancellation)
    {
        DateOnly today = clock.UtcToday();
        IReadOnlyList<PersonId> absent = Absences.StandsInFor(await directory.ReadNowAsync(cancellation), by, today);
        string said = $"as the substitute of {string.Join(", ", absent)}";
        return absent.Count == 0 ? reason
            : string.IsNullOrWhiteSpace(reason) ? said
            : $"{said}: {reason}";
    }
}
