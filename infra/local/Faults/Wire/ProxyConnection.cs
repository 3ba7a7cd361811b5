using System.Net;
using System.Net.Sockets;

namespace ACip.Local.Faults.Wire;

/// <summary>A client's connection, and the one to storage that its calls go on by, one after the other.</summary>
/// <remarks>
/// Sockets, and HTTP no further than to see where a message ends: this stands before every call that application and engine make. Kestrel
/// with HttpClient behind it, or YARP, costs more by itself (11 to 17 % of a small transaction) than this does with all that is looked at
/// (9 %).
/// </remarks>
internal sealed class ProxyConnection(Socket socket, EndPoint storage) : IDisposable
{
    private const int Continue = 100,
        NoContent = 204,
        NotModified = 304,
        Ok = 200;

    private readonly HttpWire client = new(socket);
    private HttpWire? server;

    /// <param name="mostWhole">Bodies up to this are read whole; 0: none is.</param>
    /// <returns>Null where the client has gone.</returns>
    public async Task<ClientRequest?> ReadAsync(int mostWhole)
    {
        if (await client.ReadHeadAsync() is not { } head)
        {
            return null;
        }

        if (head.Find("expect"u8).Length > 0)
        {
            // storage sends its own 100, which is ignored
            await client.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
        }

        (string method, string target, long length) = (head.Method, head.Target, head.ContentLength ?? 0);
        if (mostWhole == 0 || length > mostWhole || head.IsChunked)
        {
            return new ClientRequest(method, target, head, null);
        }

        ReadOnlyMemory<byte> whole = await client.ReadWholeAsync(head, (int)length);
        return new ClientRequest(method, target, new HttpHead(whole[..head.Bytes.Length]), whole);
    }

    /// <returns>The head of storage's answer: it has done what it was asked.</returns>
    public async Task<HttpHead> SendAsync(ClientRequest request)
    {
        server ??= await ConnectAsync();
        if (request.Whole is { } whole)
        {
            await server.WriteAsync(whole);
        }
        else
        {
            await client.RelayAsync(request.Head, request.IsChunked ? BodyScanner.OfChunks() : BodyScanner.Of(request.BodyLength), server);
        }

        HttpHead answer;
        do
        {
            answer = await server.ReadHeadAsync() ?? throw new IOException("Storage has ended the connection without an answer.");
        } while (answer.Status is >= Continue and < Ok);
        return answer;
    }

    /// <summary>Passes storage's answer on, the last that was read.</summary>
    /// <returns>False where the connection is to end with it.</returns>
    public async Task<bool> PassOnAsync(HttpHead answer, string method)
    {
        BodyScanner body =
            method == "HEAD" || answer.Status is NoContent or NotModified ? BodyScanner.Of(0)
            : answer.IsChunked ? BodyScanner.OfChunks()
            : answer.ContentLength is { } length ? BodyScanner.Of(length)
            : BodyScanner.UntilTheEnd();
        bool ends = body.IsOpen || answer.Find("connection"u8).SequenceEqual("close"u8);
        await server!.RelayAsync(answer, body, client);
        return !ends;
    }

    /// <summary>Answers in storage's place, which does not hear of the request, or forgets what it has answered.</summary>
    /// <returns>False where the connection is to end with it.</returns>
    public async Task<bool> AnswerAsync(ClientRequest request, Reply reply, bool heard = false)
    {
        if (heard)
        {
            server?.Dispose(); // with what it has not said yet
            server = null;
        }
        else if (request.Whole is null)
        {
            await client.SkipAsync(request.BodyLength);
        }

        await client.WriteAsync(reply.Bytes(request.Method));
        return !request.IsChunked;
    }

    /// <summary>Aborts the connection, as when a process dies.</summary>
    public void Abort()
    {
        client.Abort();
        server?.Dispose();
    }

    public void Dispose()
    {
        client.Dispose();
        server?.Dispose();
    }

    private async Task<HttpWire> ConnectAsync()
    {
        var connected = new Socket(storage.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await connected.ConnectAsync(storage);
            return new HttpWire(connected);
        }
        catch
        {
            connected.Dispose();
            throw;
        }
    }
}
