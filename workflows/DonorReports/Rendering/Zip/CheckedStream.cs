namespace ACip.Workflows.DonorReports.Rendering.Zip;

/// <summary>Passes on what is written, and keeps its length and CRC-32 (ISO 3309, as ZIP has it).</summary>
internal sealed class CheckedStream(Stream inner) : Stream
{
    private static readonly uint[] Table =
    [
        .. Enumerable
            .Range(0, 256)
            .Select(value =>
            {
                uint entry = (uint)value;
                for (int bit = 0; bit < 8; bit++)
                {
                    entry = (entry & 1) != 0 ? (entry >> 1) ^ 0xEDB88320 : entry >> 1;
                }

                return entry;
            }),
    ];

    private uint state = uint.MaxValue;

    public uint Crc => ~state;
    public long Written { get; private set; }
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => Written;
    public override long Position
    {
        get => Written;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        uint crc = state;
        foreach (byte value in buffer)
        {
            crc = Table[(byte)crc ^ value] ^ (crc >> 8);
        }

        state = crc;
        Written += buffer.Length;
        inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
