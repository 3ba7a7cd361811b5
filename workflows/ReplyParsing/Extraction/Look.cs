using System.Globalization;
using AngleSharp.Dom;

namespace ACip.Workflows.ReplyParsing.Extraction;

internal enum Raised
{
    No,
    Above,
    Below,
}

/// <summary>How the words in an element look to the reader of the mail: struck out, raised, or invisible.</summary>
/// <param name="Struck">Passed on to all that stands in it, whatever that says.</param>
/// <param name="Text">Colour of the words; null where it cannot be told.</param>
/// <param name="Ground">Colour behind them; null where it cannot be told, such as a picture.</param>
internal sealed record Look(bool Struck, Raised Raised, bool WithoutSize, bool Invisible, CssColor? Text, CssColor? Ground)
{
    public static Look Plain { get; } = new(false, Raised.No, false, false, CssColor.Black, CssColor.White);

    /// <summary>True for words that nobody has seen; they are not read.</summary>
    public bool IsUnseen => WithoutSize || Invisible || (Text is { } text && Ground is { } ground && text.IsLostOn(ground));

    /// <param name="outer">How the element around it looks.</param>
    /// <returns>Null where neither the element nor anything in it is shown.</returns>
    public static Look? Of(IElement element, Look outer, StyleRules rules)
    {
        string name = element.LocalName;
        if (IsNeverShown(name) || element.HasAttribute("hidden") || (name == "input" && element.GetAttribute("type") == "hidden"))
        {
            return null;
        }

        Dictionary<string, string>? says = rules.Of(element);
        if (says is not null && IsGone(says))
        {
            return null;
        }

        Look look = outer;
        if (
            name is "s" or "strike" or "del"
            || Says(says, "text-decoration").Contains("line-through", StringComparison.Ordinal)
            || Says(says, "text-decoration-line").Contains("line-through", StringComparison.Ordinal)
        )
        {
            look = look with { Struck = true };
        }

        if (RaisedBy(element, name, says) is { } raised)
        {
            look = look with { Raised = raised };
        }

        if (says is not null)
        {
            look = look with
            {
                WithoutSize = SizeIsNothing(says) ?? look.WithoutSize,
                Invisible = Says(says, "visibility") switch
                {
                    "hidden" or "collapse" => true,
                    "visible" => false,
                    _ => look.Invisible,
                },
            };
        }

        return Coloured(look, element, says, rules);
    }

    private static bool IsNeverShown(string name) =>
        name
            is "script"
                or "style"
                or "head"
                or "title"
                or "template"
                or "noscript"
                or "noframes"
                or "noembed"
                or "object"
                or "embed"
                or "iframe"
                or "applet"
                or "svg"
                or "math"
                or "select"
                or "datalist"
                or "audio"
                or "video"
                or "canvas"
                or "map"
                or "meter"
                or "progress";

    private static bool IsGone(Dictionary<string, string> says) =>
        Says(says, "display") == "none"
        || Says(says, "mso-hide") == "all"
        || IsNothing(Says(says, "opacity"))
        || (
            (
                IsNothing(Says(says, "max-height"))
                || IsNothing(Says(says, "height"))
                || IsNothing(Says(says, "max-width"))
                || IsNothing(Says(says, "width"))
            ) && (Cuts(Says(says, "overflow")) || Cuts(Says(says, "overflow-x")) || Cuts(Says(says, "overflow-y")))
        )
        || IsFarOff(Says(says, "text-indent"))
        || (
            Says(says, "position") is "absolute" or "fixed"
            && (
                IsFarOff(Says(says, "left"))
                || IsFarOff(Says(says, "right"))
                || IsFarOff(Says(says, "top"))
                || IsFarOff(Says(says, "bottom"))
                || Says(says, "clip").StartsWith("rect(0", StringComparison.Ordinal)
                || Says(says, "clip").StartsWith("rect(1px", StringComparison.Ordinal)
            )
        )
        || Says(says, "clip-path").StartsWith("inset(50%", StringComparison.Ordinal)
        || Says(says, "clip-path").StartsWith("inset(100%", StringComparison.Ordinal)
        || Says(says, "transform").Replace(" ", "", StringComparison.Ordinal).Contains("scale(0)", StringComparison.Ordinal);

    private static bool Cuts(string overflow) => overflow is "hidden" or "clip" or "scroll" or "auto";

    /// <summary>Null where it says nothing of its own: a share of nothing is nothing.</summary>
    private static bool? SizeIsNothing(Dictionary<string, string> says)
    {
        string size =
            says.TryGetValue("font-size", out string? own) ? own
            : says.TryGetValue("font", out string? all) && all.Length > 0 && char.IsAsciiDigit(all[0]) ? all.Split([' ', '/'], 2)[0]
            : "";
        if (size.Length == 0 || size is "inherit" or "unset" or "smaller" or "larger")
        {
            return null;
        }

        // one point is what preheaders are given that nobody shall see
        return Number(size) is not { } number ? false
            : number == 0
            || (number <= 1 && (size.EndsWith("px", StringComparison.Ordinal) || size.EndsWith("pt", StringComparison.Ordinal)))
                ? true
            : size.EndsWith('%') || (size.EndsWith("em", StringComparison.Ordinal) && !size.EndsWith("rem", StringComparison.Ordinal))
                ? null
            : false;
    }

    private static Raised? RaisedBy(IElement element, string name, Dictionary<string, string>? says)
    {
        if (name is "sup" or "sub")
        {
            return name == "sup" ? Raised.Above : Raised.Below;
        }

        if (
            element.ClassName is { } names
            && (
                names.Contains("MsoFootnoteReference", StringComparison.OrdinalIgnoreCase)
                || names.Contains("MsoEndnoteReference", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return Raised.Above;
        }

        if (says is null || Containers.IsBlock(name) || name is "td" or "th" or "img" or "tbody" or "thead")
        {
            return null;
        }

        string place = Says(says, "vertical-align");
        return place switch
        {
            "super" or "text-top" => Raised.Above,
            "sub" or "text-bottom" => Raised.Below,
            _ when Number(place) is { } up and not 0 => up > 0 ? Raised.Above : Raised.Below,
            _ when Says(says, "font-variant-position") is "super" or "sub" => Says(says, "font-variant-position") == "super"
                ? Raised.Above
                : Raised.Below,
            _ when Says(says, "position") == "relative"
                    && (Number(Says(says, "top")) ?? -(Number(Says(says, "bottom")) ?? 0)) is var down and not 0 => down < 0
                ? Raised.Above
                : Raised.Below,
            _ => null,
        };
    }

    private static Look Coloured(Look look, IElement element, Dictionary<string, string>? says, StyleRules rules)
    {
        CssColor? text = look.Text;
        CssColor? ground = rules.GroundIsUncertain ? null : look.Ground;
        bool invisible = look.Invisible;
        if (
            (element.GetAttribute("color") ?? element.GetAttribute("text")) is { } attribute
            && element.LocalName is "font" or "body" or "basefont"
        )
        {
            text = Named(attribute);
        }

        if (element.GetAttribute("bgcolor") is { } behind)
        {
            ground = rules.GroundIsUncertain ? null : Named(behind);
        }

        if (element.HasAttribute("background"))
        {
            ground = null;
        }

        if (Says(says, "color") is { Length: > 0 } colour and not ("inherit" or "unset" or "currentcolor"))
        {
            text = CssColor.Read(colour, out bool through);
            invisible |= through;
        }

        foreach (string behindIt in new[] { Says(says, "background"), Says(says, "background-color") })
        {
            if (behindIt.Length > 0 && behindIt is not ("inherit" or "unset" or "none" or "initial" or "transparent"))
            {
                ground = rules.GroundIsUncertain ? null : Behind(behindIt, look.Ground);
            }
        }

        return text == look.Text && ground == look.Ground && invisible == look.Invisible
            ? look
            : look with
            {
                Text = text,
                Ground = ground,
                Invisible = invisible,
            };
    }

    private static CssColor? Behind(string background, CssColor? outer)
    {
        if (background.Contains("url(", StringComparison.Ordinal) || background.Contains("gradient", StringComparison.Ordinal))
        {
            return null;
        }

        CssColor? whole = CssColor.Read(background, out bool through);
        CssColor? found =
            whole
            ?? background
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => CssColor.Read(part, out _))
                .FirstOrDefault(colour => colour is not null);
        return through ? outer : found;
    }

    private static CssColor? Named(string attribute)
    {
        string written = attribute.Trim().ToLowerInvariant();
        return CssColor.Read(written, out _) ?? CssColor.Read("#" + written, out _);
    }

    private static string Says(Dictionary<string, string>? says, string property) =>
        says is not null && says.TryGetValue(property, out string? value) ? value : "";

    private static bool IsNothing(string value) => Number(value) == 0;

    private static bool IsFarOff(string value) => Number(value) is <= -900 or >= 9_000;

    private static decimal? Number(string value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] == '.' || (end == 0 && value[end] is '-' or '+')))
        {
            end++;
        }

        return decimal.TryParse(
            value.AsSpan(0, end),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number
        )
            ? number
            : null;
    }
}
