using System.Buffers.Binary;
using System.Text;

namespace ACip.Workflows.Documents;

/// <summary>A ZIP file whose bytes depend on nothing but its content: entries stored, in the given order, all dated 1 January
/// 1980.</summary>
/// <remarks>Written by hand, because the framework marks entries with the operating system, and deflate may differ between
/// runtimes.</remarks>
public static class StoredZip
{
    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;
    private const ushort FirstOfJanuary1980 = 0x0021;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <param name="entries">Names with forward slashes; fewer than 65,535 entries, below 4 GiB in all.</param>
    public static byte[] Write(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var file = new MemoryStream();
        using var directory = new MemoryStream();
        ushort count = 0;
        foreach (var (name, content) in entries)
        {
            byte[] path = Encoding.UTF8.GetBytes(name);
            uint offset = (uint)file.Length;
            byte[] common = Common(path, content);
            Put(file, 0x04034b50u);
            file.Write(common);
            file.Write(path);
            file.Write(content);

            Put(directory, 0x02014b50u);
            Put(directory, Version); // made by: version 2.0, no particular system
            directory.Write(common);
            directory.Write(new byte[10]); // no comment, first disk, no attributes
            Put(directory, offset);
            directory.Write(path);
            count++;
        }

        uint start = (uint)file.Length;
        directory.WriteTo(file);
        Put(file, 0x06054b50u);
        Put(file, 0u);
        Put(file, count);
        Put(file, count);
        Put(file, (uint)directory.Length);
        Put(file, start);
        Put(file, (ushort)0);
        return file.ToArray();
    }

    /// <summary>What the local and the central header share.</summary>
    private static byte[] Common(byte[] path, byte[] content)
    {
        using var header = new MemoryStream();
        Put(header, Version);
        Put(header, Utf8Names);
        Put(header, (ushort)0); // stored
        Put(header, (ushort)0); // midnight
        Put(header, FirstOfJanuary1980);
        Put(header, Crc(content));
        Put(header, (uint)content.Length);
        Put(header, (uint)content.Length);
        Put(header, (ushort)path.Length);
        Put(header, (ushort)0);
        return header.ToArray();
    }

    private static void Put(MemoryStream to, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        to.Write(bytes);
    }

    private static void Put(MemoryStream to, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        to.Write(bytes);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte octet in bytes)
        {
            crc = CrcTable[(byte)(crc ^ octet)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint octet = 0; octet < 256; octet++)
        {
            uint crc = octet;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }

            table[octet] = crc;
        }

        return table;
    }
}
