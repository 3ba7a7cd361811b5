using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.AddedTemplates;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.DonorReports;

/// <summary>/api/report-templates: the composition of reports to a donor. PUT adds a template or changes one added earlier; reports
/// assembled from then on use it.</summary>
public sealed class ReportTemplateEndpoints(ReportTemplateService templates, ProgrammeDirectory directory, SignedInPerson signedIn)
{
    [Function(nameof(ApiReportTemplates))]
    public async Task<IResult> ApiReportTemplates(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/report-templates")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        return access.Granted
            ? ListAnswer.Of(request, (await directory.ReadAsync(cancellation)).AllTemplates, one => one.Name.Value)
            : access.Refusal;
    }

    [Function(nameof(ApiReportTemplate))]
    public async Task<IResult> ApiReportTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/report-templates/{template}")] HttpRequest request,
        string template,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        return !access.Granted ? access.Refusal
            : (await directory.ReadAsync(cancellation)).FindTemplate(template) is { } found
                ? PlanAnswers.Tagged(request, found, ContentTag.Of(found))
            : PlanAnswers.Problem(StatusCodes.Status404NotFound, "no-such-template", "There is no template of that name.");
    }

    [Function(nameof(ApiSaveReportTemplate))]
    public async Task<IResult> ApiSaveReportTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/report-templates/{template}")] HttpRequest request,
        string template,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        (AsRead asRead, IResult? refusal) = IfMatch.Of(request, needed: true, mayBeNew: true);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!request.HasJsonContentType())
        {
            return PlanAnswers.NotJson;
        }

        if (await RequestBody.ReadAsync(request, Largest, cancellation) is not { } bytes)
        {
            return RequestBody.TooLarge(Largest);
        }

        (ReportTemplate? sent, IReadOnlyList<RegisterProblem> problems) = ReportTemplateReader.Read(bytes);
        if (sent is null)
        {
            return Wrong(StatusCodes.Status400BadRequest, problems);
        }

        if (sent.Name.Value != template)
        {
            return Wrong(
                StatusCodes.Status400BadRequest,
                [new RegisterProblem("name", ReportTemplateRules.Rule, "It is not the one of the address.")]
            );
        }

        RegisterResult<ReportTemplate> result = await templates.SaveAsync(sent, asRead, access.Person.Id, cancellation);
        return result.Saved is { } saved ? PlanAnswers.Tagged(request, saved, ContentTag.Of(saved))
            : result.IsStale
                ? PlanAnswers.Problem(
                    StatusCodes.Status412PreconditionFailed,
                    "entry-changed",
                    "It stands otherwise than you have read.",
                    new() { ["theirs"] = result.Before }
                )
            : Wrong(StatusCodes.Status422UnprocessableEntity, result.Problems);
    }

    private const int Largest = 256 << 10;

    private static IResult Wrong(int status, IReadOnlyList<RegisterProblem> problems) =>
        PlanAnswers.Problem(
            status,
            ReportTemplateRules.Rule,
            string.Join(" ", problems.Select(one => $"{one.Path}: {one.Why}")),
            new() { ["problems"] = problems }
        );
}
