using ACip.Workflows.DonorReports.Tasks;
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
    internal async Task<IReadOnlyList<PlacedTask>> ElsewhereAsync(CancellationToken cancellation) =>
        [
            .. (await OpenTasks.ReadAsync(table, places, cancellation))
                .Where(one => one.Task.Kind != DonorReportTaskKinds.SignDonorReport) // stands with its report
                .Select(one => new PlacedTask(one.Place, one.Task)),
        ];

    internal WaitingTask Of(PlacedTask open, ProgrammeRegister register, DateTimeOffset now)
    {
        string? home = open.Task.Administration is { } id ? register.Administrations.GetValueOrDefault(id)?.Name : null;
        return Of(open.Task, register, home ?? open.Place.About.In(Language.En), null, open.Place.Page, now) with
        {
            Matter = open.Place.About,
            Ref = new TaskRef(open.Place.Stream, open.Task.Id),
        };
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

/// <summary>An open task that hangs on no plan and no report, and where it stands.</summary>
internal sealed record PlacedTask(TaskPlace Place, HumanTaskRecord Task);
