namespace ACip.Local.Faults.Wire;

/// <summary>Finds where a body ends while it is streamed.</summary>
internal struct BodyScanner
{
    private Part part;
    private long left;

    private enum Part
    {
        /// <summary>So many bytes as were announced.</summary>
        Plain,

        /// <summary>Whatever comes until the connection ends.</summary>
        Open,

        /// <summary>Of a body in chunks: the line before each, the chunk with its line end, the lines after the last.</summary>
        Size,
        SizeLineEnd,
        Chunk,
        Trailer,

        Over,
    }

    public readonly bool IsOver => part == Part.Over;

    public readonly bool IsOpen => part == Part.Open;

    /// <returns>Whether more is known to come than fits.</returns>
    public readonly bool Awaits(int size) => part == Part.Plain && left > size;

    public static BodyScanner Of(long length) => new() { part = length == 0 ? Part.Over : Part.Plain, left = length };

    public static BodyScanner UntilTheEnd() => new() { part = Part.Open };

    public static BodyScanner OfChunks() => new() { part = Part.Size };

    /// <returns>How many of the bytes belong to the body.</returns>
    /// <exception cref="InvalidDataException">A chunk does not say how long it is.</exception>
    public int Scan(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length && part != Part.Over)
        {
            if (part is Part.Plain or Part.Chunk)
            {
                int some = (int)Math.Min(left, bytes.Length - at);
                at += some;
                left -= some;
                if (left == 0)
                {
                    part = part == Part.Plain ? Part.Over : Part.Size;
                }
            }
            else if (part == Part.Open)
            {
                at = bytes.Length;
            }
            else
            {
                Next(bytes[at++]);
            }
        }

        return at;
    }

    private static int Digit(byte letter) => letter <= (byte)'9' ? letter - '0' : (letter | 0x20) - 'a' + 10;

    private void Next(byte letter)
    {
        switch (part)
        {
            case Part.Size when char.IsAsciiHexDigit((char)letter):
                left = checked((left * 16) + Digit(letter));
                break;
            case Part.Size when letter is (byte)'\r' or (byte)';':
                part = Part.SizeLineEnd;
                break;
            case Part.Size:
                throw new InvalidDataException("A chunk without a size.");
            case Part.SizeLineEnd when letter == (byte)'\n':
                part = left == 0 ? Part.Trailer : Part.Chunk;
                left += left == 0 ? 0 : 2; // its line end
                break;
            case Part.Trailer when letter == (byte)'\n':
                part = left == 0 ? Part.Over : Part.Trailer; // an empty line is the last
                left = 0;
                break;
            case Part.Trailer when letter != (byte)'\r':
                left++;
                break;
        }
    }
}
