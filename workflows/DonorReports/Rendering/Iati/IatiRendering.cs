using System.Globalization;
using System.Text;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Rendering.Iati;

/// <summary>One IATI 2.03 activity with its results. Amounts come from the grant's accounts and are left out if there are none.</summary>
internal static class IatiRendering
{
    private const string AntiCorruption = "15113"; // Sector (OECD DAC): anti-corruption organisations and institutions

    public static void Write(SnapshotHead head, FigureSet figures, Language language, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        var xml = new MarkupText(writer);
        GrantAgreement agreement = head.Agreement;
        Opening(xml, head, figures, language);
        xml.Raw("</description>");
        Organisations(xml, head);
        IatiDocuments.FormerReporter(xml, head);
        xml.Raw($"<activity-status code=\"{Status(agreement, DateOnly.FromDateTime(head.AsOf.UtcDateTime))}\"/>")
            .Raw(
                string.Concat(
                    Dates(agreement, DateOnly.FromDateTime(head.AsOf.UtcDateTime))
                        .Select(date => $"<activity-date type=\"{date.Type}\" iso-date=\"{Writing.Iso(date.Day)}\"/>")
                )
            )
            .Raw("<contact-info type=\"1\"><organisation>");
        Narrative(xml, head.Publisher.NameIn(head.Donor.Language), null);
        xml.Raw("</organisation>");
        if (head.PublishedAt is { } address)
        {
            xml.Raw("<website>").Text(new Uri(address).GetLeftPart(UriPartial.Authority)).Raw("</website>");
        }

        xml.Raw("</contact-info><activity-scope code=\"3\"/>");
        IatiRegions.Write(xml, head.Administrations);
        xml.Raw($"<sector vocabulary=\"1\" code=\"{AntiCorruption}\"/>");
        IatiMultilateral.Tags(xml, head);
        IatiFinance.Write(xml, head, language);
        IatiDocuments.Links(xml, head);
        Results(xml, head, figures, language);
        IatiMultilateral.Results(xml, head, language);
        xml.Raw("\n</iati-activity></iati-activities>\n");
    }

    /// <summary>Who reports what: the declaration, the identifier, the reporting organisation, title and description.</summary>
    private static void Opening(MarkupText xml, SnapshotHead head, FigureSet figures, Language language)
    {
        string instant = head.AsOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string mark = head.Fictional ? $"{Texts.FictionalMark.En}: " : "";
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .Raw(head.Fictional ? $"<!-- {Texts.FictionalMark.En} -->\n" : "")
            .Raw(
                $"<iati-activities version=\"2.03\" generated-datetime=\"{instant}\"><iati-activity xml:lang=\"{head.Donor.Language.Tag}\" last-updated-datetime=\"{instant}\">"
            )
            .Raw("<iati-identifier>")
            .Text(IatiDocuments.Identifier(head))
            .Raw("</iati-identifier>")
            .Raw("<reporting-org ref=\"")
            .Text(head.Publisher.IatiReference)
            .Raw("\" type=\"")
            .Text(head.Publisher.OrganisationType)
            .Raw("\">");
        Narrative(xml, head.Publisher.Name, null);
        xml.Raw("</reporting-org><title>");
        Narrative(xml, mark + Filled(head.Agreement.Title, head.Agreement.OfficialNumber), null);
        xml.Raw("</title><description type=\"1\">");
        Narrative(
            xml,
            $"{mark}{Texts.SummaryCoverage(reporting: figures.Administrations.Count(one => one.Values > 0), all: figures.Administrations.Count).In(language)}",
            language
        );
    }

    private static void Results(MarkupText xml, SnapshotHead head, FigureSet figures, Language language)
    {
        foreach (IGrouping<FrameworkResult, IndicatorFigure> result in figures.Indicators.GroupBy(figure => figure.Result))
        {
            xml.Raw($"\n<result type=\"{TypeOf(result.Key.Level)}\"><title>");
            Worded(xml, result.Key.Code, result.Key.Statement, result.Key.French);
            xml.Raw("</title>");
            foreach (IndicatorFigure figure in result)
            {
                IatiIndicator.Write(xml, head, figure, language);
            }

            xml.Raw("</result>");
        }
    }

    public static void Narrative(MarkupText xml, string text, Language? language) =>
        xml.Raw(language is { } known ? $"<narrative xml:lang=\"{known.Tag}\">" : "<narrative>").Text(text).Raw("</narrative>");

    /// <summary>The donor's words in the language of the agreement, and in French where it has them.</summary>
    public static void Worded(MarkupText xml, string code, string statement, string? french)
    {
        Narrative(xml, $"{code} {statement}", null);
        if (french is not null)
        {
            Narrative(xml, $"{code} {french}", Language.FromString(DonorWords.FirstSecondTag));
        }
    }

    public static string Filled(string text, string otherwise) => string.IsNullOrWhiteSpace(PrintableText.Of(text)) ? otherwise : text;

    private static void Organisations(MarkupText xml, SnapshotHead head)
    {
        Organisation(xml, "1", "10", head.Donor.IatiReference, head.Donor.Name);
        Organisation(xml, "2", head.Publisher.OrganisationType, head.Publisher.IatiReference, head.Publisher.Name);
        Organisation(xml, "4", head.Publisher.OrganisationType, head.Publisher.IatiReference, head.Publisher.Name);
        foreach (Administration administration in head.Administrations)
        {
            Organisation(xml, "4", "10", null, administration.Name);
        }
    }

    private static void Organisation(MarkupText xml, string role, string type, string? reference, string name)
    {
        xml.Raw($"<participating-org role=\"{role}\" type=\"").Text(type).Raw("\"");
        if (!string.IsNullOrWhiteSpace(reference))
        {
            xml.Raw(" ref=\"").Text(reference.Trim()).Raw("\"");
        }

        xml.Raw(">");
        Narrative(xml, name, null);
        xml.Raw("</participating-org>");
    }

    /// <summary>Planned start and end; actual ones once they have come, for what is actual is not in the future.</summary>
    private static IEnumerable<(string Type, DateOnly Day)> Dates(GrantAgreement agreement, DateOnly today) =>
        new[]
        {
            ("1", agreement.Start, true),
            ("2", agreement.Start, agreement.Start <= today),
            ("3", agreement.End, true),
            ("4", agreement.End, agreement.End < today),
        }
            .Where(one => one.Item3)
            .Select(one => (one.Item1, one.Item2));

    private static string Status(GrantAgreement agreement, DateOnly today) =>
        today < agreement.Start ? "1"
        : today <= agreement.End ? "2"
        : "3";

    private static string TypeOf(ResultLevel level) =>
        level switch
        {
            ResultLevel.Ultimate => "3",
            ResultLevel.Output => "1",
            _ => "2",
        };
}
