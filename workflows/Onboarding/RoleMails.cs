using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding;

/// <summary>Tells the person and the Secretariat about every change of rights, so that none goes unnoticed.</summary>
public sealed class RoleMails(ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    /// <summary>A transaction holds a hundred rows, and a departure changes several people.</summary>
    private const int MostTold = 20;

    /// <param name="by">Null: the deployment.</param>
    /// <returns>The mails that the unit now holds; null for none.</returns>
    internal async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        Person? before,
        Person after,
        PersonId? by,
        string? why,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<RoleChange> changes = RoleGranting.Changes(before, after);
        bool newAddress = before is not null && !string.Equals(before.Email, after.Email, StringComparison.OrdinalIgnoreCase);
        if (changes.Count == 0 && !newAddress)
        {
            return null;
        }

        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        string name = Placeholders.NameOf(after.Id),
            author = by is { } person ? Placeholders.NameOf(person) : "";
        string change = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ContentTag.Of(after)} {now.UtcTicks}")))[..16];
        var keys = new List<string>();
        IEnumerable<Person> secretariat = register
            .Holding(Role.ProgrammeOfficer, today)
            .Concat(register.Holding(Role.Approver, today))
            .Distinct()
            .Where(one => one != after.Id)
            .Take(MostTold)
            .Select(one => register.People[one]);
        foreach (Person to in secretariat.Prepend(after))
        {
            bool own = to.Id == after.Id;
            var content = new RolesChanged(name, own, changes, newAddress, author, why, own ? null : writer.Page($"people/{after.Id}"));
            if (
                await writer.WriteAsync(unit, new NewMail(content, to.Id, $"roles-{after.Id}-{change}-{to.Id}"), to, cancellation) is
                { } key
            )
            {
                keys.Add(key);
            }
        }

        return new MailsOfStream(unit.Stream, keys);
    }
}
