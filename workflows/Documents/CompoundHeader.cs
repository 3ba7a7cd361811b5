using System.Buffers.Binary;

namespace ACip.Workflows.Documents;

/// <summary>The header of a compound file, the container of old Office files ([MS-CFB] 2.2).</summary>
/// <remarks>The package that reads such files believes the header: by one byte of a small attachment it takes gigabytes.</remarks>
internal static class CompoundHeader
{
    private const int Length = 512,
        SmallSectorShift = 6;

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0];

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Whether its sizes are those of its version, and it names no more sectors than the file has.</summary>
    public static bool IsSound(ReadOnlySpan<byte> file)
    {
        if (file.Length < Length || !Begins(file))
        {
            return false;
        }

        int shift = Word(file, 0x1E);
        if ((Word(file, 0x1A), shift) is not ((3, 9) or (4, 12)) || Word(file, 0x20) != SmallSectorShift)
        {
            return false;
        }

        // of the table, of the table of small sectors, of the table's own table
        uint sectors = (uint)(file.Length >> shift);
        return Number(file, 0x2C) <= sectors && Number(file, 0x40) <= sectors && Number(file, 0x48) <= sectors;
    }

    private static ushort Word(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);

    private static uint Number(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);
}
