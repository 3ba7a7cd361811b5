using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>POST /donor-reports/{agreement}/{period}/ratings: the form of the report's page by which an officer rates one result.</summary>
public sealed class OutcomeRatingFormEndpoint(PageFrame frame, DonorReportEditingService editing, DonorReportPageEndpoint reports)
{
    public static string PathOf(string agreement, PeriodKey period) => $"/donor-reports/{agreement}/{period}/ratings";

    [Function(nameof(OutcomeRatingFormEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "donor-reports/{agreement}/{period}/ratings")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/donor-reports/{agreement}/{period}";
        if (
            await frame.ReadFormAsync(request, page, cancellation) is not { } form
            || !Slug.Is(agreement)
            || !Slug.Is(period)
            || TypedText.Seen(form) is not { } asRead
        )
        {
            return PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
        }

        CommandResult result = FormChoice.Read<ItemStatus>(form["status"]) is { } status
            ? await editing.RateAsync(
                new ReportEdit(new AgreementId(agreement), new PeriodKey(period), page.Person!.Id, asRead),
                new OutcomeRating(form["result"].ToString(), status, page.Language, form["sentence"].ToString(), page.Person.Id),
                cancellation
            )
            : new CommandResult.Refused("not-a-rating", "Choose one of the list.");
        return await DecisionForms.AnswerAsync(
            request,
            page,
            result,
            back,
            workflows,
            () => reports.Run(request, agreement, period, cancellation),
            cancellation
        );
    }
}
