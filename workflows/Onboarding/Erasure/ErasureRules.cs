using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Onboarding.Erasure;

/// <summary>Who can be erased, and who has been. Pure.</summary>
internal static class ErasureRules
{
    /// <summary>Replaces the address in the register; it accepts no mail anywhere.</summary>
    private const string NoMail = "erased.invalid";

    public static string AddressAfter(PersonId person) => $"{person}@{NoMail}";

    public static bool IsErased(Person person) => person.Email.EndsWith("@" + NoMail, StringComparison.Ordinal);

    /// <summary>Whether an officer is offered it. Who was erased may be erased again, for what was found since, by whoever asks for
    /// that.</summary>
    public static bool MayGo(Person person, DateOnly today) => !IsErased(person) && !HasPart(person, today);

    /// <returns>Null where nothing prevents it.</returns>
    public static ErasureResult.Refused? Refuse(Person person, DateOnly today) =>
        HasPart(person, today)
            ? new ErasureResult.Refused("person-has-a-part", $"{person.Id} has roles: who has a part cannot be erased.")
            : null;

    /// <summary>A role that is to come, or waits for its confirmation, is a part too.</summary>
    private static bool HasPart(Person person, DateOnly today) => person.Roles.Any(held => held.Until is null || held.Until >= today);
}
