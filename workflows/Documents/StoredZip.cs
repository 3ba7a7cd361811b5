using System.Buffers.Binary;
using System.Text;

namespace ACip.Workflows.Documents;

/// <summary>Writes a ZIP whose bytes depend on its content alone: entries stored, not deflated (deflate differs between runtimes), all
/// times 1980-01-01.</summary>
/// <remarks>Written by hand, because the framework marks entries with the operating system.</remarks>
internal sealed class StoredZip(Stream output) : IDisposable
{
    private const ushort FirstDay = 0x0021; // 1980-01-01, the first that the format knows
    private const int LocalHeader = 30;
    private readonly List<Entry> entries = [];

    /// <param name="name">ASCII, with forward slashes.</param>
    public void Add(string name, Action<Stream> write)
    {
        long offset = output.Position;
        byte[] nameBytes = Encoding.ASCII.GetBytes(name);
        output.Write(Header(nameBytes, 0, 0));
        output.Write(nameBytes);

        var counted = new ChecksumStream(output);
        write(counted);
        var entry = new Entry(nameBytes, Small(offset), counted.Crc, Small(counted.Written));
        entries.Add(entry);

        output.Position = offset;
        output.Write(Header(nameBytes, entry.Crc, entry.Size));
        output.Position = offset + LocalHeader + nameBytes.Length + entry.Size;
    }

    /// <summary>Writes the directory; the output stays open.</summary>
    public void Dispose()
    {
        long start = output.Position;
        Span<byte> record = stackalloc byte[46];
        foreach (Entry entry in entries)
        {
            record.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014b50);
            BinaryPrimitives.WriteUInt16LittleEndian(record[4..], 20);
            BinaryPrimitives.WriteUInt16LittleEndian(record[6..], 20);
            BinaryPrimitives.WriteUInt16LittleEndian(record[14..], FirstDay);
            BinaryPrimitives.WriteUInt32LittleEndian(record[16..], entry.Crc);
            BinaryPrimitives.WriteUInt32LittleEndian(record[20..], entry.Size);
            BinaryPrimitives.WriteUInt32LittleEndian(record[24..], entry.Size);
            BinaryPrimitives.WriteUInt16LittleEndian(record[28..], (ushort)entry.Name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(record[42..], entry.Offset);
            output.Write(record);
            output.Write(entry.Name);
        }

        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], Small(output.Position - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], Small(start));
        output.Write(end);
    }

    private static byte[] Header(byte[] name, uint crc, uint size)
    {
        byte[] header = new byte[LocalHeader];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), 20);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(12), FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(14), crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(18), size);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(22), size);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(26), (ushort)name.Length);
        return header;
    }

    private static uint Small(long length) =>
        length < uint.MaxValue ? (uint)length : throw new InvalidOperationException("Over 4 GiB: too long for a plain ZIP.");

    private sealed record Entry(byte[] Name, uint Offset, uint Crc, uint Size);
}
