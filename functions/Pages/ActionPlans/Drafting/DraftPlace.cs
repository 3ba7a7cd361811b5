using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>Where a draft is edited: by somebody signed in, or behind a task's link. The pages are the same.</summary>
/// <param name="Root">Path of the draft's overview.</param>
/// <param name="Home">Path of the page that it belongs to.</param>
/// <param name="TokenFor">Of a path, the token of the form that is posted there.</param>
/// <param name="ByLink">True: there is nobody signed in, and the address is a secret.</param>
public sealed record DraftPlace(
    PageContext Page,
    string Root,
    string Home,
    PlanId Plan,
    Person By,
    Func<string, string> TokenFor,
    bool ByLink
)
{
    public EntrySource Source => ByLink ? EntrySource.Link : EntrySource.Page("draft");

    public string PathOf(string section) => $"{Root}/{section}";

    public string PathOf(string section, string code) => $"{Root}/{section}/{Uri.EscapeDataString(code)}";

    internal IResult Show<TPage>(IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var all = new Dictionary<string, object?>(parameters) { ["Place"] = this };
        status = status == StatusCodes.Status200OK && Page.Refused is { } refused ? refused.Status : status;
        return ByLink ? new LinkResult(typeof(TPage), all, status) : new PageResult(typeof(TPage), all, status);
    }
}
