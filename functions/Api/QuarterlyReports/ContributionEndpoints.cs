using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Contributions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>POST /api/plans/{planId}/reports/{period}/contributions asks a colleague for items, …/{number}/withdrawal withdraws the
/// request; POST …/contributors/{number}/decision registers a proposed contributor, or refuses.</summary>
public sealed class ContributionEndpoints(ContributionService service, ContributorRequestService requests, ReportAuthorization access)
{
    private const string Route = "api/plans/{planId}/reports/{period}/contributions",
        Requests = "api/plans/{planId}/reports/{period}/contributors/{number}/decision";

    /// <param name="Items">Codes.</param>
    /// <param name="Address">Of somebody of the administration; another becomes a request to the officers.</param>
    public sealed record NewContribution(IReadOnlyList<string> Items, string Address);

    /// <param name="Registered">False: refused, with a reason.</param>
    /// <param name="Name">Where registered.</param>
    /// <param name="Language">Tag, where registered; nothing: English.</param>
    public sealed record ContributorRequestDecision(bool Registered, string? Name = null, string? Language = null, string? Reason = null);

    [Function(nameof(ApiAskForPart))]
    public async Task<IResult> ApiAskForPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, true, cancellation);
        if (!pass.Granted || await ReportAuthorization.ReadAsync<NewContribution>(request, cancellation) is not { } wanted)
        {
            return pass.Refusal ?? ReportAuthorization.NotTheBody;
        }

        PartAskedResult asked = await service.AskAsync(
            new AskedPart(
                pass.Report,
                [.. (wanted.Items ?? []).Select(code => code.Trim().ToUpperInvariant()).Distinct()],
                (wanted.Address ?? "").Trim(),
                pass.Person.Id,
                pass.Source
            )
            {
                AsRead = pass.AsRead,
            },
            cancellation
        );
        await workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin], cancellation);
        return await DecisionAnswer.OfAsync(asked.Result, pass.Person.Language, workflows, cancellation);
    }

    [Function(nameof(ApiTakePartBack))]
    public async Task<IResult> ApiTakePartBack(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{number}/withdrawal")] HttpRequest request,
        string planId,
        string period,
        string number,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, true, cancellation);
        return !pass.Granted
            ? pass.Refusal
            : await DecisionAnswer.OfAsync(
                await service.TakeBackAsync(pass.Report, PartNumber.Read(number), pass.Person.Id, cancellation, pass.AsRead),
                pass.Person.Language,
                workflows,
                cancellation
            );
    }

    [Function(nameof(ApiDecideContributor))]
    public async Task<IResult> ApiDecideContributor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Requests)] HttpRequest request,
        string planId,
        string period,
        string number,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, false, cancellation);
        if (!pass.Granted || await ReportAuthorization.ReadAsync<ContributorRequestDecision>(request, cancellation) is not { } said)
        {
            return pass.Refusal ?? ReportAuthorization.NotTheBody;
        }

        CommandResult result = await ContributorDecisions.DecideAsync(
            requests,
            workflows,
            (pass.Report, PartNumber.Read(number), pass.Person.Id),
            (said.Registered, said.Name ?? "", said.Language ?? Language.En.Tag, said.Reason ?? ""),
            cancellation
        );
        return await DecisionAnswer.OfAsync(result, pass.Person.Language, workflows, cancellation);
    }
}
