using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Notices;

/// <summary>Saves how often a person wants notices that can wait.</summary>
public sealed class NoticePaceService(ProgrammeTable table, ProgrammeDirectory directory)
{
    public async Task ChooseAsync(PersonId person, NoticePace pace, CancellationToken cancellation)
    {
        await table.DecideAsync(
            async () =>
                await table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(person), cancellation) is { } row
                && row.Value.Notices != pace
                    ? (
                        new UnitOfWork(StreamId.Programme)
                            .Replace(row, row.Value with { Notices = pace })
                            .Record(new AuditEntry(AuditKind.ProgrammeChanged, ProgrammeRows.Key(person), person, $"notices: {pace}")),
                        true
                    )
                    : ((UnitOfWork?)null, false),
            cancellation
        );
        directory.Forget();
    }
}
