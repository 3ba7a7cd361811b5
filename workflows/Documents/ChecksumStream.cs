using System.IO.Hashing;

namespace ACip.Workflows.Documents;

/// <summary>Passes on what is written while computing its length and CRC-32 (ISO 3309, as in ZIP).</summary>
internal sealed class ChecksumStream(Stream inner) : Stream
{
    private readonly Crc32 crc = new();

    public uint Crc => crc.GetCurrentHashAsUInt32();
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
        crc.Append(buffer);
        Written += buffer.Length;
        inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
