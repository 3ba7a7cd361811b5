using System.IO.Compression;
using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>What the programme says is in the language of the report; what others wrote is in theirs, with a mark and, where an officer has
/// entered one, a translation beside it.</summary>
public sealed class LanguageOfReportTests
{
    private static readonly DonorSnapshot Sample = SampleSnapshots.Sample(DonorTemplate.GlobalAffairsCanada);

    [Fact]
    public void Words_of_another_language_are_marked_in_texts_and_in_tables()
    {
        IDocument french = Page(Sample, Language.Fr);
        IElement lesson = french
            .QuerySelectorAll("blockquote")
            .First(one => one.TextContent.Contains("Peers help", StringComparison.Ordinal));
        Assert.Equal("en", lesson.GetAttribute("lang"));
        Assert.EndsWith("texte original : English", lesson.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("fr", lesson.QuerySelector("footer")!.GetAttribute("lang"));
        IElement risk = french
            .QuerySelectorAll("td")
            .First(one => one.TextContent.Contains("Turnover of trained", StringComparison.Ordinal));
        Assert.Equal("Turnover of trained staff [texte original : English]", risk.TextContent.Trim());
        Assert.Equal("en", risk.GetAttribute("lang"));
        Assert.Contains("[texte original : English]", WordText(Sample, Language.Fr), StringComparison.Ordinal);

        IElement[] english = [.. Page(Sample, Language.En).QuerySelectorAll("blockquote")];
        Assert.Contains(
            english,
            one =>
                one.TextContent.Contains("formulaires courts", StringComparison.Ordinal)
                && one.TextContent.EndsWith("original: Français", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(english, one => one.TextContent.Contains("original: English", StringComparison.Ordinal));
    }

    [Fact]
    public void A_translation_stands_beside_the_words_that_it_translates()
    {
        DonorSnapshot translated = Sample with
        {
            Head = Sample.Head with
            {
                Translations =
                [
                    Of("Turnover of trained staff", "Rotation du personnel formé"),
                    Of("Training began a quarter late.", "La formation a commencé avec un trimestre de retard."),
                    Of("Two sessions added in spring.", "Deux séances ajoutées au printemps."),
                ],
            },
        };
        IDocument french = Page(translated, Language.Fr);
        Assert.Contains(
            french.QuerySelectorAll("td"),
            cell =>
                cell.TextContent.Trim() == "Traduction : Rotation du personnel formé Turnover of trained staff [texte original : English]"
        );
        IElement deviation = french
            .QuerySelectorAll("blockquote")
            .First(one => one.TextContent.Contains("Training began", StringComparison.Ordinal));
        Assert.Equal(
            "Traduction : 1110.2\u00a0: La formation a commencé avec un trimestre de retard. Réponse : Deux séances ajoutées au printemps.",
            deviation.QuerySelector("p[lang=fr]")!.TextContent
        );
        Assert.Contains("Rotation du personnel formé", WordText(translated, Language.Fr), StringComparison.Ordinal);
        Assert.Contains("Rotation du personnel formé", Sheets(translated, Language.Fr), StringComparison.Ordinal);
        Assert.DoesNotContain("Rotation", Page(translated, Language.En).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_numbers_countries_and_the_publisher_are_in_the_language_of_the_report()
    {
        Administration chile = Sample.Head.Administrations[0] with { Id = new AdministrationId("DE"), Name = "Germany" };
        DonorSnapshot snapshot = Sample with
        {
            Head = Sample.Head with
            {
                Administrations = [chile, .. Sample.Head.Administrations.Skip(1)],
                Publisher = Sample.Head.Publisher with { Names = Workflows.DonorReports.Texts.PublisherName },
                Gaps = [new CoverageGap(chile.Id, null, new("20250101-20250331"), GapReason.NotSubmitted)],
                Annexes =
                [
                    Sample.Head.Annexes[0] with
                    {
                        Titles = Text.By(
                            new Dictionary<string, string> { ["en"] = "Financial annex", ["fr"] = "Annexe financière 2025" },
                            Language.En
                        ),
                    },
                ],
            },
        };
        string page = Page(snapshot, Language.Fr).DocumentElement.TextContent;
        Assert.All(
            [
                "Allemagne",
                "Programme de l'OMD",
                "Annexe financière 2025",
                "31 décembre 2025",
                "1er janvier 2025 – 31 mars 2025",
                "dimanche 15 février 2026",
            ],
            words => Assert.Contains(words, page, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Germany", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\b20\\d\\d[-\u2011]\\d\\d[-\u2011]\\d\\d\\b", page);
        string chart = Part(snapshot, Language.Fr, ReportParts.Word, "word/charts/chart1.xml");
        Assert.Contains("<a:t>", chart, StringComparison.Ordinal);
        Assert.DoesNotMatch("<a:t>[^<]*\\d\\.\\d", chart);
        Assert.DoesNotMatch(
            "<text[^>]*>[^<]*\\d\\.\\d[^<]*%",
            Encoding.UTF8.GetString(Render(snapshot, Language.Fr)[ReportParts.Html].Bytes)
        );
    }

    [Fact]
    public void The_workbook_names_no_constant_of_the_code()
    {
        string sheets = Sheets(Sample, Language.Fr);
        Assert.All(
            [
                "NoData",
                "NotSubmitted",
                "TargetMet",
                "TowardsTarget",
                "NotAggregated",
                "LessonsLearned",
                "InstrumentOrTool",
                ">Shown<",
                ">Suppressed<",
                ">annual<",
                ">quarterly<",
            ],
            constant => Assert.DoesNotContain(constant, sheets, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Contains("Résultat intermédiaire", sheets, StringComparison.Ordinal);
    }

    private static Translation Of(string original, string french) => new(Translation.KeyOf(original), Language.Fr, french);

    private static RenderedReport Render(DonorSnapshot snapshot, Language language) => DonorReport.Render(snapshot, language);

    private static IDocument Page(DonorSnapshot snapshot, Language language) =>
        new HtmlParser().ParseDocument(new MemoryStream(Render(snapshot, language)[ReportParts.Html].Bytes));

    private static string WordText(DonorSnapshot snapshot, Language language) =>
        Part(snapshot, language, ReportParts.Word, "word/document.xml");

    private static string Sheets(DonorSnapshot snapshot, Language language) =>
        string.Concat(
            Enumerable.Range(1, 8).Select(sheet => Part(snapshot, language, ReportParts.Excel, $"xl/worksheets/sheet{sheet}.xml"))
        );

    private static string Part(DonorSnapshot snapshot, Language language, string file, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(Render(snapshot, language)[file].Bytes));
        using var text = new StreamReader(zip.GetEntry(part)!.Open());
        return text.ReadToEnd();
    }
}
