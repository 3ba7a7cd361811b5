using System.Globalization;
using System.Net;
using System.Text.Json;
using ACip.Local.Azurite;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsSimulator;
using FunctionsSimulator.Durable.Recording;

namespace ACip.Local.Cli;

/// <summary>Writes the history of one workflow to a file, from a running platform or from the data folder of one that has ended.</summary>
internal static class RecordCommand
{
    /// <exception cref="UsageException">No such instance, no platform, or arguments that cannot be read.</exception>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var instance, .. var rest] || instance.StartsWith("--", StringComparison.Ordinal))
        {
            throw new UsageException("Which instance? record INSTANCE --out FILE, for example record plan:af:af-2026 --out plan.json.");
        }

        var given = new Arguments(rest, new HashSet<string> { "--out", "--port", "--data" }, new HashSet<string>());
        string file = given.Has("--out") ? given.Text("--out", "") : throw new UsageException("Where to? record INSTANCE --out FILE.");
        string? history = given.Has("--data")
            ? await FromFolderAsync(given.Text("--data", ""), instance)
            : await FromPlatformAsync(given.Number("--port", 7071, 1, 65535), instance);
        await File.WriteAllTextAsync(
            file,
            (history ?? throw new UsageException($"There is no instance {instance}, or it has had no turn yet.")) + "\n"
        );
        Console.WriteLine($"{instance} is recorded in {Path.GetFullPath(file)}.");
        return 0;
    }

    private static async Task<string?> FromPlatformAsync(int port, string instance)
    {
        using var http = new HttpClient();
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/local/histories/{Uri.EscapeDataString(instance)}")
            );
            return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        }
        catch (HttpRequestException silent)
        {
            throw new UsageException(
                $"No platform answers on port {port} ({silent.Message}). Start one with serve, name its --port, or name the --data folder of one that has ended."
            );
        }
    }

    private static async Task<string?> FromFolderAsync(string data, string instance)
    {
        string folder = Path.Combine(Path.GetFullPath(data), "azurite");
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{data} is no data folder of a platform.");
        }

        try
        {
            await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder });
            return (
                await HistoryRecording.RecordAsync(
                    new TableServiceClient(storage.ConnectionString),
                    new BlobServiceClient(storage.ConnectionString),
                    HubName(),
                    instance
                )
            )?.ToJson();
        }
        catch (AzuriteUnavailableException taken)
        {
            throw new PlatformException(taken.Message, taken);
        }
    }

    private static string HubName()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));
        return host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString()!;
    }
}
