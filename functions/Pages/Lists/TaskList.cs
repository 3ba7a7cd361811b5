using ACip.Functions.Authorization;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Lists;

/// <summary>All that waits for somebody, the most urgent first.</summary>
internal sealed class TaskList : IProgrammeList
{
    public string Name => "tasks";

    public Text Title => Texts.WhatWaits;

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("task", Texts.Task),
        new("kind", Texts.KindOfTask, Filters: true),
        new("about", Texts.About, Filters: true),
        new("who", Texts.WaitsFor, Filters: true),
        new("asked", Texts.Asked),
        new("due", Texts.Due),
        new("overdue", Texts.Overdue, Filters: true),
    ];

    public bool May(PageContext page) => PageFrame.May(Right.ReadProgramme, page);

    public async ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation)
    {
        ProgrammeOverview overview = (await facts.ProgrammeAsync(cancellation)).Overview;
        return new ProgrammeList(Columns, [.. overview.Waiting.Select(task => Row(facts, overview, task))]);
    }

    private static ListRow Row(ListFacts facts, ProgrammeOverview overview, WaitingTask task)
    {
        PageContext page = facts.Page;
        string period = task.Period is { } key ? $", {DayText.Period(key)}" : "";
        string matter = TaskMatter.Of(task, page, overview.Administrations);
        return new ListRow(
            task.Id.Value,
            task.Page,
            [
                new ListCell($"{page.Say(task.Title)}{page.Language.Culture.FirmColon} {matter}{period}"),
                ListCell.Choice(task.Kind.ToString(), page.Say(task.Title)),
                ListCell.Choice(task.Subject, matter),
                ListCell.Several([.. task.People.Select(person => new ListChoice(person.Id.Value, person.Name))]),
                ListCell.Of(task.AskedAt),
                ListCell.Of(task.Due),
                SharedColumns.YesOrNo(facts, task.Overdue),
            ]
        );
    }
}
