using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>Under which licence a package comes, and whether the house takes it.</summary>
internal static class PackageLicence
{
    /// <returns>Why the package is not taken; null where it is.</returns>
    public static string? Refusal(XElement nuspec, Func<string, string> fileOfThePackage, JsonNode list)
    {
        XElement metadata = nuspec.Elements().First(one => one.Name.LocalName == "metadata");
        XElement? licence = metadata.Elements().FirstOrDefault(one => one.Name.LocalName == "license");
        string? address = metadata.Elements().FirstOrDefault(one => one.Name.LocalName == "licenseUrl")?.Value;
        string? name = (licence?.Attribute("type")?.Value, address) switch
        {
            ("expression", _) => licence!.Value,
            ("file", _) => ByFirstWords(fileOfThePackage(licence!.Value), list),
            (_, { } url) => list["byAddress"]![url]?.ToString(),
            _ => null,
        };
        if (name is null)
        {
            return $"its licence ({licence?.Value ?? address ?? "none"}) is not in the list";
        }

        // of several that one may choose from, one is enough
        return name.Split(" OR ").Any(one => list["allowed"]!.AsObject().ContainsKey(one.Trim('(', ')'))) ? null : $"{name} is not allowed";
    }

    private static string? ByFirstWords(string text, JsonNode list)
    {
        string words = Regex.Replace(text, @"[\s\uFEFF]+", " ").Trim();
        return list["byFirstWords"]!
            .AsObject()
            .FirstOrDefault(one => words.StartsWith(one.Key, StringComparison.Ordinal))
            .Value?.ToString();
    }
}
