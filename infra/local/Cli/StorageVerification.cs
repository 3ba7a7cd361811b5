using System.Globalization;
using ACip.Functions;
using ACip.Local.Azurite;
using ACip.Workflows.Verification;
using FunctionsSimulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Cli;

/// <summary>Holds everything that is stored against the audit chains: a running account by its connection string, or the data folder of a
/// platform that has ended.</summary>
internal static class StorageVerification
{
    /// <returns>0: everything is as it was written; 1: something differs.</returns>
    public static async Task<int> OfAccountAsync(string connection, TextWriter output)
    {
        // services only: nothing of the application is started
        using IHost application = App.Build(["--AzureWebJobsStorage=" + connection]);
        VerifiedProgramme verified = await application
            .Services.GetRequiredService<StreamVerification>()
            .VerifyAllAsync(CancellationToken.None);
        foreach (StreamCount stream in verified.Streams)
        {
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{stream.Stream}: {stream.Events} events, {stream.Rows} rows")
            );
        }

        foreach (Finding finding in verified.Findings)
        {
            await output.WriteLineAsync($"  {finding.Kind}  {finding.Where}: {finding.What}");
        }

        await output.WriteLineAsync(
            verified.Findings.Count == 0
                ? "sound"
                : string.Create(CultureInfo.InvariantCulture, $"DIFFERS: {verified.Findings.Count} finding(s)")
        );
        return verified.Findings.Count == 0 ? 0 : 1;
    }

    /// <exception cref="UsageException">It is no data folder.</exception>
    public static async Task<int> OfFolderAsync(string data, TextWriter output)
    {
        string folder = Path.Combine(Path.GetFullPath(data), "azurite");
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{data} is no data folder of a platform.");
        }

        try
        {
            await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder });
            return await OfAccountAsync(storage.ConnectionString, output);
        }
        catch (AzuriteUnavailableException taken)
        {
            throw new PlatformException(taken.Message, taken);
        }
    }
}
