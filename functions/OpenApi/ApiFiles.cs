using System.Text.Json.Nodes;
using ACip.Workflows.Portability;

namespace ACip.Functions.OpenApi;

/// <summary>Operations that take or return a file, or JSON without a record of its own; by operation id.</summary>
internal static class ApiFiles
{
    private const string Csv = "text/csv",
        Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Zip = "application/zip",
        Bytes = "application/octet-stream",
        Json = "application/json";

    private static readonly Dictionary<string, string> Sent = new(StringComparer.Ordinal)
    {
        ["putPlanningWorkbook"] = Workbook,
        ["postPlanningWorkbook"] = Workbook,
        ["saveDraftSection"] = Json,
        ["importRegister"] = Csv,
        ["importHistory"] = Csv,
        ["importFinance"] = Csv,
        ["importSurveyAnswers"] = Csv,
        ["addDonorReportAnnex"] = Bytes,
        ["importRows"] = PortableFormat.LinesType,
        ["importBlob"] = Bytes,
    };

    private static readonly Dictionary<string, string> Given = new(StringComparer.Ordinal)
    {
        ["getPlanningWorkbook"] = Workbook,
        ["getPlanDossier"] = Zip,
        ["getReportDossier"] = Zip,
        ["getGrantDossier"] = Zip,
        ["getReportChangesFile"] = Csv,
        ["getSurveyScores"] = Csv,
        ["takeSurveyCodes"] = Csv,
        ["getEvidence"] = Bytes,
        ["exportRows"] = PortableFormat.LinesType,
        ["exportBlobs"] = PortableFormat.LinesType,
        ["exportBlob"] = Bytes,
        ["getOpenApi"] = Json,
        ["getDraft"] = Json,
        ["getDraftSection"] = Json,
        ["getPlanReview"] = Json,
        ["verifyPlanVersion"] = Json,
        ["comparePlans"] = Json,
        ["getCoverage"] = Json,
    };

    public static IEnumerable<string> Ids => Sent.Keys.Concat(Given.Keys);

    /// <returns>Null where its body is a record, or there is none.</returns>
    public static JsonObject? SentTo(ApiOperation operation) => Content(Sent.GetValueOrDefault(operation.Id));

    public static JsonObject? GivenBy(ApiOperation operation) => Content(Given.GetValueOrDefault(operation.Id));

    private static JsonObject? Content(string? type) =>
        type is null
            ? null
            : new JsonObject
            {
                [type] = new JsonObject { ["schema"] = type == Json ? new JsonObject { ["type"] = "object" } : File(type) },
            };

    private static JsonObject File(string type) => new() { ["type"] = "string", ["contentMediaType"] = type };
}
