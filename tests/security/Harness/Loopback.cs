using System.Net;
using System.Net.Sockets;

namespace ACip.Tests.Security.Harness;

/// <summary>These attacks go to this machine and nowhere else, whatever an address or a name says.</summary>
internal static class Loopback
{
    /// <exception cref="RefusedAddressException">It is no address of this machine.</exception>
    public static Uri Read(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? site)
        && site.Scheme == Uri.UriSchemeHttp
        && IsThisMachine(site.Host)
        && site.UserInfo.Length == 0
            ? new Uri(site.GetLeftPart(UriPartial.Authority))
            : throw new RefusedAddressException(
                $"'{address}' is refused: only http://127.0.0.1:PORT, http://[::1]:PORT or http://localhost:PORT is ever attacked."
            );

    /// <summary>Looks again once the name has been resolved.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        IPAddress[] all = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (all.Length == 0 || !all.All(IPAddress.IsLoopback))
        {
            throw new RefusedAddressException($"'{context.DnsEndPoint.Host}' is not this machine.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(all, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}

internal sealed class RefusedAddressException(string message) : Exception(message);
