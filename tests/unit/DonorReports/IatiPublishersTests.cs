using System.Globalization;
using System.Xml.Linq;
using System.Xml.XPath;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>What public validators ask of a publisher beyond the standard's own ruleset, rule by rule.</summary>
public sealed class IatiPublishersTests
{
    private static readonly Dictionary<string, Func<XDocument, bool>> Rules = new()
    {
        ["one recipient country or region, or shares that make 100"] = file =>
            file.XPathSelectElements("//recipient-country|//recipient-region") is var places
            && (places.Count() == 1 || places.Sum(one => (decimal)one.Attribute("percentage")!) == 100),
        ["one sector, or shares that make 100"] = file =>
            file.XPathSelectElements("//iati-activity/sector") is var sectors
            && (sectors.Count() == 1 || sectors.Sum(one => (decimal)one.Attribute("percentage")!) == 100),
        ["an actual start where work has begun, an actual end where it has ended, neither in the future"] = file =>
            Code(file, "activity-status") switch
            {
                "1" => !HasDate(file, "2") && !HasDate(file, "4"),
                "2" => HasDate(file, "2") && !HasDate(file, "4"),
                _ => HasDate(file, "2") && HasDate(file, "4"),
            } && file.XPathSelectElements("//activity-date[@type='2' or @type='4']").All(date => Day(date, "iso-date") <= Generated(file)),
        ["planned start before planned end"] = file =>
            Day(file.XPathSelectElement("//activity-date[@type='1']")!, "iso-date")
            <= Day(file.XPathSelectElement("//activity-date[@type='3']")!, "iso-date"),
        ["budget periods of at most a year inside the activity"] = file =>
            file.XPathSelectElements("//budget")
                .All(budget =>
                    Day(budget.Element("period-start")!, "iso-date") is var start
                    && Day(budget.Element("period-end")!, "iso-date") is var end
                    && end < start.AddYears(1)
                    && start >= Day(file.XPathSelectElement("//activity-date[@type='1']")!, "iso-date")
                    && end <= Day(file.XPathSelectElement("//activity-date[@type='3']")!, "iso-date")
                ),
        ["currency and value date on every amount"] = file =>
            file.XPathSelectElements("//budget/value|//transaction/value|//planned-disbursement/value")
                .All(value => value.Attribute("currency") is not null && value.Attribute("value-date") is not null),
        ["document links with language, format and category, over https"] = file =>
            file.XPathSelectElements("//iati-activity/document-link") is var links
            && links.Any()
            && links.All(link =>
                link.Attribute("format") is not null
                && link.Element("language")?.Attribute("code") is not null
                && link.Element("category")?.Attribute("code") is not null
                && link.Attribute("url")!.Value.StartsWith("https://", StringComparison.Ordinal)
            ),
        ["a contact with a name"] = file => file.XPathSelectElements("//contact-info/organisation/narrative").Any(),
        ["participating organisations with type and role, funding and implementing among them"] = file =>
            file.Descendants("participating-org") is var all
            && all.All(one => one.Attribute("type") is not null && one.Attribute("role") is not null)
            && new[] { "1", "4" }.All(role => all.Any(one => one.Attribute("role")!.Value == role)),
        ["a title and a description with words"] = file =>
            file.XPathSelectElements("//iati-activity/title/narrative|//iati-activity/description/narrative")
                .Count(one => one.Value.Length > 10) >= 2,
    };

    public static TheoryData<string, DonorTemplate> All
    {
        get
        {
            var all = new TheoryData<string, DonorTemplate>();
            foreach (string rule in Rules.Keys)
            {
                all.Add(rule, DonorTemplate.Norad);
                all.Add(rule, DonorTemplate.GlobalAffairsCanada);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_keeps_to_the_rule(string rule, DonorTemplate template) => Assert.True(Rules[rule](File(Published(template))));

    [Fact]
    public void Each_rule_finds_a_file_without_what_it_asks_for()
    {
        XDocument file = File(Published(DonorTemplate.Norad));
        foreach (
            XElement one in file.XPathSelectElements(
                    "//recipient-region[1]|//contact-info|//document-link/language|//activity-date[@type='2']"
                )
                .ToArray()
        )
        {
            one.Remove();
        }

        file.Descendants("participating-org").First().SetAttributeValue("type", null);
        Assert.Equal(5, Rules.Count(rule => !rule.Value(file)));
    }

    [Fact]
    public void An_activity_keeps_its_identifier_when_another_organisation_reports_it()
    {
        DonorSnapshot sample = Published(DonorTemplate.Norad);
        XDocument own = File(sample);
        string identifier = own.Descendants("iati-identifier").Single().Value;
        Assert.Empty(own.Descendants("other-identifier"));

        DonorSnapshot later = sample with
        {
            Head = sample.Head with
            {
                ActivityIdentifier = identifier,
                Publisher = sample.Head.Publisher with { IatiReference = "XI-NEW-ORG" },
            },
        };
        XDocument moved = File(later);
        Assert.Equal(identifier, moved.Descendants("iati-identifier").Single().Value);
        XElement former = moved.Descendants("other-identifier").Single();
        Assert.Equal(("B1", sample.Head.Publisher.IatiReference), (former.Attribute("type")!.Value, former.Attribute("ref")!.Value));
        if (IatiStandard.Folder.Length > 0)
        {
            Assert.Empty(IatiStandard.Breaches(Bytes(later), new DateOnly(2026, 3, 1)));
            Assert.Empty(IatiStandard.Breaches(Bytes(sample), new DateOnly(2026, 3, 1)));
        }
    }

    private static DonorSnapshot Published(DonorTemplate template)
    {
        DonorSnapshot sample = SampleSnapshots.Sample(template);
        return sample with { Head = sample.Head with { PublishedAt = $"https://acip.example/published/{sample.Head.Agreement.Id}" } };
    }

    private static byte[] Bytes(DonorSnapshot snapshot) => DonorReport.Render(snapshot, Language.En)[ReportParts.Iati].Bytes;

    private static XDocument File(DonorSnapshot snapshot) => XDocument.Load(new MemoryStream(Bytes(snapshot)));

    private static string Code(XDocument file, string element) => file.Descendants(element).Single().Attribute("code")!.Value;

    private static bool HasDate(XDocument file, string type) => file.XPathSelectElement($"//activity-date[@type='{type}']") is not null;

    private static DateOnly Generated(XDocument file) =>
        DateOnly.ParseExact(file.Root!.Attribute("generated-datetime")!.Value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(XElement element, string attribute) =>
        DateOnly.ParseExact(element.Attribute(attribute)!.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
