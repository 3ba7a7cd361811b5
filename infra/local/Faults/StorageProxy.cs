using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Local.Faults;

/// <summary>Stands in front of an emulated storage account: counts calls, makes some of them fail, and can be cut off like a process that was killed.</summary>
/// <remarks>Signatures do not cover the host, so that calls signed for the proxy are good for what is behind it.</remarks>
public sealed class StorageProxy : IAsyncDisposable
{
    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    private readonly WebApplication app;
    private readonly Forwarder forwarder = new();
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource severed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int total;

    private StorageProxy(WebApplication app) => this.app = app;

    /// <summary>The same account, through the proxy.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Null: nothing fails.</summary>
    public FaultPlan? Plan { get; set; }

    /// <summary>Called around every call, before its fault if it meets one; what it throws breaks the connection.</summary>
    public Func<StorageCall, CallMoment, Task>? Watch { get; set; }

    /// <summary>Calls since the start, retries and failed ones included.</summary>
    public int Calls => Volatile.Read(ref total);

    public IReadOnlyDictionary<string, int> CallsByOperation => counts;

    /// <summary>Ends when the proxy is cut off.</summary>
    public Task Severed => severed.Task;

    /// <param name="connectionString">With BlobEndpoint, QueueEndpoint and TableEndpoint, as emulators have it.</param>
    /// <exception cref="ArgumentException">An endpoint is missing.</exception>
    public static async Task<StorageProxy> StartAsync(string connectionString, CancellationToken cancellation = default)
    {
        Dictionary<string, string> parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var targets = new Dictionary<string, Uri>();
        foreach (string service in Services)
        {
            targets[service] = parts.TryGetValue(service + "Endpoint", out string? endpoint)
                ? new Uri(endpoint)
                : throw new ArgumentException($"The connection string has no {service}Endpoint.", nameof(connectionString));
        }

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            foreach (string _ in Services)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
        });
        var proxy = new StorageProxy(builder.Build());
        var serviceByPort = new Dictionary<int, string>();
        proxy.app.Run(http => proxy.AnswerAsync(http, serviceByPort[http.Connection.LocalPort], targets));
        await proxy.app.StartAsync(cancellation);

        string[] addresses = [.. proxy.app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses];
        foreach ((string service, string address) in Services.Zip(addresses))
        {
            int port = new Uri(address).Port;
            serviceByPort[port] = service;
            parts[service + "Endpoint"] = new UriBuilder(targets[service]) { Port = port }.Uri.ToString();
        }

        proxy.ConnectionString = string.Concat(parts.Select(part => $"{part.Key}={part.Value};"));
        return proxy;
    }

    /// <summary>From now on no call goes through and no answer comes back, as if the caller's process had been killed.</summary>
    public void Sever() => severed.TrySetResult();

    public void ResetCounts()
    {
        counts.Clear();
        Volatile.Write(ref total, 0);
    }

    public async ValueTask DisposeAsync()
    {
        Sever();
        await app.DisposeAsync();
        forwarder.Dispose();
    }

    private async Task AnswerAsync(HttpContext http, string service, Dictionary<string, Uri> targets)
    {
        int number = Interlocked.Increment(ref total);
        StorageCall call = StorageCall.Of(number, service, http.Request.Method, http.Request.Path.Value ?? "");
        counts.AddOrUpdate(call.Operation, 1, (_, count) => count + 1);
        try
        {
            await TellAsync(call, CallMoment.Before);
            StorageFault fault = Plan?.For(number) ?? StorageFault.None;
            if (await RefusedAsync(http, fault) || (fault == StorageFault.Conflict && await ForgedConflict.AnswerAsync(http)))
            {
                return;
            }

            using HttpResponseMessage answer = await forwarder.SendAsync(http, targets[service]);
            await TellAsync(call, CallMoment.After);
            switch (fault)
            {
                case StorageFault.DoneButError:
                    http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                    break;
                case StorageFault.DoneButLost:
                    http.Abort();
                    break;
                default:
                    await Forwarder.AnswerAsync(http, answer);
                    break;
            }
        }
        catch (Exception broken) when (broken is SeveredException or HttpRequestException or IOException or OperationCanceledException or SocketException)
        {
            http.Abort();
        }
    }

    private async Task<bool> RefusedAsync(HttpContext http, StorageFault fault)
    {
        int? status = fault switch
        {
            StorageFault.TooManyRequests => StatusCodes.Status429TooManyRequests,
            StorageFault.ServerError => StatusCodes.Status500InternalServerError,
            StorageFault.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => null,
        };
        if (status is { } refused)
        {
            http.Response.StatusCode = refused;
            return true;
        }

        if (fault != StorageFault.TimedOut)
        {
            return false;
        }

        await Task.Delay(Plan?.Silence ?? TimeSpan.Zero, http.RequestAborted);
        http.Abort();
        return true;
    }

    private async Task TellAsync(StorageCall call, CallMoment moment)
    {
        if (!severed.Task.IsCompleted && Watch is { } watch)
        {
            await watch(call, moment);
        }

        if (severed.Task.IsCompleted)
        {
            throw new SeveredException();
        }
    }

    private sealed class SeveredException : Exception;
}
