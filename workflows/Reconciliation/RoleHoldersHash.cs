using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Reconciliation;

/// <summary>A hash of who holds which role for an administration on a day. If it changes, open tasks are woken.</summary>
internal sealed class RoleHoldersHash(ProgrammeRegister register, DateOnly day)
{
    private readonly Person[] everywhere = [.. register.People.Values.Where(one => one.Roles.Any(held => held.Administration is null))];

    private readonly ILookup<AdministrationId, Person> atHome = (
        from person in register.People.Values
        from home in person.Roles.Select(held => held.Administration).OfType<AdministrationId>().Distinct()
        select (Home: home, Person: person)
    ).ToLookup(one => one.Home, one => one.Person);

    /// <returns>Sixteen hexadecimal digits.</returns>
    public string HashOf(AdministrationId administration)
    {
        Person[] people = [.. everywhere.Union(atHome[administration]).OrderBy(one => one.Id.Value, StringComparer.Ordinal)];
        IEnumerable<string> held =
            from role in Enum.GetValues<Role>()
            let holding = people.Where(one => one.Holds(role, day, administration)).Select(one => one.Id)
            select $"{role}:{string.Join(',', holding)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', held))))[..16];
    }
}
