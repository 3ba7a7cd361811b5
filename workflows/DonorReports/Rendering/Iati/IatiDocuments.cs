using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.Rendering.Iati;

/// <summary>The readable files that stand beside the activity where it is published, at addresses that do not change with its versions; and
/// whose activity it was before.</summary>
internal static class IatiDocuments
{
    private const string Results = "A08"; // DocumentCategory: results, outcomes and outputs

    private static readonly ReportFormat[] Readable = [ReportFormat.Html, ReportFormat.Pdf];

    /// <summary>Comes behind the participants. An activity keeps its identifier when another organisation reports it.</summary>
    public static void FormerReporter(MarkupText xml, SnapshotHead head)
    {
        if (Former(head) is { } former)
        {
            xml.Raw("<other-identifier type=\"B1\" ref=\"").Text(former).Raw("\"/>");
        }
    }

    public static string Identifier(SnapshotHead head) => head.ActivityIdentifier ?? $"{head.Publisher.IatiReference}-{head.Agreement.Id}";

    /// <summary>Comes behind the sectors and tags.</summary>
    public static void Links(MarkupText xml, SnapshotHead head)
    {
        if (head.PublishedAt is not { } address)
        {
            return;
        }

        foreach (Language language in head.Agreement.Schedule.Languages)
        {
            foreach (string file in Readable.Intersect(Templates.Of(head).Formats).Select(ReportParts.NameOf))
            {
                xml.Raw("<document-link format=\"")
                    .Text(ReportParts.ContentTypeOf(file).Split(';')[0])
                    .Raw("\" url=\"")
                    .Text($"{address}/{language.Tag}/{file}")
                    .Raw("\"><title>");
                IatiRendering.Narrative(
                    xml,
                    $"{head.Agreement.Framework.TermIn(head.Agreement.Title, language)} {head.Period.Label}",
                    language
                );
                xml.Raw($"</title><category code=\"{Results}\"/><language code=\"{language.Tag}\"/>")
                    .Raw($"<document-date iso-date=\"{Writing.Iso(DateOnly.FromDateTime(head.AsOf.UtcDateTime))}\"/></document-link>");
            }
        }
    }

    private static string? Former(SnapshotHead head)
    {
        string end = $"-{head.Agreement.Id}";
        string identifier = Identifier(head);
        return
            identifier.StartsWith($"{head.Publisher.IatiReference}-", StringComparison.Ordinal)
            || !identifier.EndsWith(end, StringComparison.Ordinal)
            ? null
            : identifier[..^end.Length];
    }
}
