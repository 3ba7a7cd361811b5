using System.Net.Sockets;

namespace FunctionsSimulator.Workers;

/// <summary>The worker's own web server, which it opens only after it has connected to us: a request that comes before would wait in
/// vain.</summary>
internal static class WorkerServer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <exception cref="OperationCanceledException">It does not listen in time.</exception>
    public static async Task ListensAsync(string address, CancellationToken cancellation)
    {
        var uri = new Uri(address);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Timeout);
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(uri.Host, uri.Port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Pause, patience.Token);
            }
        }
    }
}
