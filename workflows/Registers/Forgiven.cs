using System.Text;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Registers;

/// <summary>What was forgiven in a file, each said once.</summary>
internal sealed class Forgiven
{
    private readonly List<Text> said = [];

    public static Text DayMonth { get; } =
        new(
            "Days such as 5/4/2026 were read as day/month/year.",
            "Les dates comme 5/4/2026 ont été lues jour/mois/année.",
            "Los días como 5/4/2026 se leyeron como día/mes/año."
        );

    public static Text Serial { get; } =
        new(
            "Days written as a spreadsheet counts them were read as such.",
            "Les dates écrites comme un tableur les compte ont été lues ainsi.",
            "Los días escritos como los cuenta una hoja de cálculo se leyeron así."
        );

    public static Text Comma { get; } =
        new(
            "Commas in numbers were read as decimal marks.",
            "Les virgules des nombres ont été lues comme séparateurs décimaux.",
            "Las comas de los números se leyeron como separadores decimales."
        );

    public static Text Owners { get; } =
        new(
            "There is no column owner: the scores are the programme's.",
            "Il n'y a pas de colonne owner : les scores sont ceux du programme.",
            "No hay columna owner: las puntuaciones son del programa."
        );

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
            Say(
                new(
                    $"Values were separated at {name}.",
                    $"Les valeurs ont été séparées par {name}.",
                    $"Los valores se separaron por {name}."
                )
            );
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
            forgiven.Say(new("Read as UTF-16.", "Lu en UTF-16.", "Leído como UTF-16."));
            Encoding utf16 = bytes is [0xFE, 0xFF, ..] or [0, ..] ? Encoding.BigEndianUnicode : Encoding.Unicode;
            return utf16.GetString(bytes, marked ? 2 : 0, bytes.Length - (marked ? 2 : 0));
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            forgiven.Say(
                new("Not UTF-8: read as Windows-1252.", "Pas en UTF-8 : lu en Windows-1252.", "No es UTF-8: leído como Windows-1252.")
            );
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
