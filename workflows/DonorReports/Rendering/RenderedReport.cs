using ACip.Workflows.Languages;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.Rendering;

/// <summary>A report in one language, in every format.</summary>
/// <param name="Parts">Of the formats of the template, in the order of <see cref="ReportParts"/>.</param>
public sealed record RenderedReport(Language Language, IReadOnlyList<ReportPart> Parts)
{
    public ReportPart this[string fileName] => Parts.First(part => part.FileName == fileName);
}

public sealed record ReportPart(string FileName, string ContentType, byte[] Bytes);

public static class ReportParts
{
    public const string Html = "report.html";
    public const string Json = "report.json";
    public const string Word = "report.docx";
    public const string Pdf = "report.pdf";
    public const string Excel = "report.xlsx";
    public const string Iati = "iati.xml";
    public const string Csv = "observations.csv";

    /// <summary>In the order of <see cref="ReportFormat"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [Html, Json, Word, Pdf, Excel, Iati, Csv];

    public static string NameOf(ReportFormat format) => All[(int)format];

    public static string ContentTypeOf(string fileName) =>
        fileName switch
        {
            Html => "text/html; charset=utf-8",
            Json => "application/json",
            Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Pdf => "application/pdf",
            Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Iati => "application/xml",
            Csv => "text/csv; charset=utf-8; header=present",
            _ => Path.GetExtension(fileName).ToUpperInvariant() switch
            {
                ".PDF" => "application/pdf",
                ".JSON" => "application/json",
                ".XLSX" => ContentTypeOf(Excel),
                ".DOCX" => ContentTypeOf(Word),
                ".CSV" => "text/csv",
                _ => "application/octet-stream",
            },
        };
}
