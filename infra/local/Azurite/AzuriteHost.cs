using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ACip.Local.Azurite;

/// <summary>The process of Node.js that an Azurite runs in.</summary>
internal sealed partial class AzuriteHost : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly AzuriteDataFolder? data;
    private readonly Queue<string> lastWords = new();
    private readonly Dictionary<string, string> services = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteHost(Process process, AzuriteDataFolder? data)
    {
        this.process = process;
        this.data = data;
        Exited = process.WaitForExitAsync();
        _ = ReadAsync(process.StandardOutput);
        _ = ReadAsync(process.StandardError);
    }

    /// <summary>Ends when Azurite has ended, for whatever reason.</summary>
    public Task Exited { get; }

    public bool HasExited => process.HasExited;

    /// <returns>The address of one account at this service: Blob, Queue or Table.</returns>
    public Uri EndpointOf(string service, string account) => new($"{services[service]}/{account}");

    /// <exception cref="AzuriteUnavailableException">Node.js is missing, a port is taken, or it did not start.</exception>
    public static async Task<AzuriteHost> StartAsync(
        string script,
        AzuriteOptions options,
        AzuriteDataFolder? data,
        string? accounts,
        CancellationToken cancellation
    )
    {
        var host = new AzuriteHost(Launch(script, options, data, accounts), data);
        try
        {
            await host.WaitUntilReadyAsync(cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it; returns when everything that was acknowledged is on the disk.</summary>
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
        process.Dispose();
    }

    private static Process Launch(string script, AzuriteOptions options, AzuriteDataFolder? data, string? accounts)
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
        if (accounts is not null)
        {
            start.Environment["AZURITE_ACCOUNTS"] = accounts;
        }

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
                services[match.Groups["service"].Value] = match.Groups["address"].Value;
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
