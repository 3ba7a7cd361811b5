using System.Globalization;
using ACip.Local.Azurite;
using ACip.Tests.Platform.Host;
using FunctionsSimulator;
using SampleApp;

namespace ACip.Tests.Platform;

/// <summary>What the tests run as another process, to kill it.</summary>
internal static class Program
{
    public const string StartAzurite = "start-azurite";

    /// <summary>The sample application as a child process of that process; says its address, its system key and the worker's
    /// process.</summary>
    public const string StartPlatform = "start-platform";

    public static async Task Main(string[] arguments)
    {
        if (arguments is [StartAzurite, string folder])
        {
            await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder });
            Console.WriteLine(azurite.ConnectionString);
            await azurite.Exited;
        }
        else if (arguments is [StartPlatform, .. var settings])
        {
            await using FunctionsPlatform platform = await FunctionsPlatform.StartAsync<Journal>(
                TestHost.Options(["Worker=Process", .. settings])
            );
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{platform.BaseUrl} {platform.SystemKey} {platform.WorkerProcessId}")
            );
            await Task.Delay(Timeout.Infinite);
        }
    }
}
