using System.Net.Mail;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Onboarding;

/// <summary>Names the very first approver, whom no other approver can confirm: the deployment's settings do. It acts only while there is
/// no approver, so that later the setting has no effect.</summary>
/// <remarks>A person who is not registered yet also becomes a programme officer, because otherwise nobody could register anybody: see
/// docs/deployment.md.</remarks>
public sealed partial class FirstApprover(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    RoleMails mails,
    IOptions<ProgrammeOptions> options,
    TimeProvider clock,
    ILogger<FirstApprover> logger
) : IStorageStep
{
    private const string Id = "first-approver",
        Why = "named by the deployment setting Programme:FirstApprover";

    /// <summary>Runs after the tables were created.</summary>
    public int Order => 1;

    public Task PrepareAsync(CancellationToken cancellation) => NameAsync(cancellation);

    public async Task NameAsync(CancellationToken cancellation)
    {
        string address = options.Value.FirstApprover.Trim();
        if (address.Length == 0)
        {
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        bool named = await table.DecideAsync(
            async () =>
            {
                directory.Forget();
                ProgrammeRegister register = await directory.ReadAsync(cancellation);
                if (
                    register.People.Values.Any(person =>
                        person.Roles.Any(held => held is { Role: Role.Approver, IsPending: false } && !(held.Until < today))
                    )
                )
                {
                    return ((UnitOfWork?)null, false);
                }

                PersonId id = register.ByAddress(address)?.Id ?? new PersonId(Id);
                Row<Person>? row = await table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(id), cancellation);
                var approver = new RoleHeld(Role.Approver, today) { Grant = RoleGrant.OfDeployment(now) };
                Person after = row is null
                    ? new Person(
                        id,
                        new MailAddress(address).User,
                        address,
                        Language.En,
                        [approver, new RoleHeld(Role.ProgrammeOfficer, today)]
                    )
                    : row.Value with
                    {
                        Email = address,
                        Roles = [.. row.Value.Roles, approver],
                    };
                var unit = new UnitOfWork(StreamId.Programme);
                await mails.WriteAsync(unit, row?.Value, after, null, Why, cancellation); // sent by the outbox check
                return (unit.Put(ProgrammeRows.Key(id), row, after).Record(PeopleService.Entry(row?.Value, after, null, Why)), true);
            },
            cancellation
        );
        directory.Forget();
        if (named)
        {
            LogNamed();
        }
    }

    [LoggerMessage(80, LogLevel.Warning, "Nobody is an approver: the person whom Programme:FirstApprover names is one from now on")]
    private partial void LogNamed();
}
