using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.DonorReports;

public sealed class UntrustedTextTests
{
    private const string Nasty = "=cmd|' /C calc'!A0 <script>alert(1)</script> ]]> & \" ' \0\u0008\ud800 \u202Egnp.exe _x000D_ </w:t>";

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("  =x")]
    [InlineData("\"=x")]
    [InlineData("\uff1d1")]
    public void A_text_that_may_start_a_formula_is_known_as_such(string text) => Assert.True(Formulas.MayStartOne(text));

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("1 = 1")]
    [InlineData("Réponse")]
    public void Other_text_is_left_alone(string text) => Assert.False(Formulas.MayStartOne(text));

    [Fact]
    public void In_CSV_no_text_starts_a_formula()
    {
        using CsvHelper.CsvReader csv = CsvHelper.CsvReader.Create(
            Report()[ReportParts.Csv].Bytes,
            new CsvHelper.CsvReaderOptions { Separator = ',' }
        );
        while (csv.Read())
        {
            foreach (string value in csv.Current.ToArray())
            {
                Assert.True(
                    !Formulas.MayStartOne(value)
                        || value[0] == '\''
                        || decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
                    value
                );
            }
        }
    }

    [Fact]
    public void In_the_workbook_there_is_no_formula_and_such_text_is_marked_as_text()
    {
        using var zip = new ZipArchive(new MemoryStream(Report()[ReportParts.Excel].Bytes));
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        int marked = 0;
        foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using Stream part = entry.Open();
            XDocument sheet = XDocument.Load(part);
            Assert.Empty(sheet.Descendants(main + "f"));
            foreach (
                XElement cell in sheet
                    .Descendants(main + "c")
                    .Where(cell => cell.Attribute("t") is not null && Formulas.MayStartOne(cell.Value))
            )
            {
                Assert.Equal("5", cell.Attribute("s")!.Value);
                marked++;
            }
        }

        Assert.True(marked > 0);
    }

    [Fact]
    public void In_the_page_it_stays_text()
    {
        var page = new HtmlParser().ParseDocument(new MemoryStream(Report()[ReportParts.Html].Bytes));
        Assert.Empty(page.QuerySelectorAll("script,iframe,img,object,link"));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
        );
        Assert.Contains(
            page.QuerySelectorAll("blockquote"),
            quote => quote.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal)
        );
        Assert.DoesNotContain('\u202e', page.DocumentElement.TextContent);
    }

    [Fact]
    public void Every_XML_part_can_be_read()
    {
        RenderedReport report = Report();
        XDocument.Load(new MemoryStream(report[ReportParts.Iati].Bytes));
        foreach (string name in new[] { ReportParts.Word, ReportParts.Excel })
        {
            using var zip = new ZipArchive(new MemoryStream(report[name].Bytes));
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                using Stream part = entry.Open();
                XDocument.Load(part);
            }
        }
    }

    [Fact]
    public void No_format_names_a_person()
    {
        RenderedReport report = Report();
        Assert.DoesNotContain("@example", Encoding.UTF8.GetString(report[ReportParts.Json].Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("p-2", Encoding.UTF8.GetString(report[ReportParts.Html].Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_report_withholds_stands_in_no_format()
    {
        DonorSnapshot secret = SmallReports.Of(
            SmallReports.Framework(ACip.Workflows.Programme.Aggregation.Sum, minimumCell: 3),
            ("XA", "ESA", [98765.25m]),
            ("XB", "WCA", [1m])
        );
        RenderedReport report = DonorReport.Render(secret, Language.En);
        Assert.All(report.Parts, part => Assert.DoesNotContain("98765.25", Encoding.UTF8.GetString(part.Bytes), StringComparison.Ordinal));
        Assert.All(report.Parts, part => Assert.DoesNotContain("98,765", Encoding.UTF8.GetString(part.Bytes), StringComparison.Ordinal));
    }

    private static RenderedReport Report()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.GlobalAffairsCanada, administrations: 3, indicators: 6);
        SnapshotHead head = sample.Head with
        {
            Narratives =
            [
                .. Enum.GetValues<NarrativePart>().Select(section => new Narrative(section, Language.En, Nasty, new PersonId("p-1"))),
            ],
            Deviations = [new Deviation(Nasty, Language.En, Nasty, Nasty)],
            Risks = [new ACip.Workflows.ActionPlans.Risk(Nasty, Nasty, 3, 3, Nasty, Nasty)],
            Gaps = [new CoverageGap(new AdministrationId("XA"), null, new PeriodKey(Nasty), GapReason.Missed, Nasty)],
            Deliveries = [sample.Head.Deliveries[0] with { Title = Nasty }],
            Cips = [new ACip.Workflows.Surveys.CipsScore(Nasty, 1, Nasty, 40, 3, 2, 4)],
            Agreement = sample.Head.Agreement with { Title = Nasty, OfficialNumber = Nasty },
            Supersedes = new Supersession("r-1", Nasty),
        };
        PlanExtract[] plans =
        [
            .. sample.Plans.Select(plan =>
                plan with
                {
                    Observations =
                    [
                        .. plan.Observations.Select(one =>
                            one with
                            {
                                Observation = one.Observation with
                                {
                                    Narrative = Nasty,
                                    MissingReason = one.Observation.Value is null ? Nasty : null,
                                    Source = new EntrySource(Nasty),
                                },
                            }
                        ),
                    ],
                }
            ),
        ];
        byte[] stored = SnapshotDocument.Write(new DonorSnapshot(head, plans));
        return DonorReport.Render(SnapshotDocument.Read(stored), Language.En);
    }
}
