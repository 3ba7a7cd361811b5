using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.XPath;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>Against IATI's own schema, codelists and ruleset where they are at hand; our own statements hold everywhere.</summary>
public sealed class IatiTests
{
    private const string Standard = "/work/shared/data/iati";

    public static IEnumerable<object[]> All { get; } =
        from template in Enum.GetValues<DonorTemplate>() from language in Enum.GetValues<Language>() select new object[] { template, language };

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_valid_against_the_schema_the_codelists_and_the_rules(DonorTemplate template, Language language)
    {
        byte[] bytes = Render(template, language);
        XDocument file = XDocument.Load(new MemoryStream(bytes));
        Assert.Equal("2.03", file.Root!.Attribute("version")!.Value);
        if (!Directory.Exists(Standard))
        {
            return;
        }

        Assert.Empty(SchemaErrors(file));
        Assert.Empty(CodesThatAreInNoList(file));
        var document = new XmlDocument();
        document.Load(new MemoryStream(bytes));
        using JsonDocument rules = JsonDocument.Parse(File.ReadAllText(Path.Combine(Standard, "rules", "standard.json")));
        Assert.Empty(IatiRules.Broken(document, rules.RootElement, new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void The_check_of_the_rules_finds_what_breaks_them()
    {
        if (!Directory.Exists(Standard))
        {
            Assert.NotEmpty(Render(DonorTemplate.Norad, Language.En));
            return;
        }

        var document = new XmlDocument();
        document.Load(new MemoryStream(Render(DonorTemplate.Norad, Language.En)));
        document.SelectSingleNode("//recipient-region")!.ParentNode!.RemoveChild(document.SelectSingleNode("//recipient-region")!);
        ((XmlElement)document.SelectSingleNode("//indicator[@measure='5']/period/actual")!).SetAttribute("value", "1");
        ((XmlElement)document.SelectSingleNode("//activity-date[@type='3']")!).SetAttribute("iso-date", "2001-01-01");
        using JsonDocument rules = JsonDocument.Parse(File.ReadAllText(Path.Combine(Standard, "rules", "standard.json")));
        string[] broken = [.. IatiRules.Broken(document, rules.RootElement, new DateOnly(2026, 3, 1)).Select(rule => rule.Split(' ')[0]).Order()];
        Assert.Equal(["11.1.2", "3.7.1", "8.10.3"], broken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_no_number_has_no_value()
    {
        XDocument file = XDocument.Load(new MemoryStream(Render(DonorTemplate.Norad, Language.En)));
        Assert.All(file.XPathSelectElements("//indicator[@measure='5']//*[self::baseline or self::target or self::actual]"), element => Assert.Null(element.Attribute("value")));
        Assert.All(file.XPathSelectElements("//indicator[@measure!='5']//*[self::baseline or self::target or self::actual]"), element => Assert.NotNull(element.Attribute("value")));
        Assert.NotEmpty(file.XPathSelectElements("//indicator[@measure='5']/period/actual/comment/narrative"));
        Assert.Empty(file.XPathSelectElements("//indicator[starts-with(title/narrative,'1100.5 ')]/period[last()]/actual")); // not added up
    }

    [Fact]
    public void It_names_who_takes_part_refers_to_key_factors_and_leaves_money_out()
    {
        XDocument file = XDocument.Load(new MemoryStream(Render(DonorTemplate.GlobalAffairsCanada, Language.Fr)));
        Assert.Equal(["1", "2", "4"], file.Descendants("participating-org").Select(organisation => organisation.Attribute("role")!.Value).Distinct());
        Assert.All(file.XPathSelectElements("//indicator/reference"), reference => Assert.Equal("99", reference.Attribute("vocabulary")!.Value));
        Assert.Contains(file.XPathSelectElements("//indicator/reference"), reference => reference.Attribute("code")!.Value == "kf-7");
        Assert.Empty(file.XPathSelectElements("//transaction|//budget|//planned-disbursement"));
        Assert.Contains("FICTIONAL SAMPLE DATA", file.Descendants("title").First().Value, StringComparison.Ordinal);
        Assert.Contains(file.Descendants("narrative"), narrative => narrative.Attribute(XNamespace.Xml + "lang")?.Value == "fr");
    }

    private static byte[] Render(DonorTemplate template, Language language) => DonorReport.Render(SampleSnapshots.Sample(template), language)[ReportParts.Iati].Bytes;

    private static List<string> SchemaErrors(XDocument file)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(Standard, "xsd", "iati-activities-schema.xsd"));
        List<string> errors = [];
        file.Validate(schemas, (_, found) => errors.Add(found.Message));
        return errors;
    }

    private static IEnumerable<string> CodesThatAreInNoList(XDocument file)
    {
        foreach (XElement mapping in XDocument.Load(Path.Combine(Standard, "rules", "mapping.xml")).Root!.Elements("mapping"))
        {
            string list = Path.Combine(Standard, "codelists", mapping.Element("codelist")!.Attribute("ref")!.Value + ".xml");
            string path = mapping.Element("path")!.Value;
            if (!File.Exists(list) || path.Contains("iati-organisation", StringComparison.Ordinal) || path.LastIndexOf("/@", StringComparison.Ordinal) is not (> 0 and var at))
            {
                continue;
            }

            HashSet<string> codes = [.. XDocument.Load(list).Descendants("code").Select(code => code.Value)];
            string owner = (path[..at] is "/" ? "//*" : path[..at]) + (mapping.Element("condition") is { } condition ? $"[{condition.Value}]" : "");
            string attribute = path[(at + 2)..];
            XName name = attribute.StartsWith("xml:", StringComparison.Ordinal) ? XNamespace.Xml + attribute[4..] : attribute;
            foreach (XAttribute used in file.XPathSelectElements(owner, new XmlNamespaceManager(new NameTable())).Select(element => element.Attribute(name)).OfType<XAttribute>())
            {
                if (!codes.Contains(used.Value))
                {
                    yield return $"{path} = {used.Value}";
                }
            }
        }
    }
}
