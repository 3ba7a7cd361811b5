namespace ACip.Workflows.Surveys.Imports;

/// <summary>Cuts a part of a CSV file where a record ends, and keeps one quotation mark that nobody closed from swallowing what
/// follows.</summary>
internal static class RecordBounds
{
    /// <summary>Stands in place of a line that cannot be read.</summary>
    public const byte Broken = 1;

    private const int MostLinesOfARecord = 60;

    /// <param name="part">Begins where a record begins. Lines that cannot be read are overwritten with <see cref="Broken"/>.</param>
    /// <param name="columns">How many a record has.</param>
    /// <param name="isLast">True: the file ends with it.</param>
    /// <returns>How much of it are whole records.</returns>
    public static int Cut(Span<byte> part, byte separator, int columns, bool isLast)
    {
        if (!part.Contains((byte)'"'))
        {
            return isLast ? part.Length : part.LastIndexOf((byte)'\n') + 1;
        }

        int at = 0;
        while (at < part.Length)
        {
            int line = LineEnd(part, at);
            if (line < 0 && !isLast)
            {
                return at;
            }

            int end = line < 0 ? part.Length : line;
            if (part[at..end].Count((byte)'"') % 2 != 0)
            {
                int closed = Closed(part, at, separator, columns, isLast, out bool isCut);
                if (isCut && at > 0)
                {
                    return at;
                }

                if (closed < 0)
                {
                    Overwrite(part[at..end]);
                }

                end = closed < 0 ? end : closed;
            }

            at = end;
        }

        return at;
    }

    /// <returns>Behind the record's last line; −1 where no line nearby closes it so that it has all its columns.</returns>
    private static int Closed(ReadOnlySpan<byte> part, int from, byte separator, int columns, bool isLast, out bool isCut)
    {
        isCut = false;
        int end = from;
        for (int lines = 0; lines < MostLinesOfARecord; lines++)
        {
            int next = LineEnd(part, end);
            if (next < 0 && !isLast)
            {
                isCut = true;
                return -1;
            }

            end = next < 0 ? part.Length : next;
            if (part[from..end].Count((byte)'"') % 2 == 0 && Columns(part[from..end], separator) == columns)
            {
                return end;
            }

            if (end == part.Length)
            {
                break;
            }
        }

        return -1;
    }

    private static int Columns(ReadOnlySpan<byte> record, byte separator)
    {
        (int columns, bool quoted) = (1, false);
        foreach (byte letter in record)
        {
            quoted ^= letter == (byte)'"';
            columns += letter == separator && !quoted ? 1 : 0;
        }

        return columns;
    }

    private static int LineEnd(ReadOnlySpan<byte> part, int from) =>
        part[from..].IndexOf((byte)'\n') is var at and >= 0 ? from + at + 1 : -1;

    private static void Overwrite(Span<byte> line)
    {
        for (int at = 0; at < line.Length; at++)
        {
            line[at] = line[at] is (byte)'\n' or (byte)'\r' ? line[at] : Broken;
        }
    }
}
