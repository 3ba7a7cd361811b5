using AngleSharp.Dom;

namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>What a mail's style sheets and style attributes say about how its words are displayed.</summary>
/// <remarks>Only selectors with one step (a tag, a class, an id) are evaluated, because mail programs write no others. Rules for
/// particular screens or for print (@media …) are skipped, because they do not say what everybody sees.</remarks>
internal sealed class StyleRules
{
    private const int LongestSheet = 200_000;
    private const int LongestStyle = 4_000;
    private const int MostRules = 2_000;

    // csharpier-ignore
    private static readonly HashSet<string> Wanted =
    [
        "display", "visibility", "opacity", "text-decoration", "text-decoration-line", "vertical-align", "font-size",
        "font-variant-position", "color", "background", "background-color", "max-height", "max-width", "height", "width", "overflow",
        "overflow-x", "overflow-y", "position", "left", "right", "top", "bottom", "text-indent", "clip", "clip-path", "transform",
        "mso-hide", "font",
    ];

    private readonly Dictionary<string, List<(string Tag, Dictionary<string, string> Says)>> rules = new(StringComparer.OrdinalIgnoreCase);

    public StyleRules(IDocument document)
    {
        int left = MostRules;
        foreach (IElement sheet in document.QuerySelectorAll("style").Take(50))
        {
            string text = sheet.TextContent;
            Read(text.Length > LongestSheet ? text[..LongestSheet] : text, ref left);
        }
    }

    /// <summary>True where rules for nested elements speak of colours: which ground a word stands on cannot be told then.</summary>
    public bool GroundIsUncertain { get; private set; }

    /// <summary>All that is said about an element, property by property; what is said nearer to it counts. Null where nothing is.</summary>
    public Dictionary<string, string>? Of(IElement element)
    {
        Dictionary<string, string>? said = null;
        if (rules.Count > 0)
        {
            Add(ref said, element, element.LocalName);
            foreach (string name in (element.ClassName ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(20))
            {
                Add(ref said, element, "." + name);
            }

            Add(ref said, element, "#" + element.Id);
        }

        if (element.GetAttribute("style") is { Length: > 0 and <= LongestStyle } own)
        {
            foreach ((string property, string value) in Declarations(own))
            {
                (said ??= [])[property] = value;
            }
        }

        return said;
    }

    private void Add(ref Dictionary<string, string>? said, IElement element, string selector)
    {
        if (!rules.TryGetValue(selector, out List<(string Tag, Dictionary<string, string> Says)>? known))
        {
            return;
        }

        foreach ((string tag, Dictionary<string, string> says) in known)
        {
            if (tag.Length > 0 && tag != element.LocalName)
            {
                continue;
            }

            foreach ((string property, string value) in says)
            {
                (said ??= [])[property] = value;
            }
        }
    }

    private void Read(string sheet, ref int left)
    {
        string text = WithoutComments(sheet);
        int at = 0;
        while (at < text.Length && left > 0)
        {
            int open = text.IndexOf('{', at);
            if (open < 0)
            {
                return;
            }

            string selectors = text[at..open].Trim();
            if (selectors.StartsWith('@'))
            {
                int statement = text.IndexOf(';', at);
                at = statement >= 0 && statement < open ? statement + 1 : BlockEnd(text, open);
                continue;
            }

            int close = text.IndexOf('}', open);
            close = close < 0 ? text.Length : close;
            Keep(selectors, text[(open + 1)..close], ref left);
            at = close + 1;
        }
    }

    private void Keep(string selectors, string declarations, ref int left)
    {
        var says = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string property, string value) in Declarations(declarations))
        {
            says[property] = value;
        }

        if (says.Count == 0)
        {
            return;
        }

        foreach (string selector in selectors.Split(',').Select(one => one.Trim()))
        {
            int mark = selector.IndexOfAny(['.', '#']);
            string tag = mark < 0 ? "" : selector[..mark].Trim('*').ToLowerInvariant();
            string key = mark < 0 ? selector : selector[mark..];
            if (
                key.Length < 1
                || !key.Skip(mark < 0 ? 0 : 1).All(c => char.IsLetterOrDigit(c) || c is '-' or '_')
                || !tag.All(char.IsLetterOrDigit)
            )
            {
                GroundIsUncertain |= says.ContainsKey("color") || says.ContainsKey("background") || says.ContainsKey("background-color");
                continue;
            }

            if (left-- > 0)
            {
                (rules.TryGetValue(key, out List<(string, Dictionary<string, string>)>? known) ? known : rules[key] = []).Add((tag, says));
            }
        }
    }

    private static IEnumerable<(string Property, string Value)> Declarations(string text)
    {
        foreach (string declaration in text.Split(';'))
        {
            int colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                continue;
            }

            string property = declaration[..colon].Trim().ToLowerInvariant();
            if (Wanted.Contains(property))
            {
                yield return (
                    property,
                    declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant()
                );
            }
        }
    }

    private static string WithoutComments(string sheet)
    {
        string text = sheet.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        for (
            int open = text.IndexOf("/*", StringComparison.Ordinal), times = 0;
            open >= 0 && times < 500;
            open = text.IndexOf("/*", open, StringComparison.Ordinal), times++
        )
        {
            int close = text.IndexOf("*/", open + 2, StringComparison.Ordinal);
            text = text.Remove(open, (close < 0 ? text.Length : close + 2) - open);
        }

        return text;
    }

    private static int BlockEnd(string text, int open)
    {
        int depth = 0;
        for (int at = open; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return text.Length;
    }
}
