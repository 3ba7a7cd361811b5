using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What of the programme a reader of the dashboard asks for: which administrations, in which order, which page of them, until
/// which quarter.</summary>
/// <param name="Of">All of the programme.</param>
/// <param name="Overview">What the question leaves of it.</param>
/// <param name="Movements">Likewise.</param>
/// <param name="Found">Administrations that the question leaves, in its order; null: all of them, by their names.</param>
public sealed record DashboardView(
    ProgrammeOverview Of,
    ProgrammeOverview Overview,
    IReadOnlyList<CipsMovement> Movements,
    IReadOnlyList<AdministrationRow>? Found,
    ListQuestion Question,
    PageOfRows Rows,
    ProgrammeRegister Register
)
{
    /// <summary>Last of the quarters that are shown; null: that of today.</summary>
    internal Quarter? Until { get; private init; }

    public static DashboardView Read(
        IQueryCollection query,
        PageContext page,
        ProgrammeRegister register,
        ProgrammeFacts facts,
        IReadOnlyList<CipsMovement> movements
    )
    {
        ProgrammeOverview all = facts.Overview;
        var question = ListQuestion.Read(query, DashboardRows.Columns);
        AdministrationRow[]? found = question.Asks ? Select(question, page, register, all) : null;
        var rows = PageOfRows.Of(found?.Length ?? all.Administrations.Count, DashboardRows.OfAPage, question.Page, page.IsTaken);
        var view = new DashboardView(all, all, movements, found, question with { Page = rows.Shown }, rows, register)
        {
            Until = Quarter.Parse(query["until"].ToString()),
        };
        return question.Narrows && found is not null ? view.Narrowed(facts, found) : view;
    }

    /// <summary>Whether many readers see the same.</summary>
    public bool IsCommon => !Question.Narrows && !Rows.IsWhole;

    /// <summary>The question as an address says it, with a leading question mark; empty where nothing is asked.</summary>
    public string Query =>
        (Question.ToQuery(), Until) switch
        {
            (var asked, null) => asked,
            ("", { } until) => $"?until={until}",
            var (asked, until) => $"{asked}&until={until}",
        };

    public IReadOnlyList<AdministrationRow> InOrder(PageContext page) => Found ?? DashboardRows.InOrder(page, Of);

    private static AdministrationRow[] Select(
        ListQuestion question,
        PageContext page,
        ProgrammeRegister register,
        ProgrammeOverview overview
    )
    {
        var byId = overview.Administrations.ToDictionary(row => row.Id.Value, StringComparer.Ordinal);
        return [.. question.Select(DashboardRows.Of(page, register, overview), page.Language.Order).Select(row => byId[row.Key])];
    }

    private DashboardView Narrowed(ProgrammeFacts facts, IReadOnlyList<AdministrationRow> left) =>
        this with
        {
            Overview = NarrowedOverview.Of(facts, left, Register),
            Movements =
            [
                .. Movements.Where(movement =>
                    left.Any(row => string.Equals(row.Id.Value, movement.Now.Owner, StringComparison.OrdinalIgnoreCase))
                ),
            ],
        };
}
