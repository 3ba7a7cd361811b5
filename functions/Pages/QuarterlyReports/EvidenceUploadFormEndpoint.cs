using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/evidence: files that support figures, by the administration's coordinator or by
/// an officer on its behalf.</summary>
public sealed class EvidenceUploadFormEndpoint(ReportFormAuthorization authorization, EvidenceUploads uploads)
{
    public static string PathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "evidence");

    [Function("EvidenceUploadForm")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/evidence")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        authorization.ActAsync(
            request,
            planId,
            period,
            ReportFormAuthors.OfficersAndCoordinators,
            async post =>
            {
                var upload = new EvidenceUpload(
                    post.Id,
                    post.Text("item"),
                    await ChosenFile.ReadAllAsync(post.Form, "file", cancellation),
                    post.Person.Id,
                    post.Source
                );
                return await post.AnswerAsync(await uploads.KeepAsync(upload, cancellation), workflows, cancellation, "evidence");
            },
            cancellation
        );
}
