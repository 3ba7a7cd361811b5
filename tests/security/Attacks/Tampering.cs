using System.Diagnostics;
using ACip.Tests.Scenarios.Trust;
using ACip.Tests.Security.Harness;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Security.Attacks;

internal sealed class Tampering : IAttack
{
    private static readonly string[] Kinds = ["person", "plan-version", "report", "observed", "task", "agreement", "received"];

    private static readonly string[] Ways = ["changed", "removed", "added"];

    public string Name => "Tampering";

    public string Tries =>
        "Changes, removes and adds rows and blobs past the program: people, plans, reports, figures, tasks, agreements, received mail";

    public string MustHold => "Verification names each of them by its place, by API and by the command; put back, everything is sound";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        string storage = programme.Storage ?? throw new NotTriedException("it needs --storage CONNECTION, to change what is stored.");
        Tally.Honest((await ByApiAsync(programme)).Length == 0, "verification of what nobody touched");
        var hand = new StorageTampering(new TableServiceClient(storage), new BlobServiceClient(storage));
        IReadOnlyDictionary<string, TableEntity> samples = await hand.SamplesAsync();
        foreach (string how in Ways)
        {
            var done = new List<Tampered>();
            try
            {
                foreach (string kind in Kinds.Where(samples.ContainsKey))
                {
                    done.Add(await hand.TamperAsync(samples[kind], how));
                }

                done.Add(await hand.TamperWithBlobAsync("received-mail", how, samples.GetValueOrDefault("received")));
                done.Add(await hand.TamperWithBlobAsync("plan-versions", how));
                string[] api = await ByApiAsync(programme);
                string command = await ByCommandAsync(storage);
                foreach (Tampered one in done)
                {
                    tally.Try(api.Contains($"{one.Kind} {one.Where}"), $"{one.Where} {how} is not named by the API");
                    tally.Try(
                        command.Contains($"{one.Kind}  {one.Where}:", StringComparison.Ordinal),
                        $"{one.Where} {how} is not named by the command"
                    );
                }
            }
            finally
            {
                foreach (Tampered one in done)
                {
                    await one.Back();
                }
            }
        }

        string[] after = await ByApiAsync(programme);
        Tally.Honest(after.Length == 0, $"verification once all was put back: {string.Join(", ", after.Take(3))}");
    }

    private static async Task<string[]> ByApiAsync(Programme programme) =>
        [
            .. (await programme.Target.MustAsync("auditor", HttpMethod.Get, "api/verification")).Json["findings"]!
                .AsArray()
                .Select(one => $"{one!["kind"]} {one["where"]}"),
        ];

    private static async Task<string> ByCommandAsync(string storage)
    {
        using var command = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "acip.dll"), "verify", "--storage", storage])
            {
                RedirectStandardOutput = true,
            }
        )!;
        string said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return said;
    }
}
