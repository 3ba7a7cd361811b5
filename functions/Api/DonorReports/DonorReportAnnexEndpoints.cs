using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.DonorReports;

/// <summary>PUT /api/donor-reports/{agreement}/{period}/annexes/{fileName}?title=…: a file that accompanies the report, such as the
/// financial annex.</summary>
public sealed class DonorReportAnnexEndpoints(DonorReportEditingService editing, SignedInPerson signedIn)
{
    private const int Largest = 20 << 20;

    [Function(nameof(DonorReportAnnexEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/donor-reports/{agreement}/{period}/annexes/{fileName}")]
            HttpRequest request,
        string agreement,
        string period,
        string fileName,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (!RouteIds.Sound(agreement, period, fileName))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "annex-name", "Letters, digits, hyphens and dots make a file's name.");
        }

        if (await RequestBody.ReadAsync(request, Largest, cancellation) is not { Length: > 0 } content)
        {
            return TooLarge;
        }

        string title = request.Query["title"] is [{ Length: > 0 and <= 200 } given] ? given : fileName;
        return await DecisionAnswer.OfAsync(
            await editing.AddAnnexAsync(
                new ReportEdit(new AgreementId(agreement), new PeriodKey(period), access.Person.Id),
                new NewAnnex(fileName, Titles(request, title), ContentType(fileName), content),
                cancellation
            ),
            access.Person.Language,
            workflows,
            cancellation
        );
    }

    /// <summary>?title=… in English, and ?title-fr=… and so on for other languages.</summary>
    private static Text Titles(HttpRequest request, string title)
    {
        var byTag = new Dictionary<string, string> { [Language.En.Tag] = title };
        foreach (Language language in Language.All)
        {
            if (request.Query[$"title-{language.Tag}"] is [{ Length: > 0 and <= 200 } given])
            {
                byTag[language.Tag] = given;
            }
        }

        return Text.By(byTag, Language.En);
    }

    private static IResult TooLarge { get; } =
        ApiProblem.Of(StatusCodes.Status400BadRequest, "annex-size", "An annex has between 1 byte and 20 MiB.");

    /// <summary>Derived from the name and not from what the client says, because the file is handed out under it.</summary>
    private static string ContentType(string fileName) =>
        Path.GetExtension(fileName).ToUpperInvariant() switch
        {
            ".PDF" => "application/pdf",
            ".XLSX" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".DOCX" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".CSV" => "text/csv",
            _ => "application/octet-stream",
        };
}
