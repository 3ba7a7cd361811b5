using System.Net;
using System.Text.RegularExpressions;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>A form as a page holds it.</summary>
/// <param name="Action">Path that it is posted to.</param>
internal sealed record PageForm(string Action, IReadOnlyList<PageField> Fields)
{
    public static IEnumerable<PageForm> On(string html, string path)
    {
        foreach (Match form in Regex.Matches(html, @"<form([^>]*)>(.*?)</form>", RegexOptions.Singleline))
        {
            if (!form.Groups[1].Value.Contains("post", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string action = Attribute(form.Groups[1].Value, "action") is { Length: > 0 } said ? said : path;
            var fields = new List<PageField>();
            foreach (
                Match field in Regex.Matches(
                    form.Groups[2].Value,
                    @"<(input|textarea|select|button)([^>]*)>(?:([^<]*)</textarea>)?",
                    RegexOptions.Singleline
                )
            )
            {
                string attributes = field.Groups[2].Value,
                    tag = field.Groups[1].Value;
                if (Attribute(attributes, "name") is { Length: > 0 } name)
                {
                    string value =
                        tag == "textarea" ? WebUtility.HtmlDecode(field.Groups[3].Value)
                        : tag == "select" ? Selected(form.Groups[2].Value, field.Index)
                        : Attribute(attributes, "value") ?? "";
                    fields.Add(
                        new PageField(
                            name,
                            tag == "input" ? Attribute(attributes, "type") ?? "text" : tag,
                            value,
                            attributes.Contains(" checked", StringComparison.Ordinal),
                            attributes.Contains(" required", StringComparison.Ordinal)
                        )
                        {
                            Choices = tag == "select" ? Choices(form.Groups[2].Value, field.Index) : [],
                        }
                    );
                }
            }

            yield return new PageForm(action, fields);
        }
    }

    /// <summary>What a browser sends; of buttons, the first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Sent()
    {
        PageField? pressed = Fields.FirstOrDefault(field => field.Kind == "button");
        return
        [
            .. Fields
                .Where(field =>
                    field.Kind != "file"
                    && (field.Kind is not ("radio" or "checkbox") || field.IsChecked)
                    && (field.Kind != "button" || field == pressed)
                )
                .Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ];
    }

    private static IReadOnlyList<string> Choices(string html, int from) =>
        [
            .. Regex
                .Matches(html[from..html.IndexOf("</select>", from, StringComparison.Ordinal)], "<option[^>]*value=\"([^\"]*)\"")
                .Select(choice => WebUtility.HtmlDecode(choice.Groups[1].Value)),
        ];

    private static string Selected(string html, int from)
    {
        string options = html[from..html.IndexOf("</select>", from, StringComparison.Ordinal)];
        return Regex.Match(options, "<option[^>]*value=\"([^\"]*)\"[^>]*selected") is { Success: true } chosen
                ? WebUtility.HtmlDecode(chosen.Groups[1].Value)
            : Regex.Match(options, "<option[^>]*value=\"([^\"]*)\"") is { Success: true } first
                ? WebUtility.HtmlDecode(first.Groups[1].Value)
            : "";
    }

    private static string? Attribute(string attributes, string name) =>
        Regex.Match(attributes, $"\\b{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;
}

internal sealed record PageField(string Name, string Kind, string Value, bool IsChecked, bool IsRequired = false)
{
    /// <summary>Of a list to choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What nobody can have typed or chosen in this field.</summary>
    public IReadOnlyList<string> Impossible =>
        Kind switch
        {
            "hidden" when Name == "seen" => Odd.MalformedTags,
            "hidden" or "radio" or "checkbox" => [Odd.LongText],
            "select" or "button" => [.. Odd.Choices, Odd.LongText],
            "date" => [.. Odd.Days, Odd.LongText],
            _ => [Odd.LongText],
        };
}
