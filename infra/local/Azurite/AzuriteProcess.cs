using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ACip.Local.Azurite;

/// <summary>A running Azurite: Microsoft's storage emulator, blobs, queues and tables, on loopback ports. It ends with this object or with
/// this process, whichever goes first.</summary>
/// <remarks>
/// Strict (not <c>--loose</c>): a header or parameter that it does not know is refused, so that we notice before Azure does.
/// What it acknowledged survives even <c>kill -9</c> of this process; see watch.cjs for how, and for what does not.
/// </remarks>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    // public knowledge: every emulator's account and key, https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly AzuriteDataFolder? data;
    private readonly Queue<string> lastWords = new();
    private readonly Dictionary<string, Uri> services = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteProcess(Process process, AzuriteDataFolder? data)
    {
        this.process = process;
        this.data = data;
        Exited = process.WaitForExitAsync();
        _ = ReadAsync(process.StandardOutput);
        _ = ReadAsync(process.StandardError);
    }

    public Uri BlobEndpoint => services["Blob"];

    public Uri QueueEndpoint => services["Queue"];

    public Uri TableEndpoint => services["Table"];

    /// <summary>For all three services, in the form that every Azure Storage client takes.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Ends when Azurite has ended, for whatever reason.</summary>
    public Task Exited { get; }

    /// <summary>Installs Azurite if this machine does not have it yet, starts it, and returns when it answers.</summary>
    /// <exception cref="AzuriteUnavailableException">Node.js is missing, a port or the data folder is taken, or it did not
    /// start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        string script = await AzuriteInstallation.EnsureAsync(options, cancellation);
        AzuriteDataFolder? data = options.InMemory
            ? null
            : await AzuriteDataFolder.TakeAsync(options.DataFolder, options.Progress, cancellation);
        try
        {
            var azurite = new AzuriteProcess(Launch(script, options, data), data);
            try
            {
                await azurite.WaitUntilReadyAsync(cancellation);
                return azurite;
            }
            catch
            {
                await azurite.DisposeAsync();
                throw;
            }
        }
        catch
        {
            data?.Dispose();
            throw;
        }
    }

    /// <summary>Ends Azurite; returns when everything it acknowledged is on the disk.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            if (data is null)
            {
                process.Kill();
            }
            else
            {
                process.StandardInput.Close();
            }
        }

        await Exited;
        data?.Dispose();
        process.Dispose();
    }

    private static Process Launch(string script, AzuriteOptions options, AzuriteDataFolder? data)
    {
        var start = new ProcessStartInfo(options.Node)
        {
            WorkingDirectory = Path.GetDirectoryName(script),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        List<string> arguments =
        [
            "--no-deprecation",
            script,
            "--disableTelemetry",
            "--skipApiVersionCheck",
            "--silent",
            "--blobPort",
            Number(options.BlobPort),
            "--queuePort",
            Number(options.QueuePort),
            "--tablePort",
            Number(options.TablePort),
            // the default of 5 s would close a connection just as a client uses it again
            "--blobKeepAliveTimeout",
            "600",
            "--queueKeepAliveTimeout",
            "600",
            "--tableKeepAliveTimeout",
            "600",
        ];
        arguments.AddRange(data is null ? ["--inMemoryPersistence"] : ["--location", data.Path]);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // either would give it other accounts or another store than the connection string says
        start.Environment.Remove("AZURITE_ACCOUNTS");
        start.Environment.Remove("AZURITE_DB");
        if (data is not null)
        {
            start.Environment["ACIP_AZURITE_SIGN"] = data.Sign;
            start.Environment["ACIP_AZURITE_SIGN_FILE"] = data.SignFile;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteUnavailableException(
                $"'{options.Node}' was not found. Install Node.js 20 or later (https://nodejs.org) and see that it is on the PATH; or set AzureWebJobsStorage to storage that runs already.",
                missing
            );
        }
    }

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at (?<address>http://\S+)$")]
    private static partial Regex Listening();

    [GeneratedRegex(@"EADDRINUSE.*?(?<address>[\d.]+:\d+)")]
    private static partial Regex PortTaken();

    private async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        try
        {
            Task first = await Task.WhenAny(ready.Task, Exited).WaitAsync(StartPatience, cancellation);
            if (first == ready.Task)
            {
                return;
            }
        }
        catch (TimeoutException slow)
        {
            throw new AzuriteUnavailableException(
                $"Azurite did not answer within {StartPatience.TotalSeconds} s. It said:{Environment.NewLine}{Said()}",
                slow
            );
        }

        await Task.Delay(50, cancellation); // its last line may still be on the way
        string said = Said();
        throw PortTaken().Match(said) is { Success: true } taken
            ? new AzuriteUnavailableException(
                $"Port {taken.Groups["address"].Value} is taken, probably by another Azurite. Stop that, give other ports (0 takes free ones), or set AzureWebJobsStorage to use it as it is."
            )
            : new AzuriteUnavailableException(
                $"Azurite ended with code {process.ExitCode}. It needs Node.js 20 or later. It said:{Environment.NewLine}{said}"
            );
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "ready")
            {
                ready.TrySetResult();
            }
            else if (Listening().Match(line) is { Success: true } match)
            {
                services[match.Groups["service"].Value] = new Uri($"{match.Groups["address"].Value}/{Account}");
            }
            else
            {
                Keep(line);
            }
        }
    }

    private void Keep(string line)
    {
        lock (lastWords)
        {
            lastWords.Enqueue(line);
            if (lastWords.Count > 20)
            {
                lastWords.Dequeue();
            }
        }
    }

    private string Said()
    {
        lock (lastWords)
        {
            return string.Join(Environment.NewLine, lastWords);
        }
    }
}
