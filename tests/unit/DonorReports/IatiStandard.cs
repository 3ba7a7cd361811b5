using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.XPath;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>IATI's own schema, codelists and ruleset. For tests that are passed over where it is not at hand.</summary>
internal static class IatiStandard
{
    /// <summary>Among the shared data.</summary>
    public const string Location = "data/iati";

    public static string Folder { get; } = SharedData.Find(Location) ?? "";

    /// <returns>What a file breaks.</returns>
    public static IEnumerable<string> Breaches(byte[] bytes, DateOnly today)
    {
        XDocument file = XDocument.Load(new MemoryStream(bytes));
        var document = new XmlDocument();
        document.Load(new MemoryStream(bytes));
        using JsonDocument rules = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "rules", "standard.json")));
        return [.. SchemaErrors(file), .. CodesThatAreInNoList(file), .. IatiRules.Broken(document, rules.RootElement, today)];
    }

    private static List<string> SchemaErrors(XDocument file)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(Folder, "xsd", "iati-activities-schema.xsd"));
        List<string> errors = [];
        file.Validate(schemas, (_, found) => errors.Add(found.Message));
        return errors;
    }

    private static IEnumerable<string> CodesThatAreInNoList(XDocument file)
    {
        foreach (XElement mapping in XDocument.Load(Path.Combine(Folder, "rules", "mapping.xml")).Root!.Elements("mapping"))
        {
            string list = Path.Combine(Folder, "codelists", mapping.Element("codelist")!.Attribute("ref")!.Value + ".xml");
            string path = mapping.Element("path")!.Value;
            if (
                !File.Exists(list)
                || path.Contains("iati-organisation", StringComparison.Ordinal)
                || path.LastIndexOf("/@", StringComparison.Ordinal) is not (> 0 and var at)
            )
            {
                continue;
            }

            HashSet<string> codes = [.. XDocument.Load(list).Descendants("code").Select(code => code.Value)];
            string owner =
                (path[..at] is "/" ? "//*" : path[..at]) + (mapping.Element("condition") is { } condition ? $"[{condition.Value}]" : "");
            string attribute = path[(at + 2)..];
            XName name = attribute.StartsWith("xml:", StringComparison.Ordinal) ? XNamespace.Xml + attribute[4..] : attribute;
            foreach (
                XAttribute used in file.XPathSelectElements(owner, new XmlNamespaceManager(new NameTable()))
                    .Select(element => element.Attribute(name))
                    .OfType<XAttribute>()
            )
            {
                if (!codes.Contains(used.Value))
                {
                    yield return $"{path} = {used.Value}";
                }
            }
        }
    }
}
