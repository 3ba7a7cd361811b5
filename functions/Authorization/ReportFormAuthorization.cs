using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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

/// <summary>Lets a posted form about one report in: from somebody who may read the report, and given to them by us.</summary>
public sealed class ReportFormAuthorization(PageFrame frame, ReportQuery reading, ReportPageEndpoint reports)
{
    public static string PathOf(string plan, PeriodKey period, string form) => $"/plans/{plan}/reports/{period}/{form}";

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

        string back = $"/plans/{planId}/reports/{period}";
        return await frame.ReadFormAsync(request, page, cancellation) is { } form
            ? new ReportPost(page with { Path = back, Query = "" }, back, report, form, coordinates, null)
            {
                Request = request,
                Show = () => reports.Run(request, planId, period, cancellation),
            }
            : ReportPost.No(page, PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest));
    }
}

/// <param name="Back">Path of the report's page.</param>
/// <param name="Coordinates">True: whoever posts is the administration's coordinator.</param>
public sealed record ReportPost(
    PageContext Page,
    string Back,
    ReportReadModel? Report,
    IFormCollection? Form,
    bool Coordinates,
    IResult? Refusal
)
{
    [MemberNotNullWhen(true, nameof(Report), nameof(Form))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Granted => Refusal is null;

    /// <summary>What was posted.</summary>
    public HttpRequest? Request { get; init; }

    /// <summary>The report's page, as a browser that asks for it would see it.</summary>
    public Func<Task<IResult>>? Show { get; init; }

    public ReportRef Id => new(Report!.Plan.File.Value.Id, Report.File.Value.Period.Key);

    public Person Person => Page.Person!;

    /// <summary>Where what is recorded comes from.</summary>
    public EntrySource Source => Coordinates ? EntrySource.Page(Page.Now) : EntrySource.OnBehalf(Page.Now);

    public string Text(string field) => Form![field].ToString().Trim();

    /// <summary>The page that follows: the report, or the form as it was filled in, with what is wrong.</summary>
    public Task<IResult> AnswerAsync(
        CommandResult result,
        DurableTaskClient workflows,
        CancellationToken cancellation,
        string? place = null
    ) => DecisionForms.AnswerAsync(Request!, Page, result, Back, workflows, Show!, cancellation, place);

    public static ReportPost No(PageContext page, IResult refusal) => new(page, "/", null, null, false, refusal);
}
