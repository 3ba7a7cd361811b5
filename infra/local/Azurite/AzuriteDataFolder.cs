using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ACip.Local.Azurite;

/// <summary>A data folder that is ours alone: not another living process's, nor that of an Azurite which is still writing after its
/// starter's death.</summary>
internal sealed class AzuriteDataFolder : IDisposable
{
    private readonly FileStream gate;

    private AzuriteDataFolder(string path, FileStream gate) => (Path, this.gate) = (path, gate);

    public string Path { get; }

    /// <summary>Identifies our Azurite to a process that waits for it to end.</summary>
    public string Sign { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string SignFile => System.IO.Path.Combine(Path, ".running");

    /// <exception cref="AzuriteUnavailableException">Another process has it, or cannot be waited for any longer.</exception>
    public static async Task<AzuriteDataFolder> TakeAsync(string path, Action<string>? progress, CancellationToken cancellation)
    {
        path = System.IO.Path.GetFullPath(path);
        FileStream gate = await LockAsync(path, cancellation);
        var folder = new AzuriteDataFolder(path, gate);
        try
        {
            await folder.WaitForPredecessorAsync(progress, cancellation);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose() => gate.Dispose();

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(path);
                return new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 30)
            {
                await Task.Delay(100, cancellation); // a process that was just killed holds its files a little longer
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new AzuriteUnavailableException(
                    $"The data folder {path} is in use by another process, or cannot be written. Stop that process, or give another data folder.",
                    refused
                );
            }
        }
    }

    /// <summary>An orphaned Azurite is still flushing its data: opening the folder now would read a stale state.</summary>
    private async Task WaitForPredecessorAsync(Action<string>? progress, CancellationToken cancellation)
    {
        if (!File.Exists(SignFile))
        {
            return;
        }

        string[] left = (await File.ReadAllTextAsync(SignFile, cancellation)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (left.Length == 2 && int.TryParse(left[0], CultureInfo.InvariantCulture, out int port))
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(TimeSpan.FromSeconds(70));
            Task gone = UntilGoneAsync(left[1], port, patience.Token);
            if (await Task.WhenAny(gone, Task.Delay(500, cancellation)) != gone)
            {
                progress?.Invoke("Waiting for the Azurite of a process that was killed to finish writing");
            }

            try
            {
                await gone;
            }
            catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
            {
                throw new AzuriteUnavailableException(
                    $"An Azurite of a process that is gone still uses {Path}. End the node process that runs watch.cjs, then try again.",
                    late
                );
            }
        }

        File.Delete(SignFile);
    }

    private static async Task UntilGoneAsync(string sign, int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellation);
            using var reader = new StreamReader(client.GetStream());
            using var greeting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            greeting.CancelAfter(TimeSpan.FromSeconds(2));
            if (await reader.ReadLineAsync(greeting.Token) != sign)
            {
                return; // somebody else's port by now
            }

            await reader.ReadToEndAsync(cancellation);
        }
        catch (Exception gone)
            when (gone is SocketException or IOException || (gone is OperationCanceledException && !cancellation.IsCancellationRequested))
        { }
    }
}
