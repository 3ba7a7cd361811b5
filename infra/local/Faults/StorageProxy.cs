using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ACip.Local.Faults.Refusals;
using ACip.Local.Faults.Wire;

namespace ACip.Local.Faults;

/// <summary>
/// Stands in front of an emulated storage account: refuses what Azure refuses although the emulator does not, counts calls, makes some of
/// them fail, and can be cut off like a process that was killed.
/// </summary>
/// <remarks>Signatures do not cover the host, so that calls signed for the proxy are good for what is behind it.</remarks>
public sealed class StorageProxy : IAsyncDisposable
{
    private readonly List<Socket> listeners = [];
    private readonly ConcurrentDictionary<ProxyConnection, bool> connections = new();
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource severed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int total;
    private volatile bool disposed;

    private StorageProxy() { }

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

    /// <returns>Whether there is an emulator to proxy; an account on Azure refuses invalid calls by itself.</returns>
    public static bool CanStandBefore(string connectionString) => EmulatedAccount.Read(connectionString) is not null;

    /// <param name="connectionString">With BlobEndpoint, QueueEndpoint and TableEndpoint, as emulators have it; or
    /// <c>UseDevelopmentStorage=true</c>.</param>
    /// <exception cref="ArgumentException">An endpoint is missing, or is not one of plain HTTP.</exception>
    public static async Task<StorageProxy> StartAsync(string connectionString, CancellationToken cancellation = default)
    {
        EmulatedAccount account =
            EmulatedAccount.Read(connectionString)
            ?? throw new ArgumentException(
                "The connection string does not name a BlobEndpoint, a QueueEndpoint and a TableEndpoint at http://….",
                nameof(connectionString)
            );
        var proxy = new StorageProxy();
        var ports = new Dictionary<string, int>();
        foreach (string service in EmulatedAccount.Services)
        {
            EndPoint storage = await account.FindAsync(service, cancellation);
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            listener.Listen();
            proxy.listeners.Add(listener);
            ports[service] = ((IPEndPoint)listener.LocalEndPoint!).Port;
            _ = proxy.AcceptAsync(listener, service, storage);
        }

        proxy.ConnectionString = account.Through(ports);
        return proxy;
    }

    /// <summary>From now on no call goes through and no answer comes back, as if the caller's process had been killed.</summary>
    public void Sever() => severed.TrySetResult();

    public void ResetCounts()
    {
        counts.Clear();
        Volatile.Write(ref total, 0);
    }

    public ValueTask DisposeAsync()
    {
        disposed = true;
        Sever();
        listeners.ForEach(listener => listener.Dispose());
        foreach (ProxyConnection connection in connections.Keys)
        {
            connection.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(Socket listener, string service, EndPoint storage)
    {
        while (!disposed)
        {
            try
            {
                Socket client = await listener.AcceptAsync();
                client.NoDelay = true;
                _ = Task.Run(() => ServeAsync(new ProxyConnection(client, storage), service));
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // the proxy was disposed of, or a caller left before it was let in: the others are still to be
                await Task.Delay(10);
            }
        }
    }

    private async Task ServeAsync(ProxyConnection connection, string service)
    {
        connections[connection] = true;
        try
        {
            int mostWhole = AzureRules.MostRead(service);
            while (await connection.ReadAsync(mostWhole) is { } request && await AnswerAsync(connection, service, request)) { }
        }
        catch (Exception)
        {
            // the watcher may throw anything; the caller or storage may have gone away
            connection.Abort();
        }
        finally
        {
            connections.TryRemove(connection, out _);
            connection.Dispose();
        }
    }

    /// <returns>False where the connection is to end.</returns>
    private async Task<bool> AnswerAsync(ProxyConnection connection, string service, ClientRequest request)
    {
        int number = Interlocked.Increment(ref total);
        StorageCall call = StorageCall.Of(number, service, request.Method, request.Target);
        counts.AddOrUpdate(call.Operation, 1, (_, count) => count + 1);
        await TellAsync(call, CallMoment.Before);
        FaultPlan? plan = Plan;
        StorageFault fault = plan?.For(number) ?? StorageFault.None;
        switch (fault)
        {
            case StorageFault.TooManyRequests:
                return await connection.AnswerAsync(request, new Reply(429));
            case StorageFault.ServerError:
                return await connection.AnswerAsync(request, new Reply(500));
            case StorageFault.Unavailable:
                return await connection.AnswerAsync(request, new Reply(503));
            case StorageFault.TimedOut:
                await Task.Delay(plan!.Silence);
                throw new SeveredException();
        }

        Refusal? refusal =
            AzureRules.Check(service, request) ?? (fault == StorageFault.Conflict ? ForgedConflict.Of(service, request) : null);
        if (refusal is not null)
        {
            return await connection.AnswerAsync(request, Answers.To(request, service, refusal));
        }

        HttpHead answer = await connection.SendAsync(request);
        await TellAsync(call, CallMoment.After);
        return fault switch
        {
            StorageFault.DoneButError => await connection.AnswerAsync(request, new Reply(500), heard: true),
            StorageFault.DoneButLost => throw new SeveredException(),
            _ => await connection.PassOnAsync(answer, request.Method),
        };
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
