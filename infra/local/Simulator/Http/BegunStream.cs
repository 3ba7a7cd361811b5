namespace FunctionsSimulator.Http;

/// <summary>A stream of which the first part is being read already.</summary>
internal sealed class BegunStream(Task<int> beginning, byte[] first, Stream rest) : Stream
{
    private int given;
    private bool over;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (over)
        {
            return await rest.ReadAsync(buffer, cancellationToken);
        }

        int begun = await beginning.WaitAsync(cancellationToken);
        int part = Math.Min(buffer.Length, begun - given);
        first.AsMemory(given, part).CopyTo(buffer);
        given += part;
        over = given == begun;
        return part;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
