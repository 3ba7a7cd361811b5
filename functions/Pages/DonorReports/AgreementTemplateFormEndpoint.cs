using ACip.Functions.Api;
using ACip.Functions.Api.DonorReports;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Programme;
using ACip.Workflows.DonorReports.AddedTemplates;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>POST /agreements/{id}/report-template: an officer chooses by which template an agreement's reports are made.</summary>
public sealed class AgreementTemplateFormEndpoint(PageFrame frame, ReportTemplateService templates, AgreementPageEndpoints agreements)
{
    public static string PathOf(AgreementId agreement) => $"/agreements/{agreement}/report-template";

    [Function(nameof(AgreementTemplateFormEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "agreements/{id}/report-template")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/agreements/{id}";
        if (
            !RouteIds.Sound(id)
            || await frame.ReadFormAsync(request, page, cancellation) is not { } form
            || IfMatch.Of(form) is not { } asRead
        )
        {
            return PageFrame.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status400BadRequest);
        }

        RegisterResult<GrantAgreement> result = await templates.ChooseAsync(
            new AgreementId(id),
            form.Text("template"),
            asRead,
            page.Person!.Id,
            cancellation
        );
        CommandResult answer =
            result.Saved is not null ? new CommandResult.Recorded(null)
            : result.IsStale ? CommandResult.Refused.ChangedMeanwhile
            : new CommandResult.Refused(result.Problems[0].Rule, result.Problems[0].Why);
        return await DecisionForms.AnswerAsync(
            request,
            page,
            answer,
            back,
            workflows,
            () => agreements.EditAgreement(request, id, cancellation),
            cancellation,
            "reports"
        );
    }
}
