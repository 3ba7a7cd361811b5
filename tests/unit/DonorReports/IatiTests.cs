using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>Against IATI's own schema, codelists and ruleset where they are at hand; our own statements hold everywhere.</summary>
public sealed class IatiTests
{
    public static IEnumerable<object[]> All { get; } =
        from template in SampleTemplates.All
        from language in Language.All
        select new object[] { template, language };

    [Theory]
    [MemberData(nameof(All))]
    public void It_says_which_version_of_the_standard_it_keeps_to(DonorTemplate template, Language language) =>
        Assert.Equal("2.03", XDocument.Load(new MemoryStream(Render(template, language))).Root!.Attribute("version")!.Value);

    [TheoryWithShared(IatiStandard.Location)]
    [MemberData(nameof(All))]
    public void It_is_valid_against_the_schema_the_codelists_and_the_rules(DonorTemplate template, Language language) =>
        Assert.Empty(IatiStandard.Breaches(Render(template, language), new DateOnly(2026, 3, 1)));

    [FactWithShared(IatiStandard.Location)]
    public void The_check_of_the_rules_finds_what_breaks_them()
    {
        var document = new XmlDocument();
        document.Load(new MemoryStream(Render(DonorTemplate.Norad, Language.En)));
        foreach (XmlNode region in document.SelectNodes("//recipient-region")!)
        {
            region.ParentNode!.RemoveChild(region);
        }

        ((XmlElement)document.SelectSingleNode("//indicator[@measure='5']/period/actual")!).SetAttribute("value", "1");
        ((XmlElement)document.SelectSingleNode("//activity-date[@type='3']")!).SetAttribute("iso-date", "2001-01-01");
        using JsonDocument rules = JsonDocument.Parse(File.ReadAllText(Path.Combine(IatiStandard.Folder, "rules", "standard.json")));
        string[] broken =
        [
            .. IatiRules.Broken(document, rules.RootElement, new DateOnly(2026, 3, 1)).Select(rule => rule.Split(' ')[0]).Order(),
        ];
        Assert.Equal(["11.1.2", "3.7.1", "8.10.3"], broken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_no_number_has_no_value()
    {
        XDocument file = XDocument.Load(new MemoryStream(Render(DonorTemplate.Norad, Language.En)));
        Assert.All(
            file.XPathSelectElements("//indicator[@measure='5']//*[self::baseline or self::target or self::actual]"),
            element => Assert.Null(element.Attribute("value"))
        );
        Assert.All(
            file.XPathSelectElements("//indicator[@measure!='5']//*[self::baseline or self::target or self::actual]"),
            element => Assert.NotNull(element.Attribute("value"))
        );
        Assert.NotEmpty(file.XPathSelectElements("//indicator[@measure='5']/period/actual/comment/narrative"));
        Assert.Empty(file.XPathSelectElements("//indicator[starts-with(title/narrative,'1100.5 ')]/period[last()]/actual")); // not added up
    }

    [Fact]
    public void It_names_who_takes_part_refers_to_key_factors_and_leaves_money_out()
    {
        XDocument file = XDocument.Load(new MemoryStream(Render(DonorTemplate.GlobalAffairsCanada, Language.Fr)));
        Assert.Equal(
            ["1", "2", "4"],
            file.Descendants("participating-org").Select(organisation => organisation.Attribute("role")!.Value).Distinct()
        );
        Assert.All(
            file.XPathSelectElements("//indicator/reference"),
            reference => Assert.Equal("99", reference.Attribute("vocabulary")!.Value)
        );
        Assert.Contains(file.XPathSelectElements("//indicator/reference"), reference => reference.Attribute("code")!.Value == "kf-7");
        Assert.Empty(file.XPathSelectElements("//transaction|//budget|//planned-disbursement"));
        Assert.Contains("FICTIONAL SAMPLE DATA", file.Descendants("title").First().Value, StringComparison.Ordinal);
        Assert.Contains(file.Descendants("narrative"), narrative => narrative.Attribute(XNamespace.Xml + "lang")?.Value == "fr");
    }

    [Fact]
    public void Its_regions_are_those_of_the_agreement_and_make_a_hundred()
    {
        XDocument file = XDocument.Load(new MemoryStream(Render(DonorTemplate.Norad, Language.En)));
        Assert.Equal(["289", "498", "798", "89"], file.Descendants("recipient-region").Select(region => region.Attribute("code")!.Value));
        Assert.Equal(100, file.Descendants("recipient-region").Sum(region => (decimal)region.Attribute("percentage")!));

        Workflows.DonorReports.Snapshots.DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        sample = sample with
        {
            Head = sample.Head with { Administrations = [.. sample.Head.Administrations.Where(one => one.WcoRegion == "AMS")] },
        };
        XElement region = Assert.Single(
            XDocument
                .Load(new MemoryStream(DonorReport.Render(sample, Language.En)[ReportParts.Iati].Bytes))
                .Descendants("recipient-region")
        );
        Assert.Equal("498", region.Attribute("code")!.Value);
        Assert.Null(region.Attribute("percentage"));
    }

    [Theory]
    [InlineData("2023-06-01", "1", "1,3")]
    [InlineData("2026-02-15", "2", "1,2,3")]
    [InlineData("2028-06-01", "3", "1,2,3,4")]
    public void What_is_actual_is_not_in_the_future(string asOf, string status, string dates)
    {
        Workflows.DonorReports.Snapshots.DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        sample = sample with
        {
            Head = sample.Head with { AsOf = DateTimeOffset.Parse(asOf + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture) },
        };
        XDocument file = XDocument.Load(new MemoryStream(DonorReport.Render(sample, Language.En)[ReportParts.Iati].Bytes));
        Assert.Equal(status, file.Descendants("activity-status").Single().Attribute("code")!.Value);
        Assert.Equal(dates, string.Join(',', file.Descendants("activity-date").Select(date => date.Attribute("type")!.Value)));
        Assert.NotEmpty(file.XPathSelectElements("//contact-info/organisation/narrative"));
        Assert.All(
            file.XPathSelectElements("//indicator/reference"),
            one => Assert.StartsWith("https://", one.Attribute("indicator-uri")!.Value, StringComparison.Ordinal)
        );
    }

    private static byte[] Render(DonorTemplate template, Language language) =>
        DonorReport.Render(SampleSnapshots.Sample(template), language)[ReportParts.Iati].Bytes;
}
