using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Rendering.Csv;
using ACip.Workflows.DonorReports.Rendering.Excel;
using ACip.Workflows.DonorReports.Rendering.Html;
using ACip.Workflows.DonorReports.Rendering.Iati;
using ACip.Workflows.DonorReports.Rendering.Json;
using ACip.Workflows.DonorReports.Rendering.Pdf;
using ACip.Workflows.DonorReports.Rendering.Word;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports;

/// <summary>Turns a snapshot into files. A pure function: the same snapshot and language give the same bytes on every machine, in every
/// culture and zone.</summary>
public static class DonorReport
{
    /// <summary>All formats in memory. For a report on many hundred administrations use <see cref="RenderTo"/>.</summary>
    public static RenderedReport Render(DonorSnapshot snapshot, Language language)
    {
        var parts = new List<(string Name, MemoryStream Bytes)>();
        RenderTo(
            snapshot,
            language,
            name =>
            {
                parts.Add((name, new MemoryStream()));
                return parts[^1].Bytes;
            }
        );
        return new RenderedReport(
            language,
            [.. parts.Select(part => new ReportPart(part.Name, ReportParts.ContentTypeOf(part.Name), part.Bytes.ToArray()))]
        );
    }

    /// <summary>Renders all formats of the template, one after the other, straight to their destination. Enumerates the plans several
    /// times, with one at a time in memory.</summary>
    /// <param name="open">Gives a stream to write, that can seek, for a file name of <see cref="ReportParts.All"/>; it is disposed
    /// here.</param>
    public static void RenderTo(DonorSnapshot snapshot, Language language, Func<string, Stream> open)
    {
        FigureSet figures = FigureCalculator.Of(snapshot);
        ReportDocument document = Templates.Compose(snapshot.Head, figures, language);
        Write(ReportFormat.Html, output => HtmlRendering.Write(document, output));
        Write(ReportFormat.Json, output => JsonRendering.Write(snapshot.Head, figures, output));
        Write(ReportFormat.Word, output => WordRendering.Write(document, snapshot.Head.AsOf, output));
        Write(ReportFormat.Pdf, output => PdfRendering.Write(document, snapshot.Head.AsOf, output));
        Write(ReportFormat.Excel, output => ExcelRendering.Write(snapshot, figures, document, output));
        Write(ReportFormat.Iati, output => IatiRendering.Write(snapshot.Head, figures, language, output));
        Write(ReportFormat.Csv, output => CsvRendering.Write(ObservationTable.Of(snapshot, figures), output));

        void Write(ReportFormat format, Action<Stream> write)
        {
            if (Templates.Of(snapshot.Head).Formats.Contains(format))
            {
                using Stream output = open(ReportParts.NameOf(format));
                write(output);
            }
        }
    }
}
