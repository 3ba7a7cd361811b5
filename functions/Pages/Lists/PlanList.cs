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

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("plan", Texts.Plan),
        .. SharedColumns.Home,
        new("state", Texts.State, Filters: true),
        new("version", Texts.Version, IsNumber: true),
        new("start", Texts.FirstDay),
        new("end", Texts.LastDay),
    ];

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
            Columns,
            [
                .. from row in SharedColumns.InOrder(facts, programme)
                from plan in row.Plans
                select new ListRow(
                    plan.Id.Value,
                    $"/plans/{plan.Id}",
                    [
                        new ListCell(plan.Title),
                        .. SharedColumns.OfHome(facts, row),
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
