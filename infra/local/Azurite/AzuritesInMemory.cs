using System.Collections.Concurrent;
using System.Globalization;

namespace ACip.Local.Azurite;

/// <summary>Azurites that keep nothing are used again, each time with an account that nobody has had: Node.js takes more than a second
/// of processor time to start one, which tests would pay for hundreds of times.</summary>
/// <remarks>One at a time has each of them, so nobody waits for another's calls. All end with this process.</remarks>
internal static class AzuritesInMemory
{
    /// <summary>What former users left is searched by each call and stays in memory, so it ends after some.</summary>
    private const int Accounts = 16;

    private static readonly ConcurrentQueue<(AzuriteHost Host, int Used)> Idle = new();

    private static readonly string AllAccounts = string.Join(
        ';',
        Enumerable.Range(0, Accounts).Select(one => $"{NameOf(one)}:{AzuriteProcess.Key}")
    );

    /// <summary>Whether what is wanted is one as good as any other.</summary>
    public static bool Serve(AzuriteOptions options) =>
        options is { InMemory: true, BlobPort: 0, QueuePort: 0, TablePort: 0, Node: "node", InstallFolder: null };

    public static async Task<AzuriteProcess> TakeAsync(string script, AzuriteOptions options, CancellationToken cancellation)
    {
        while (Idle.TryDequeue(out (AzuriteHost Host, int Used) kept))
        {
            if (!kept.Host.HasExited)
            {
                return Lend(kept.Host, kept.Used);
            }

            await kept.Host.DisposeAsync();
        }

        return Lend(await AzuriteHost.StartAsync(script, options, data: null, AllAccounts, cancellation), 0);
    }

    private static AzuriteProcess Lend(AzuriteHost host, int used)
    {
        return new AzuriteProcess(host, NameOf(used), GiveBack);

        ValueTask GiveBack()
        {
            if (host.HasExited || used + 1 == Accounts)
            {
                return host.DisposeAsync();
            }

            Idle.Enqueue((host, used + 1));
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>The first is the one that every emulator has.</summary>
    private static string NameOf(int account) =>
        account == 0 ? AzuriteProcess.UsualAccount : string.Create(CultureInfo.InvariantCulture, $"devstoreaccount{account + 1}");
}
