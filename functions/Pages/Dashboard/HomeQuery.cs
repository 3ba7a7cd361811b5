using System.Text;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What one person has to do with the programme today.</summary>
/// <param name="Mine">Open tasks of this person, the most urgent first, each with where it is done.</param>
/// <param name="Others">What others have to do about this person's administration.</param>
/// <param name="Administrations">Of this person, with their plans.</param>
/// <param name="DonorReports">Issued to this person's donor.</param>
public sealed record Home(
    IReadOnlyList<WaitingTask> Mine,
    IReadOnlyList<WaitingTask> Others,
    IReadOnlyList<AdministrationRow> Administrations,
    IReadOnlyList<DonorReportRow> DonorReports
)
{
    /// <summary>When its oldest part was read; null if all of it was read just now.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}

/// <summary>Reads the home of somebody who does not look after the programme as a whole: of their own administration only.</summary>
public sealed class HomeQuery(ProgrammeQuery programme, IOptions<MailOptions> mail)
{
    public async Task<Home> ReadAsync(PageContext page, Person person, CancellationToken cancellation)
    {
        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        KeptFacts kept = await programme.KeptAsync(cancellation, listing => PlanReadPolicy.MayRead(person, listing.Administration, today));
        ProgrammeOverview overview = kept.Facts.Overview;
        AdministrationRow[] own = [.. overview.Administrations.Where(row => PlanReadPolicy.MayRead(person, row.Id, today))];
        return new Home(
            Of(page, person, overview),
            [.. overview.Waiting.Where(task => !Asks(task, person) && IsAbout(task, own))],
            own,
            person.Holds(Role.DonorReader, today) ? DonorReportListEndpoint.Rows(page, kept.Facts.DonorReports) : []
        )
        {
            SeenAt = kept.SeenAt,
        };
    }

    /// <summary>Those of the open tasks that this person is asked, each with where it is done: the page about it, or the person's own link
    /// where the page is not for them.</summary>
    public IReadOnlyList<WaitingTask> Of(PageContext page, Person person, ProgrammeOverview overview)
    {
        bool inside = PageFrame.May(Right.ReadProgramme, page);
        byte[] secret = Encoding.UTF8.GetBytes(mail.Value.TokenSecret);
        return
        [
            .. overview
                .Waiting.Where(task => Asks(task, person))
                .Select(task =>
                    inside && page.May(task.Page) ? task : task with { Page = $"/tasks/{TaskTokens.Link(secret, task.Id, person.Id)}" }
                ),
        ];
    }

    private static bool IsAbout(WaitingTask task, IEnumerable<AdministrationRow> own) =>
        own.Any(row => row.Id == task.Home || row.Plans.Any(plan => StreamId.Of(plan.Id) == task.Ref?.Stream));

    private static bool Asks(WaitingTask task, Person person) => task.People.Any(asked => asked.Id == person.Id);
}
