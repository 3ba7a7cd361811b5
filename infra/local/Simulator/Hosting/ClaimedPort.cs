using System.Net;
using System.Net.Sockets;

namespace FunctionsSimulator.Hosting;

/// <summary>A loopback port that is ours from the moment it is known, because other settings (addresses, web hooks) derive from it before
/// the server runs.</summary>
/// <remarks>It listens at once: on Linux two sockets that are merely bound could hold the same port.</remarks>
internal sealed class ClaimedPort : IDisposable
{
    private ClaimedPort(Socket socket)
    {
        Socket = socket;
    }

    public Socket Socket { get; }

    public int Number => ((IPEndPoint)Socket.LocalEndPoint!).Port;

    public static ClaimedPort Claim(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(512);
            return new ClaimedPort(socket);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            string why =
                e.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? "is taken by another process. Stop that one, or choose another port: --Local:Port=7072 (0 takes a free one)."
                    : $"cannot be used: {e.Message}";
            throw new PlatformException($"Port {port} {why}", e);
        }
    }

    public void Dispose() => Socket.Dispose();
}
