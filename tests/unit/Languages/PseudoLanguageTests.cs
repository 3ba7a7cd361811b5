using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ACip.Tests.Unit.DonorReports;
using ACip.Tests.Unit.Messaging.Letters;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.Languages;

/// <summary>Everything that the programme says comes from its files of texts: in a language that brackets every text, nothing else is left.</summary>
public sealed class PseudoLanguageTests
{
    private static readonly Language Bracketed = Language.FromString(Pseudo.Tag);

    /// <summary>Names of things, days and places, which are the same whatever the language of the sentence; and "Response", which is said in
    /// the language of the deviation that it belongs to.</summary>
    private const string Names = """
        A-CIP FICTIONAL SAMPLE DATA UTC WCO IATI SHA-256 Kathmandu Nepal Olga Officer
        Response
        January February March April May June July August September October November December
        Sunday Monday Tuesday Wednesday Thursday Friday Saturday
        """;

    public static TheoryData<string> Mails => [.. Samples.All(Bracketed).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_says_nothing_that_is_written_in_code(string name)
    {
        MailContent content = Samples.All(Bracketed).First(one => one.Name == name).Content;
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
    public void A_donor_report_says_nothing_that_is_written_in_code(DonorTemplate template)
    {
        DonorSnapshot snapshot = SampleSnapshots.Sample(template);
        RenderedReport report = DonorReport.Render(snapshot, Bracketed);
        string data = Names + Residue.Given(snapshot);

        Assert.Empty(Residue.Of(HtmlTexts(Encoding.UTF8.GetString(report[ReportParts.Html].Bytes)), data));
        Assert.Empty(Residue.Of(WordTexts(report[ReportParts.Word].Bytes), data));
    }

    private static async Task<string[]> ResidueOfAsync(MailContent content)
    {
        MailFrame frame = Samples.Frame(Bracketed);
        MailMessage mail = await MailTexts.RenderAsync(content, frame);
        string data = Names + Residue.Given(content) + Residue.Given(frame);
        return Residue.Of([mail.Subject, .. mail.Text.Split('\n'), .. HtmlTexts(mail.Html)], data);
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

    private sealed record Planted : Notice
    {
        public override DateTimeOffset? ReadBy => null;

        public override Text Subject => Text.Same("Planted in a notice");

        public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
            [Workflows.Messaging.Letters.Texts.QuarterlyIntro];
    }
}
