using System.Net.Sockets;

namespace ACip.Local.Faults.Wire;

/// <summary>One end of a connection, with what was read from it and not yet used. Messages go on from it as they came, byte for
/// byte.</summary>
internal sealed class HttpWire(Socket socket) : IDisposable
{
    private const int UsualBuffer = 16 * 1024,
        LargeBuffer = 256 * 1024,
        MaxHead = 64 * 1024;

    private byte[] buffer = new byte[UsualBuffer];
    private int start,
        end;

    private ReadOnlySpan<byte> Held => buffer.AsSpan(start, end - start);

    /// <returns>It stays where it is until more is read. Null where the other side has ended the connection before the first
    /// byte.</returns>
    /// <exception cref="InvalidDataException">It is longer than any client's or server's.</exception>
    public async ValueTask<HttpHead?> ReadHeadAsync()
    {
        if (Held.IsEmpty && buffer.Length > MaxHead)
        {
            buffer = new byte[UsualBuffer]; // a large message has gone
            start = end = 0;
        }

        int found,
            searched = 0;
        while ((found = Held[searched..].IndexOf("\r\n\r\n"u8)) < 0)
        {
            searched = Math.Max(0, Held.Length - 3);
            if (Held.Length > MaxHead)
            {
                throw new InvalidDataException("The head of a message is too long.");
            }

            if (!await FillAsync())
            {
                return Held.IsEmpty ? null : throw Broken();
            }
        }

        return new HttpHead(Take(searched + found + 4));
    }

    /// <summary>Reads what follows a head, all of it.</summary>
    /// <returns>The message, head and body.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> ReadWholeAsync(HttpHead head, int bodyLength)
    {
        start -= head.Bytes.Length;
        int length = head.Bytes.Length + bodyLength;
        if (buffer.Length < length)
        {
            Grow(length);
        }

        while (Held.Length < length)
        {
            if (!await FillAsync())
            {
                throw Broken();
            }
        }

        return Take(length);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }

    /// <summary>Passes on a head, the last that was read, and the body that follows it, as it comes.</summary>
    public async ValueTask RelayAsync(HttpHead head, BodyScanner body, HttpWire to)
    {
        start -= head.Bytes.Length;
        await to.WriteAsync(Take(head.Bytes.Length + body.Scan(Held[head.Bytes.Length..])));
        if (buffer.Length < LargeBuffer && body.Awaits(buffer.Length))
        {
            Grow(LargeBuffer);
        }

        while (!body.IsOver)
        {
            if (Held.IsEmpty && !await FillAsync())
            {
                if (body.IsOpen)
                {
                    return;
                }

                throw Broken();
            }

            await to.WriteAsync(Take(body.Scan(Held)));
        }
    }

    /// <summary>Reads and discards that many bytes.</summary>
    public async ValueTask SkipAsync(long length)
    {
        while (length > 0)
        {
            if (Held.IsEmpty && !await FillAsync())
            {
                throw Broken();
            }

            length -= Take((int)Math.Min(length, Held.Length)).Length;
        }
    }

    /// <summary>Aborts the connection, as when a process dies.</summary>
    public void Abort()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose() => socket.Dispose();

    private static IOException Broken() => new("The connection ended within a message.");

    private ReadOnlyMemory<byte> Take(int length)
    {
        start += length;
        return buffer.AsMemory(start - length, length);
    }

    /// <returns>False where the other side has ended the connection.</returns>
    private async ValueTask<bool> FillAsync()
    {
        if (start == end)
        {
            start = end = 0;
        }
        else if (end == buffer.Length)
        {
            Grow(start == 0 ? buffer.Length * 2 : buffer.Length);
        }

        int read = await socket.ReceiveAsync(buffer.AsMemory(end));
        end += read;
        return read > 0;
    }

    private void Grow(int length)
    {
        byte[] larger = length > buffer.Length ? new byte[length] : buffer;
        Held.CopyTo(larger);
        (buffer, start, end) = (larger, 0, end - start);
    }
}
