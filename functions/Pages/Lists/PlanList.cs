using ACip.Functions.Authorization;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Lists;

internal sealed class PlanList : IProgrammeList
{
    public string Name => "plans";

    public Text Title => Texts.ActionPlans;

    public bool May(PageContext page) => ReadsPlans(page);

    /// <summary>The Secretariat reads all, people of an administration their own.</summary>
    public static bool ReadsPlans(PageContext page)
    {
        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        return page.Person is { } person
            && person.Roles.Any(held =>
                held.IsValidOn(today)
                && (
                    held.Role is Role.Coordinator or Role.Alternate or Role.HeadOfCustoms
                    || Rights.For(Right.ReadProgramme).Contains(held.Role)
                )
            );
    }

    public async ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation)
    {
        ProgrammeFacts programme = await facts.ProgrammeAsync(cancellation);
        return new ProgrammeList(
            [
                new("plan", Texts.Plan),
                .. Columns.Home,
                new("state", Texts.State, Filters: true),
                new("version", Texts.Version, IsNumber: true),
                new("start", Texts.FirstDay),
                new("end", Texts.LastDay),
            ],
            [
                .. from row in Columns.InOrder(facts, programme)
                from plan in row.Plans
                select new ListRow(
                    $"/plans/{plan.Id}",
                    [
                        new ListCell(plan.Title),
                        .. Columns.OfHome(facts, row),
                        ListCell.State(plan.State, StateLook.Of(plan.State), facts.Page),
                        ListCell.Of(plan.Version),
                        ListCell.Of(plan.Start),
                        ListCell.Of(plan.End),
                    ]
                ),
            ]
        );
    }
}
