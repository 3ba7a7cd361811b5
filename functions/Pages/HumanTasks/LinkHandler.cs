using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>What the pages behind a link have in common: codes, cookies, and redirects after a POST.</summary>
internal abstract class LinkHandler(LinkContext visit, LinkAnswers answers, DurableTaskClient workflows, HttpRequest request)
{
    protected LinkContext Visit => visit;

    protected LinkAnswers Answers => answers;

    protected DurableTaskClient Workflows => workflows;

    protected HttpRequest Request => request;

    protected Person Person => visit.Linked!.Person;

    /// <summary>The page that asks for the code, once one is on its way.</summary>
    protected async Task<IResult> AskCodeAsync(string seen, string then, bool another, CancellationToken cancellation)
    {
        CodeAsked asked = await answers.AskCodeAsync(visit.Linked!, another, cancellation);
        await workflows.DispatchAsync(asked.Mails, "page", cancellation);
        string? problem = asked.Possible ? null : visit.Say(Texts.TooManyCodesWereAskedToday);
        return CodePage(seen, then, problem, asked.Possible ? StatusCodes.Status200OK : StatusCodes.Status429TooManyRequests);
    }

    /// <returns>Null where the code was right and the browser is now known; otherwise the page to show.</returns>
    protected async Task<IResult?> CheckCodeAsync(IFormCollection form, CancellationToken cancellation)
    {
        CodeChecked check = await answers.CheckCodeAsync(visit.Linked!, TypedDigits.Plain(form["code"]), cancellation);
        if (check.Right)
        {
            (string name, string value) = answers.Remember(Person);
            request.HttpContext.Response.Cookies.Append(
                name,
                value,
                new CookieOptions
                {
                    HttpOnly = true,
                    Secure =
                        request.IsHttps || string.Equals(request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase),
                    SameSite = SameSiteMode.Lax,
                    Path = "/tasks",
                    MaxAge = KnownBrowser.Remembered,
                    IsEssential = true,
                }
            );
            return null;
        }

        string problem =
            check.TriesLeft > 0
                ? visit.Say(Texts.NotCodeTriesLeftTriesLeft(triesLeft: check.TriesLeft))
                : visit.Say(Texts.CodeWorksNoMoreAnotherOne);
        return CodePage(form["seen"].ToString(), form["then"].ToString(), problem, StatusCodes.Status422UnprocessableEntity);
    }

    protected async Task<IResult> GoOnAsync(LinkTaken taken, string said, CancellationToken cancellation)
    {
        if (taken.Wake is { } instance)
        {
            // committed; the event only saves the workflow from waiting for its next alarm
            await workflows.WakeAsync(instance, HumanTask.Answered, cancellation);
        }

        await workflows.DispatchAsync(taken.Mails, "page", cancellation);
        return SeeOther(said);
    }

    /// <summary>Back to the page by GET, so that reloading it repeats nothing.</summary>
    protected IResult SeeOther(string said)
    {
        string separator = visit.Action.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return new SeeOther($"{visit.Action}{separator}said={said}");
    }

    private LinkResult CodePage(string seen, string then, string? problem, int status) =>
        LinkResult.Show<CodePage>(
            visit,
            status,
            (nameof(HumanTasks.CodePage.Seen), seen),
            (nameof(HumanTasks.CodePage.Then), then),
            (nameof(HumanTasks.CodePage.Problem), problem)
        );
}
