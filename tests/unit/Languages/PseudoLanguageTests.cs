using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ACip.Tests.Unit.Documents;
using ACip.Tests.Unit.DonorReports;
using ACip.Tests.Unit.Messaging.Letters;
using ACip.Tests.Unit.Multilateral;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.Sample;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.Languages;

/// <summary>Everything that the programme says comes from its files of texts: in a language that brackets every text, nothing else is
/// left.</summary>
public sealed class PseudoLanguageTests
{
    private static readonly Language Bracketed = Language.FromString(Pseudo.Tag);

    /// <summary>Names of things, days and places, which are the same whatever the language of the sentence; and "Response", which is said
    /// in the language of the deviation that it belongs to.</summary>
    private const string Names = """
        A-CIP FICTIONAL SAMPLE DATA UTC WCO IATI SHA-256 Kathmandu Nepal Olga Officer
        Response
        January February March April May June July August September October November December
        Sunday Monday Tuesday Wednesday Thursday Friday Saturday
        """;

    /// <summary>Of the data annex: the same in every language, and in its CSV and JSON, for who counts with them.</summary>
    /// <summary>As the registry of languages has them, each in itself.</summary>
    private static readonly string LanguageNames = string.Join('\n', Language.All.Select(language => language.Name));

    private static readonly string Codes = string.Join(
        '\n',
        [
            .. Enum.GetNames<FigureState>(),
            .. Enum.GetNames<Progress>(),
            .. Enum.GetNames<ResultLevel>(),
            .. Enum.GetNames<GapReason>(),
            .. Enum.GetNames<DeliveryKind>(),
            .. Enum.GetNames<NarrativePart>(),
            .. Enum.GetNames<Aggregation>(),
            .. Enum.GetNames<Measure>(),
            "total",
            "Restatement",
        ]
    );

    public static TheoryData<string> Mails => [.. AllMails.Select(one => one.Name)];

    private static IEnumerable<(string Name, MailContent Content)> AllMails =>
        Samples.All(Bracketed).Select(one => (one.Name, one.Content)).Concat(LifeSamples.All);

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_says_nothing_that_is_written_in_code(string name)
    {
        MailContent content = AllMails.First(one => one.Name == name).Content;
        Assert.Empty(await ResidueOfAsync(content));
    }

    [Fact]
    public async Task A_text_planted_in_code_is_found()
    {
        string[] found = await ResidueOfAsync(new Planted());
        Assert.Equal(["Planted in a notice"], found);
    }

    [Fact]
    public void A_text_is_bracketed_and_two_fifths_longer()
    {
        string plain = Workflows.Messaging.Letters.Texts.QuarterlyIntro.In(Language.En);
        string bracketed = Workflows.Messaging.Letters.Texts.QuarterlyIntro.In(Bracketed);
        Assert.StartsWith($"{Pseudo.Opens}{plain}", bracketed, StringComparison.Ordinal);
        Assert.InRange(bracketed.Length, plain.Length * 1.4, plain.Length * 1.5);
        Assert.DoesNotContain(Bracketed, Language.All);
    }

    [Theory]
    [InlineData(DonorTemplate.Norad)]
    [InlineData(DonorTemplate.GlobalAffairsCanada)]
    [InlineData(DonorTemplate.Neutral)]
    [InlineData(SampleTemplates.Aurora)]
    public void A_donor_report_says_nothing_that_is_written_in_code(string template)
    {
        DonorSnapshot snapshot = IatiMultilateralTests.WithMultilateral(SampleSnapshots.Sample(template));
        RenderedReport report = DonorReport.Render(snapshot, Bracketed);
        string data = Names + Residue.Given(snapshot) + Residue.Given(Templates.Of(snapshot.Head));

        Assert.Empty(Residue.Of(HtmlTexts(Encoding.UTF8.GetString(report[ReportParts.Html].Bytes)), data));
        Assert.Empty(Residue.Of(WordTexts(report[ReportParts.Word].Bytes), data));
        Assert.Empty(Residue.Of(WorkbookTexts(report[ReportParts.Excel].Bytes), data + Codes + LanguageNames));
    }

    [Fact]
    public void What_IATI_says_in_a_language_comes_from_its_texts()
    {
        DonorSnapshot snapshot = IatiMultilateralTests.WithMultilateral(SampleSnapshots.Sample(DonorTemplate.Norad));
        XDocument file = XDocument.Load(new MemoryStream(DonorReport.Render(snapshot, Bracketed)[ReportParts.Iati].Bytes));
        XElement[] narratives = [.. file.Descendants("narrative")];

        Assert.Contains(narratives, one => one.Attribute(XNamespace.Xml + "lang")?.Value == Pseudo.Tag);
        Assert.Empty(Residue.Of(narratives.Select(one => one.Value), Names + Residue.Given(snapshot)));
    }

    [Fact]
    public void A_workbook_of_figures_says_nothing_that_is_written_in_code()
    {
        FiguresForm form = Sample.Form with { Language = Bracketed };

        Assert.Empty(Residue.Of(WorkbookTexts(FiguresWorkbook.Write(form)), Names + Residue.Given(form)));
    }

    [Fact]
    public void A_workbook_of_a_plan_says_nothing_that_is_written_in_code()
    {
        ActionPlan plan = ProgrammeSeed.Load().Plans[0] with { Language = Bracketed };

        Assert.Empty(Residue.Of(WorkbookTexts(PlanningWorkbook.Write(plan)), Names + Residue.Given(plan)));
    }

    private static async Task<string[]> ResidueOfAsync(MailContent content)
    {
        MailFrame frame = Samples.Frame(Bracketed);
        MailMessage mail = await MailRendering.RenderAsync(content, frame);
        string data = Names + Residue.Given(content) + Residue.Given(frame);
        return Residue.Of([mail.Subject, .. Unwrapped(mail.Text), .. HtmlTexts(mail.Html)], data);
    }

    /// <summary>A form's lines are broken within a text.</summary>
    private static string[] Unwrapped(string text)
    {
        int depth = 0;
        return string.Concat(
                text.Select(letter =>
                {
                    depth +=
                        letter == Pseudo.Opens ? 1
                        : letter == Pseudo.Closes ? -1
                        : 0;
                    return letter == '\n' && depth > 0 ? ' ' : letter;
                })
            )
            .Split('\n');
    }

    private static IEnumerable<string> HtmlTexts(string html) =>
        new HtmlParser()
            .ParseDocument(html)
            .All.Where(element => element.LocalName is not ("style" or "script"))
            .SelectMany(element =>
                element
                    .ChildNodes.Where(node => node.NodeType == AngleSharp.Dom.NodeType.Text)
                    .Select(node => node.TextContent)
                    .Concat(
                        new[] { "title", "alt", "aria-label", "placeholder" }.Select(name => element.GetAttribute(name)).OfType<string>()
                    )
            );

    private static IEnumerable<string> WordTexts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var document = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return
        [
            .. Regex
                .Matches(document.ReadToEnd(), "<w:t[^>]*>([^<]*)")
                .Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)),
        ];
    }

    /// <summary>What a reader sees in its cells, on its tabs, and beside a cell when it is chosen; hidden sheets are for
    /// programs.</summary>
    private static IEnumerable<string> WorkbookTexts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        XElement[] sheets = [.. Named(Part(zip, "xl/workbook.xml"), "sheet")];
        string[] shared = zip.GetEntry("xl/sharedStrings.xml") is null
            ? []
            : [.. Named(Part(zip, "xl/sharedStrings.xml"), "si").Select(item => string.Concat(Named(item, "t").Select(one => one.Value)))];
        foreach ((int at, XElement sheet) in sheets.Index().Where(one => one.Item.Attribute("state") is null))
        {
            yield return sheet.Attribute("name")!.Value;
            XElement shown = Part(zip, $"xl/worksheets/sheet{at + 1}.xml");
            foreach (XElement cell in Named(shown, "c"))
            {
                yield return cell.Attribute("t")?.Value == "s"
                    ? shared[int.Parse(Named(cell, "v").Single().Value, CultureInfo.InvariantCulture)]
                    : string.Concat(Named(cell, "t").Select(one => one.Value));
            }

            foreach (XAttribute beside in Named(shown, "dataValidation").SelectMany(one => one.Attributes()))
            {
                if (beside.Name.LocalName is "prompt" or "promptTitle" or "error" or "errorTitle")
                {
                    yield return beside.Value;
                }
            }
        }
    }

    private static IEnumerable<XElement> Named(XElement within, string name) =>
        within.Descendants().Where(one => one.Name.LocalName == name);

    private static XElement Part(ZipArchive zip, string name)
    {
        using Stream stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream).Root!;
    }

    private sealed record Planted : Notice
    {
        public override DateTimeOffset? ReadBy => null;

        public override Text Subject => Text.Same("Planted in a notice");

        public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
            [Workflows.Messaging.Letters.Texts.QuarterlyIntro];
    }
}
