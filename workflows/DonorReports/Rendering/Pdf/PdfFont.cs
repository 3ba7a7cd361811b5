using System.Security.Cryptography;
using System.Text;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>A font in a file: the glyphs that are used, what they mean, and the objects that say so.</summary>
internal sealed class PdfFont(TrueTypeFont font)
{
    /// <summary>The letter of each glyph that was used, for whoever searches or copies the text.</summary>
    private readonly SortedDictionary<int, int> used = [];

    /// <returns>The glyphs of a text, as a PDF shows it.</returns>
    public string Shown(string text)
    {
        var shown = new StringBuilder("<", 4 * text.Length + 2);
        foreach (Rune letter in text.EnumerateRunes())
        {
            int glyph = font.GlyphOf(letter);
            used.TryAdd(glyph, letter.Value);
            shown.Append(glyph.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return shown.Append('>').ToString();
    }

    public void Write(PdfWriter file, int number)
    {
        string name = $"{Mark()}+{font.Name}";
        byte[] outlines = font.With(used.Keys);
        int program = file.Reserve(),
            letters = file.Reserve();
        file.WriteStream(program, $"/Length1 {PdfWriter.Plain(outlines.Length)} ", outlines);
        file.WriteStream(letters, "", Encoding.ASCII.GetBytes(Letters()));
        int descriptor = file.Write(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box.Select(PdfWriter.Plain))}] /ItalicAngle 0 "
                + $"/Ascent {PdfWriter.Plain(font.Ascent)} /Descent {PdfWriter.Plain(font.Descent)} /CapHeight 688 /StemV 80 /FontFile2 {PdfWriter.Plain(program)} 0 R >>"
        );
        string widths = string.Join(' ', used.Keys.Select(glyph => $"{PdfWriter.Plain(glyph)} [{PdfWriter.Plain(font.WidthOf(glyph))}]"));
        int inner = file.Write(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                + $"/FontDescriptor {PdfWriter.Plain(descriptor)} 0 R /DW 500 /W [{widths}] /CIDToGIDMap /Identity >>"
        );
        file.Write(
            number,
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{PdfWriter.Plain(inner)} 0 R] /ToUnicode {PdfWriter.Plain(letters)} 0 R >>"
        );
    }

    /// <summary>Six capitals that tell one choice of glyphs from another.</summary>
    private string Mark()
    {
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', used.Keys)));
        return string.Concat(hash.Take(6).Select(value => (char)('A' + value % 26)));
    }

    private string Letters()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        );
        foreach (KeyValuePair<int, int>[] some in used.Chunk(100))
        {
            map.Append(PdfWriter.Plain(some.Length)).Append(" beginbfchar\n");
            foreach ((int glyph, int letter) in some)
            {
                string meant = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(letter)));
                map.Append(System.Globalization.CultureInfo.InvariantCulture, $"<{glyph:X4}> <{meant}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
