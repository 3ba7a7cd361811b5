using System.Globalization;

namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>A colour in HTML or CSS, as far as is needed to decide whether text is visible on its background.</summary>
internal readonly record struct CssColor(byte Red, byte Green, byte Blue)
{
    /// <summary>Smaller differences cannot be seen on any screen.</summary>
    private const int Seen = 16;

    public static readonly CssColor White = new(255, 255, 255);
    public static readonly CssColor Black = new(0, 0, 0);

    private static readonly Dictionary<string, CssColor> Names = new(StringComparer.Ordinal)
    {
        ["white"] = White,
        ["snow"] = new(255, 250, 250),
        ["ivory"] = new(255, 255, 240),
        ["ghostwhite"] = new(248, 248, 255),
        ["whitesmoke"] = new(245, 245, 245),
        ["floralwhite"] = new(255, 250, 240),
        ["azure"] = new(240, 255, 255),
        ["mintcream"] = new(245, 255, 250),
        ["black"] = Black,
        ["window"] = White,
        ["windowtext"] = Black,
        ["red"] = new(255, 0, 0),
        ["green"] = new(0, 128, 0),
        ["blue"] = new(0, 0, 255),
        ["navy"] = new(0, 0, 128),
        ["gray"] = new(128, 128, 128),
        ["grey"] = new(128, 128, 128),
        ["silver"] = new(192, 192, 192),
        ["maroon"] = new(128, 0, 0),
        ["yellow"] = new(255, 255, 0),
        ["purple"] = new(128, 0, 128),
        ["teal"] = new(0, 128, 128),
        ["orange"] = new(255, 165, 0),
    };

    public bool IsLostOn(CssColor ground) =>
        Math.Abs(Red - ground.Red) < Seen && Math.Abs(Green - ground.Green) < Seen && Math.Abs(Blue - ground.Blue) < Seen;

    /// <param name="written">Lower case, such as <c>#fff</c>, <c>rgb(255, 255, 255)</c>, <c>white</c>.</param>
    /// <param name="transparent">It lets the ground through.</param>
    /// <returns>Null where it is none that is known here.</returns>
    public static CssColor? Read(string written, out bool transparent)
    {
        string text = written.Trim();
        transparent = text == "transparent";
        if (Names.TryGetValue(text, out CssColor named))
        {
            return named;
        }

        if (text.StartsWith('#'))
        {
            return Hex(text[1..], out transparent);
        }

        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !text.StartsWith("rgb", StringComparison.Ordinal) || !text.EndsWith(')'))
        {
            return null;
        }

        string[] parts = text[(open + 1)..^1].Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length is < 3 or > 4
            || Part(parts[0]) is not { } red
            || Part(parts[1]) is not { } green
            || Part(parts[2]) is not { } blue
        )
        {
            return null;
        }

        transparent =
            parts.Length == 4
            && decimal.TryParse(parts[3].TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal opaque)
            && opaque == 0;
        return new CssColor(red, green, blue);
    }

    private static CssColor? Hex(string digits, out bool transparent)
    {
        transparent = false;
        if (!digits.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        string whole = digits.Length is 3 or 4 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits;
        if (whole.Length is not (6 or 8))
        {
            return null;
        }

        transparent = whole.Length == 8 && whole[6..] == "00";
        return new CssColor(Convert.ToByte(whole[..2], 16), Convert.ToByte(whole[2..4], 16), Convert.ToByte(whole[4..6], 16));
    }

    private static byte? Part(string text)
    {
        bool share = text.EndsWith('%');
        return
            decimal.TryParse(share ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal part)
            && part is >= 0 and <= 255
            ? (byte)Math.Min(255, share ? part * 255 / 100 : part)
            : null;
    }
}
