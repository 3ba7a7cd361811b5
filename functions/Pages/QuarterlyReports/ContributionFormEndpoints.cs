using ACip.Functions.Api;
using ACip.Functions.Api.QuarterlyReports;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/contributions: a coordinator, or an officer for them, assigns a part to a colleague or
/// withdraws it; …/contributors: an officer registers a proposed contributor, or refuses.</summary>
public sealed class ContributionFormEndpoints(
    ReportFormAuthorization authorization,
    ContributionService service,
    ContributorRequestService requests
)
{
    public static string PathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "contributions");

    public static string RequestsOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "contributors");

    [Function(nameof(ContributionForm))]
    public async Task<IResult> ContributionForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/contributions")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPost post = await authorization.OpenAsync(
            request,
            planId,
            period,
            Right.ManageProgramme,
            coordinatorsToo: true,
            cancellation
        );
        if (!post.Granted)
        {
            return post.Refusal;
        }

        if (IfMatch.Of(post.Form) is not { } asRead)
        {
            return PageFrame.Refuse(post.Page, StatusCodes.Status400BadRequest);
        }

        string act = post.Text("act");
        if (act.StartsWith("back-", StringComparison.Ordinal))
        {
            int number = PartNumber.Read(act["back-".Length..]);
            return await post.AnswerAsync(
                await service.TakeBackAsync(post.Id, number, post.Person.Id, cancellation, asRead),
                workflows,
                cancellation
            );
        }

        PartAskedResult asked = await service.AskAsync(
            new AskedPart(post.Id, PartItems.Read(post.Text("items")), post.Text("address"), post.Person.Id, post.Source),
            cancellation
        );
        await workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin], cancellation);
        return await post.AnswerAsync(asked.Result, workflows, cancellation);
    }

    [Function(nameof(ContributorForm))]
    public async Task<IResult> ContributorForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/contributors")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPost post = await authorization.OpenAsync(
            request,
            planId,
            period,
            Right.ManageProgramme,
            coordinatorsToo: false,
            cancellation
        );
        if (!post.Granted)
        {
            return post.Refusal;
        }

        string act = post.Text("act");
        bool registers = act.StartsWith("register-", StringComparison.Ordinal);
        if (!registers && !act.StartsWith("refuse-", StringComparison.Ordinal))
        {
            return await post.AnswerAsync(new CommandResult.Refused("no-such-part", "No such act."), workflows, cancellation);
        }

        CommandResult result = await ContributorDecisions.DecideAsync(
            requests,
            workflows,
            (post.Id, PartNumber.Read(act[(act.IndexOf('-', StringComparison.Ordinal) + 1)..]), post.Person.Id),
            (registers, post.Text("name"), post.Text("language"), post.Text("reason")),
            cancellation
        );
        return await post.AnswerAsync(result, workflows, cancellation);
    }
}

internal static class PartItems
{
    /// <summary>Codes as people type them, with commas or spaces between.</summary>
    public static IReadOnlyList<string> Read(string typed) =>
        [
            .. typed
                .Split([' ', ',', ';', '،', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(code => code.ToUpperInvariant())
                .Distinct(),
        ];
}
