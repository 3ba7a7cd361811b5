using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans.Drafting;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>/tasks/{token}/draft…: the web form of a draft behind a task's link, in a browser known to be the person's. Any other browser
/// is asked for the code.</summary>
public sealed class TaskDraftEndpoints(
    TaskLinkQuery taskLinkQuery,
    LinkAnswers answers,
    ProgrammeDirectory directory,
    CsrfToken csrf,
    DraftEditing editing,
    TimeProvider clock
)
{
    private const string Route = "tasks/{token}/draft";

    [Function(nameof(TaskDraftOverview))]
    public Task<IResult> TaskDraftOverview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation
    ) => DoAsync(request, token, null, null, cancellation);

    [Function(nameof(TaskDraftSection))]
    public Task<IResult> TaskDraftSection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Route + "/{section}")] HttpRequest request,
        string token,
        string section,
        CancellationToken cancellation
    ) => DoAsync(request, token, section, null, cancellation);

    [Function(nameof(TaskDraftItem))]
    public Task<IResult> TaskDraftItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Route + "/{section}/{code}")] HttpRequest request,
        string token,
        string section,
        string code,
        CancellationToken cancellation
    ) => DoAsync(request, token, section, code, cancellation);

    private async Task<IResult> DoAsync(HttpRequest request, string token, string? section, string? code, CancellationToken cancellation)
    {
        string home = $"/tasks/{token}";
        if (
            await taskLinkQuery.FindAsync(token, cancellation) is not PlanTaskLink { Linked: var linked } drafting
            || !answers.Knows(linked.Person, request.Cookies[answers.CookieOf(linked.Person)])
        )
        {
            return new SeeOther(home);
        }

        bool fictional = (await directory.ReadAsync(cancellation)).Fictional;
        QueryString query = QueryString.Create(request.Query.Where(one => one.Key != "lang"));
        Language language = PageLanguage.Chosen(request) ?? linked.Person.Language;
        new KnownReader(language, request.Path.Value ?? home).Remember(request.HttpContext);
        var page = new PageContext(
            request.Path.Value ?? home,
            query.Value ?? "",
            language,
            PageLanguage.Chosen(request) is not null,
            null,
            fictional,
            clock.GetUtcNow()
        );
        string whose = TaskTokens.Hash(token);
        var place = new DraftPlace(page, $"{home}/draft", home, drafting.Draft.Id, linked.Person, path => csrf.For(whose, path), true);
        if (!HttpMethods.IsPost(request.Method) || section is null)
        {
            return await editing.ShowAsync(place, section, code, request.Query.ContainsKey("done"), cancellation);
        }

        return await csrf.ReadFormAsync(request, whose, page.Path, cancellation) is { } form
            ? await editing.SaveAsync(place, section, code ?? "", form, cancellation)
            : PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
    }
}
