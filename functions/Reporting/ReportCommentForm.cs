using System.Globalization;
using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Reporting;

/// <summary>POST /plans/{planId}/reports/{period}/comments: a word about a report or one of its items, by whoever may read it.</summary>
public sealed class ReportCommentForm(PageShell shell, ReportReading reading, CommentDesk desk)
{
    public static string PathOf(string plan, string period) => $"/plans/{plan}/reports/{period}/comments";

    [Function(nameof(ReportCommentForm))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/comments")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return PageShell.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        string back = $"/plans/{planId}/reports/{period}";
        if (await reading.ReadAsync(new PlanId(planId), period, cancellation) is not { } report
            || !PlanReaders.MayRead(person, report.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime)))
        {
            return PageShell.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (await shell.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
        }

        string source = string.Create(CultureInfo.InvariantCulture, $"page:{page.Now.UtcTicks}");
        DeskResult result = await desk.AddAsync(new ReportRef(new PlanId(planId), period), form["item"].ToString().Trim().ToUpperInvariant(), form["text"].ToString().Trim(), person.Id, source, cancellation);
        return result is DeskResult.Refused refused
            ? PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status409Conflict, $"{refused.Rule}: {refused.Why}")
            : new SeeOther(page.Link(back) + "#comments");
    }
}
