using System.Globalization;
using ACip.Local.Azurite;
using ACip.Tests.Scenarios.Harness;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>A year whose process is killed (SIGKILL) again and again, before or after a storage call, and started anew on the same
/// storage.</summary>
/// <param name="End">How things stand at the end.</param>
/// <param name="Kills">How often it was killed.</param>
/// <param name="Unexcused">Mails that were sent twice although their sending had been recorded.</param>
internal sealed record KilledYear(StoredState End, int Kills, IReadOnlyList<string> Unexcused)
{
    /// <summary>Storage calls between one kill and the next: few enough that a start is caught too, enough that each life gets
    /// somewhere.</summary>
    private const int ShortestLife = 15,
        LongestLife = 180;

    /// <param name="seed">Draws when to kill.</param>
    /// <param name="most">The number of kills; then the year is left alone.</param>
    /// <param name="settings">Of the platform, in every life.</param>
    /// <exception cref="InvalidOperationException">A process ended otherwise than well or by a kill.</exception>
    public static async Task<KilledYear> LiveAsync(int seed, int most, params IReadOnlyList<string> settings)
    {
        string folder = Directory.CreateTempSubdirectory("acip-killed-").FullName;
        await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        try
        {
            var chance = new Random(seed);
            var mayComeTwice = new HashSet<string>(StringComparer.Ordinal);
            for (int kills = 0; ; kills++)
            {
                string[] fate =
                    kills < most
                        ? [string.Create(CultureInfo.InvariantCulture, $"--Local:Faults:KillAt={chance.Next(ShortestLife, LongestLife)}")]
                        : [];
                (int exit, string said) = await SimulationProcess.RunAsync(storage.ConnectionString, folder, [.. fate, .. settings]);
                if (exit == SimulationProcess.Killed)
                {
                    mayComeTwice.UnionWith(await SendingWindow.ReadAsync(storage.ConnectionString, folder));
                    continue;
                }

                if (exit != 0)
                {
                    throw new InvalidOperationException($"Year {seed}, life {kills + 1} ended with {exit}: {said}");
                }

                StoredState end = await StoredState.ReadAsync(storage.ConnectionString, SeenMail.Of(folder));
                return new KilledYear(end, kills, [.. end.SentTwice.Select(mail => mail.Delivery).Except(mayComeTwice)]);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
