using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Waves;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Surveys;

/// <summary>POST /api/surveys/{wave}/imports with a CSV or XLSX file: a workflow imports its answers, and GET /api/surveys/{wave} shows
/// the progress. A file larger than a request may be comes in parts: ?upload=NAME&amp;part=1, 2, 3 …, the last one with
/// &amp;last=1.</summary>
public sealed class SurveyImportEndpoints(ImportService imports, SignedInPerson signedIn)
{
    [Function(nameof(ApiSurveyImport))]
    public async Task<IResult> ApiSurveyImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/surveys/{wave}/imports")] HttpRequest request,
        string wave,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (WaveId.Read(wave) is not { } id)
        {
            return JsonAnswer.NotFound("survey");
        }

        try
        {
            CommandResult result = request.Query["upload"] is [{ Length: > 0 } upload]
                ? await imports.ReceivePartAsync(
                    id,
                    upload,
                    int.TryParse(request.Query["part"], CultureInfo.InvariantCulture, out int part) ? part : 0,
                    request.Query["last"] == "1",
                    request.Body,
                    access.Person.Id,
                    cancellation
                )
                : await imports.ReceiveAsync(id, request.Body, access.Person.Id, cancellation);
            await workflows.WakeSurveyAsync(result, cancellation);
            return DecisionAnswer.Of(result, access.Person.Language);
        }
        catch (Exception broken) when (broken is BadHttpRequestException or IOException)
        {
            return ApiProblem.Of(
                StatusCodes.Status400BadRequest,
                "survey-file-broken-off",
                "The file broke off, or is larger than a request may be: send it in parts."
            );
        }
    }
}
