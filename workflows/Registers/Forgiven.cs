using System.Text;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Registers;

/// <summary>Deviations tolerated in a file, each listed once.</summary>
internal sealed class Forgiven
{
    private readonly List<Text> said = [];

    public static Text DayMonth { get; } = Texts.ForgivenDayMonthYear;

    public static Text Serial { get; } = Texts.ForgivenSerialDays;

    public static Text Comma { get; } = Texts.ForgivenDecimalCommas;

    public static Text Owners { get; } = Texts.ForgivenNoOwner;

    public IReadOnlyList<Text> Said => said;

    /// <summary>Of the file.</summary>
    public char Mark { get; private set; } = ',';

    public void Say(Text what)
    {
        if (!said.Contains(what))
        {
            said.Add(what);
        }
    }

    public void Separator(char mark)
    {
        Mark = mark;
        if (mark != ',')
        {
            string name = mark switch
            {
                ';' => ";",
                '\t' => "TAB",
                _ => mark.ToString(),
            };
            Say(Texts.ForgivenSeparator(name: name));
        }
    }
}

/// <summary>The text of a file, whatever program wrote it.</summary>
internal static class RegisterEncoding
{
    public static string Read(Stream file, Forgiven forgiven)
    {
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        byte[] bytes = whole.ToArray();
        bool marked = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (marked || (bytes.Length >= 4 && bytes.AsSpan().Count((byte)0) > bytes.Length / 3))
        {
            forgiven.Say(Texts.ForgivenUtf16);
            Encoding utf16 = bytes is [0xFE, 0xFF, ..] or [0, ..] ? Encoding.BigEndianUnicode : Encoding.Unicode;
            return utf16.GetString(bytes, marked ? 2 : 0, bytes.Length - (marked ? 2 : 0));
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            forgiven.Say(Texts.ForgivenWindows1252);
            return Windows1252(bytes);
        }
    }

    /// <summary>Latin 1, but for what Windows puts where that has control characters.</summary>
    private static string Windows1252(byte[] bytes)
    {
        const string Instead = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
        return string.Create(
            bytes.Length,
            bytes,
            (text, from) =>
            {
                for (int at = 0; at < from.Length; at++)
                {
                    text[at] = from[at] is >= 0x80 and <= 0x9F ? Instead[from[at] - 0x80] : (char)from[at];
                }
            }
        );
    }
}
