using System.Diagnostics.CodeAnalysis;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.QuarterlyReports;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Authorization;

/// <summary>Accepts a posted form about a report only from somebody who may read the report, and only if we issued the form to that
/// person.</summary>
public sealed class ReportFormAuthorization(PageFrame frame, ReportQuery reading, ReportPageEndpoint reports)
{
    public static string PathOf(string plan, PeriodKey period, string form) => $"/plans/{plan}/reports/{period}/{form}";

    /// <param name="act">What the form does, and the page that follows.</param>
    public async Task<IResult> ActAsync(
        HttpRequest request,
        string planId,
        string period,
        ReportFormAuthors who,
        Func<ReportPost, Task<IResult>> act,
        CancellationToken cancellation
    )
    {
        ReportPost post = await OpenAsync(request, planId, period, who.Right, who.CoordinatorsToo, cancellation);
        return post.Granted ? await act(post) : post.Refusal;
    }

    /// <param name="right">What somebody needs to post it; null: nothing but to read the report.</param>
    /// <param name="coordinatorsToo">True: the administration's coordinators as well.</param>
    public async Task<ReportPost> OpenAsync(
        HttpRequest request,
        string planId,
        string period,
        Right? right,
        bool coordinatorsToo,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return ReportPost.No(page, PageFrame.Refuse(page, StatusCodes.Status401Unauthorized));
        }

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        if (
            await reading.ReadAsync(new PlanId(planId), new PeriodKey(period), cancellation) is not { } report
            || !PlanReadPolicy.MayRead(person, report.File.Value.Administration, today)
        )
        {
            return ReportPost.No(page, PageFrame.Refuse(page, StatusCodes.Status404NotFound));
        }

        bool coordinates = PlanReadPolicy.Coordinates(person, report.File.Value.Administration, today);
        if (right is { } needed && !(coordinatorsToo && coordinates) && PageFrame.RefuseUnless(needed, page) is { } refusal)
        {
            return ReportPost.No(page, refusal);
        }

        IFormCollection? form = await frame.ReadFormAsync(request, page, cancellation);
        page = page with { Path = $"/plans/{planId}/reports/{period}", Query = "" };
        return form is null
            ? ReportPost.No(page, PageFrame.Refuse(page, StatusCodes.Status400BadRequest))
            : new ReportPost(page, report, form, coordinates, request, () => reports.Run(request, planId, period, cancellation));
    }
}

/// <summary>Who can post a form about a report.</summary>
/// <param name="Right">What somebody needs; null: nothing but to read the report.</param>
/// <param name="CoordinatorsToo">True: the administration's coordinators as well.</param>
public sealed record ReportFormAuthors(Right? Right, bool CoordinatorsToo = false)
{
    public static ReportFormAuthors Readers { get; } = new((Right?)null);

    public static ReportFormAuthors Officers { get; } = new(Authorization.Right.ManageProgramme);

    public static ReportFormAuthors OfficersAndCoordinators { get; } = new(Authorization.Right.ManageProgramme, CoordinatorsToo: true);
}

/// <summary>An accepted form; if there is a refusal, nothing else is set.</summary>
/// <param name="Page">As that of the report, which follows.</param>
/// <param name="Coordinates">True: whoever posts is the administration's coordinator.</param>
/// <param name="Show">The report's page, as a browser that asks for it would see it.</param>
public sealed record ReportPost(
    PageContext Page,
    ReportReadModel Report,
    IFormCollection Form,
    bool Coordinates,
    HttpRequest Request,
    Func<Task<IResult>> Show
)
{
    /// <summary>Null if the form was accepted.</summary>
    public IResult? Refusal { get; private init; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Granted => Refusal is null;

    /// <summary>Path of the report's page.</summary>
    public string Back => Page.Path;

    public ReportRef Id => new(Report.Plan.File.Value.Id, Report.File.Value.Period.Key);

    public Person Person => Page.Person!;

    /// <summary>The source that is recorded with every entry made from this form.</summary>
    public EntrySource Source => Coordinates ? EntrySource.Page(Page.Now) : EntrySource.OnBehalf(Page.Now);

    public string Text(string field) => Form[field].ToString().Trim();

    /// <summary>The next page: the report, or the form as it was filled in, with what is wrong.</summary>
    public Task<IResult> AnswerAsync(
        CommandResult result,
        DurableTaskClient workflows,
        CancellationToken cancellation,
        string? place = null
    ) => DecisionForms.AnswerAsync(Request, Page, result, Back, workflows, Show, cancellation, place);

    public static ReportPost No(PageContext page, IResult refusal) => new(page, null!, null!, false, null!, null!) { Refusal = refusal };
}
