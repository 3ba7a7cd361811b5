using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>Open tasks as the dashboard and the API list them.</summary>
public sealed class WaitingTasks(ProgrammeTable table, TaskKinds kinds, IEnumerable<ITaskPlaces> places)
{
    /// <summary>Those of the programme's own life, which hang on no plan and no report.</summary>
    public async Task<IReadOnlyList<WaitingTask>> OfLifeAsync(
        ProgrammeRegister register,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var waiting = new List<WaitingTask>();
        foreach (ITaskPlaces kept in places)
        {
            foreach (TaskPlace place in await kept.FindAsync(cancellation))
            {
                waiting.AddRange(
                    from row in await table.ListAsync<HumanTaskRecord>(place.Stream, TaskRows.Prefix, cancellation)
                    where row.Value.State == TaskState.Open
                    let home = row.Value.Administration is { } id ? register.Administrations.GetValueOrDefault(id)?.Name : null
                    select Of(row.Value, register, home ?? place.About.In(Language.En), null, place.Page, now) with
                    {
                        Matter = place.About,
                        Ref = new TaskRef(place.Stream, row.Value.Id),
                    }
                );
            }
        }

        return waiting;
    }

    public WaitingTask Of(
        HumanTaskRecord open,
        ProgrammeRegister register,
        string subject,
        string? period,
        string page,
        DateTimeOffset now
    ) =>
        new(
            open.Id,
            open.Kind,
            kinds.TitleOf(open.Kind),
            subject,
            period,
            [
                .. open.People.Select(person => new TaskPerson(
                    person,
                    register.People.GetValueOrDefault(person)?.Name ?? person.Value,
                    open.NotReached.FirstOrDefault(one => one.Person == person)?.At
                )),
            ],
            open.AskedAt,
            open.Due,
            now > open.Due,
            page
        )
        {
            Home = open.Administration,
            Administration = open.AsksCoordinator ? open.Administration : null,
        };
}
