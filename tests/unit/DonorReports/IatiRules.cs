using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>IATI's ruleset (rules/standard.json), read and applied: which rules an activity file breaks.</summary>
internal static class IatiRules
{
    public static IEnumerable<string> Broken(XmlDocument file, JsonElement ruleset, DateOnly today) =>
        from path in ruleset.EnumerateObject()
        from context in file.SelectNodes(path.Name)!.Cast<XmlNode>()
        from rule in path.Value.EnumerateObject()
        from broken in Broken(context, rule.Name, rule.Value, today, [])
        select broken;

    private static IEnumerable<string> Broken(
        XmlNode context,
        string rule,
        JsonElement body,
        DateOnly today,
        (string Name, string Value)[] loop
    )
    {
        foreach (JsonElement one in body.GetProperty("cases").EnumerateArray())
        {
            if (rule == "loop")
            {
                foreach (
                    string value in context
                        .SelectNodes(one.GetProperty("foreach").GetString()!)!
                        .Cast<XmlNode>()
                        .Select(node => node.InnerText)
                        .Distinct()
                )
                {
                    foreach (JsonProperty inner in one.GetProperty("do").EnumerateObject())
                    {
                        foreach (string broken in Broken(context, inner.Name, inner.Value, today, [("$1", value)]))
                        {
                            yield return broken;
                        }
                    }
                }

                continue;
            }

            string? Text(string name) =>
                one.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String
                    ? loop.Aggregate(text.GetString()!, (path, part) => path.Replace(part.Name, part.Value, StringComparison.Ordinal))
                    : null;
            XmlNode[] Nodes() =>
                [
                    .. one.GetProperty("paths")
                        .EnumerateArray()
                        .SelectMany(path =>
                            context
                                .SelectNodes(
                                    loop.Aggregate(
                                        path.GetString()!,
                                        (text, part) => text.Replace(part.Name, part.Value, StringComparison.Ordinal)
                                    )
                                )!
                                .Cast<XmlNode>()
                        ),
                ];
            bool applies =
                (Text("condition") is not { } condition || Truth(context, condition))
                && !(
                    one.TryGetProperty("idCondition", out JsonElement id)
                    && id.GetString() == "NOT_EXISTING_ORG_ID_PREFIX"
                    && rule != "regex_matches"
                )
                && !(
                    rule == "startswith" && one.GetProperty("prefix").EnumerateArray().Any(prefix => prefix.GetString() == "ORG-ID-PREFIX")
                ); // a list of registers that is not at hand
            if (applies && !Holds(context, rule, one, Text, Nodes, today))
            {
                yield return $"{one.GetProperty("ruleInfo").GetProperty("id").GetString()} {one.GetProperty("ruleInfo").GetProperty("message").GetString()} ({context.Name})";
            }
        }
    }

    private static bool Holds(
        XmlNode context,
        string rule,
        JsonElement one,
        Func<string, string?> text,
        Func<XmlNode[]> nodes,
        DateOnly today
    )
    {
        switch (rule)
        {
            case "atleast_one":
                return nodes().Length > 0;
            case "no_more_than_one":
                return nodes().Length <= 1;
            case "unique":
                string[] values = [.. nodes().Select(node => node.InnerText)];
                return values.Length == values.Distinct().Count();
            case "startswith":
                string[] prefixes =
                [
                    .. one.GetProperty("prefix")
                        .EnumerateArray()
                        .SelectMany(path => context.SelectNodes(path.GetString()!)!.Cast<XmlNode>())
                        .Select(node => node.InnerText + text("separator")),
                ];
                return nodes().All(node => prefixes.Any(prefix => node.InnerText.StartsWith(prefix, StringComparison.Ordinal)));
            case "no_spaces":
                return nodes().All(node => node.InnerText == node.InnerText.Trim());
            case "regex_matches":
                return nodes().All(node => Regex.IsMatch(node.InnerText, text("regex")!));
            case "date_order":
                return Days(context, text("less")!, today).All(less => Days(context, text("more")!, today).All(more => less <= more));
            case "date_now":
                return context
                    .SelectNodes(text("date")!)!
                    .Cast<XmlNode>()
                    .All(node => DateTimeOffset.Parse(node.InnerText, CultureInfo.InvariantCulture).Date <= today.ToDateTime(default));
            case "time_limit":
                return Days(context, text("start")!, today)
                    .All(start => Days(context, text("end")!, today).All(end => end <= start.AddYears(1)));
            case "between_dates":
                return Days(context, text("date")!, today)
                    .All(day =>
                        Days(context, text("start")!, today).All(start => start <= day)
                        && Days(context, text("end")!, today).All(end => day <= end)
                    );
            case "strict_sum":
                return nodes().Length == 0
                    || nodes().Sum(node => decimal.Parse(node.InnerText, CultureInfo.InvariantCulture))
                        == one.GetProperty("sum").GetDecimal();
            case "range":
                return nodes()
                    .All(node =>
                        decimal.Parse(node.InnerText, CultureInfo.InvariantCulture) is var value
                        && value >= one.GetProperty("min").GetDecimal()
                        && value <= one.GetProperty("max").GetDecimal()
                    );
            case "if_then":
                return !Truth(context, text("if")!) || Truth(context, text("then")!);
            case "one_or_all":
                return context.SelectNodes(text("one")!, Names(context))!.Count > 0
                    || text("all") switch
                    {
                        "lang" => context.SelectNodes(".//narrative[not(@xml:lang)]", Names(context))!.Count == 0,
                        "currency" => context.SelectNodes(".//value[not(@currency)]")!.Count == 0,
                        _ => context.SelectNodes($"transaction[not({text("all")})]")!.Count == 0,
                    };
            default:
                throw new InvalidOperationException($"A rule that is not known here: {rule}");
        }
    }

    private static bool Truth(XmlNode context, string expression) =>
        (bool)context.CreateNavigator()!.Evaluate($"boolean({expression})", Names(context));

    private static IEnumerable<DateOnly> Days(XmlNode context, string path, DateOnly today) =>
        path == "NOW"
            ? [today]
            : context
                .SelectNodes(path)!
                .Cast<XmlNode>()
                .Select(node => DateOnly.ParseExact(node.InnerText[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static XmlNamespaceManager Names(XmlNode node) => new((node.OwnerDocument ?? (XmlDocument)node).NameTable);
}
