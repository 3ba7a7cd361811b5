using System.Buffers.Binary;
using System.Text;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>What a layout must know of a TrueType font: which glyph a letter has and how wide it is; and the glyphs that a document takes
/// along.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] file;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int unitsPerEm;
    private readonly int metrics;

    public static TrueTypeFont Regular { get; } = new("LiberationSans-Regular");
    public static TrueTypeFont Bold { get; } = new("LiberationSans-Bold");

    private TrueTypeFont(string name)
    {
        Name = name;
        using Stream resource =
            typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"{typeof(TrueTypeFont).Namespace}.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");
        file = new byte[resource.Length];
        resource.ReadExactly(file);
        for (int at = 12; tables.Count < UInt16(4); at += 16)
        {
            tables.Add(Encoding.ASCII.GetString(file, at, 4), ((int)UInt32(at + 8), (int)UInt32(at + 12)));
        }

        unitsPerEm = UInt16(Start("head") + 18);
        metrics = UInt16(Start("hhea") + 34);
        Glyphs = UInt16(Start("maxp") + 4);
        (Ascent, Descent) = (Scaled(Int16(Start("hhea") + 4)), Scaled(Int16(Start("hhea") + 6)));
        Box = [.. Enumerable.Range(0, 4).Select(side => Scaled(Int16(Start("head") + 36 + 2 * side)))];
        ReadLetters();
    }

    public string Name { get; }
    public int Glyphs { get; }

    /// <summary>In thousandths of the font's size, like all measures here.</summary>
    public int Ascent { get; }
    public int Descent { get; }
    public IReadOnlyList<int> Box { get; }

    /// <returns>Another letter's glyph for a blank or hyphen that does not break; that of "?" for a letter that the font has not.</returns>
    public int GlyphOf(Rune letter) =>
        glyphs.TryGetValue(letter.Value, out int glyph) ? glyph
        : letter.Value is 0x202F or 0x2007 or 0x2009 ? glyphs[0xA0]
        : letter.Value == 0x2011 ? glyphs['-']
        : glyphs['?'];

    public int WidthOf(int glyph) => Scaled(UInt16(Start("hmtx") + 4 * Math.Min(glyph, metrics - 1)));

    public decimal WidthOf(string text, decimal size) => text.EnumerateRunes().Sum(letter => WidthOf(GlyphOf(letter))) * size / 1000;

    /// <summary>The font with the outlines of these glyphs alone; numbers of glyphs stay as they are.</summary>
    public byte[] With(IEnumerable<int> used)
    {
        SortedSet<int> kept = [0];
        foreach (int glyph in used)
        {
            Keep(glyph, kept);
        }

        var outlines = new MemoryStream();
        byte[] places = new byte[4 * (Glyphs + 1)];
        for (int glyph = 0; glyph < Glyphs; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * glyph), (uint)outlines.Length);
            if (kept.Contains(glyph))
            {
                outlines.Write(Outline(glyph));
                outlines.Write(new byte[(4 - outlines.Length % 4) % 4]);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * Glyphs), (uint)outlines.Length);
        byte[] head = Table("head").ToArray();
        head[51] = 1; // places are long
        return Written([
            ("cvt ", Table("cvt ").ToArray()),
            ("fpgm", Table("fpgm").ToArray()),
            ("glyf", outlines.ToArray()),
            ("head", head),
            ("hhea", Table("hhea").ToArray()),
            ("hmtx", Table("hmtx").ToArray()),
            ("loca", places),
            ("maxp", Table("maxp").ToArray()),
            ("prep", Table("prep").ToArray()),
        ]);
    }

    /// <summary>A letter with an accent is made of two glyphs.</summary>
    private void Keep(int glyph, SortedSet<int> kept)
    {
        ReadOnlySpan<byte> outline = Outline(glyph);
        if (!kept.Add(glyph) || outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return;
        }

        const int WordArguments = 1,
            OneScale = 8,
            More = 32,
            TwoScales = 64,
            FourScales = 128;
        int at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            Keep(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]), kept);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            at +=
                (flags & OneScale) != 0 ? 2
                : (flags & TwoScales) != 0 ? 4
                : (flags & FourScales) != 0 ? 8
                : 0;
        } while ((flags & More) != 0);
    }

    private ReadOnlySpan<byte> Outline(int glyph)
    {
        bool longPlaces = UInt16(Start("head") + 50) == 1;
        int Place(int number) => longPlaces ? (int)UInt32(Start("loca") + 4 * number) : 2 * UInt16(Start("loca") + 2 * number);
        return file.AsSpan(Start("glyf") + Place(glyph), Place(glyph + 1) - Place(glyph));
    }

    private static byte[] Written((string Tag, byte[] Bytes)[] parts)
    {
        var font = new MemoryStream();
        Span<byte> number = stackalloc byte[4];
        int powers = (int)Math.Log2(parts.Length);
        foreach (int half in (int[])[1, 0, parts.Length, 16 << powers, powers, 16 * parts.Length - (16 << powers)])
        {
            BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)half);
            font.Write(number[..2]);
        }

        int offset = 12 + 16 * parts.Length;
        foreach ((string tag, byte[] bytes) in parts)
        {
            font.Write(Encoding.ASCII.GetBytes(tag));
            foreach (uint value in (uint[])[Checksum(bytes), (uint)offset, (uint)bytes.Length])
            {
                BinaryPrimitives.WriteUInt32BigEndian(number, value);
                font.Write(number);
            }

            offset += (bytes.Length + 3) / 4 * 4;
        }

        foreach ((_, byte[] bytes) in parts)
        {
            font.Write(bytes);
            font.Write(new byte[(4 - bytes.Length % 4) % 4]);
        }

        return font.ToArray();
    }

    private static uint Checksum(byte[] bytes)
    {
        uint sum = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            sum += (uint)bytes[at] << (24 - 8 * (at % 4));
        }

        return sum;
    }

    /// <summary>Format 4 of the character map: ranges of the basic plane.</summary>
    private void ReadLetters()
    {
        int map = Start("cmap");
        int part = Enumerable
            .Range(0, UInt16(map + 2))
            .Select(number => map + 4 + 8 * number)
            .Where(record => UInt16(record) == 3 && UInt16(record + 2) == 1)
            .Select(record => map + (int)UInt32(record + 4))
            .First();
        int ranges = UInt16(part + 6) / 2;
        for (int range = 0; range < ranges; range++)
        {
            int end = UInt16(part + 14 + 2 * range),
                start = UInt16(part + 16 + 2 * (ranges + range)),
                delta = UInt16(part + 16 + 2 * (2 * ranges + range)),
                at = part + 16 + 2 * (3 * ranges + range),
                indirect = UInt16(at);
            for (int letter = start; letter <= end && letter < 0xFFFF; letter++)
            {
                int glyph = indirect == 0 ? letter + delta : UInt16(at + indirect + 2 * (letter - start));
                glyph = (indirect == 0 || glyph == 0 ? glyph : glyph + delta) & 0xFFFF;
                if (glyph > 0)
                {
                    glyphs[letter] = glyph;
                }
            }
        }
    }

    private int Scaled(int units) => (int)Math.Round(units * 1000m / unitsPerEm, MidpointRounding.AwayFromZero);

    private int Start(string table) => tables[table].Offset;

    private ReadOnlySpan<byte> Table(string name) => file.AsSpan(tables[name].Offset, tables[name].Length);

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
}
