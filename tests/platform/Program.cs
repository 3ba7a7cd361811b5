using ACip.Local.Azurite;

namespace ACip.Tests.Platform;

/// <summary>What the tests run as another process, to kill it.</summary>
internal static class Program
{
    public const string StartAzurite = "start-azurite";

    public static async Task Main(string[] arguments)
    {
        if (arguments is [StartAzurite, string folder])
        {
            await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder });
            Console.WriteLine(azurite.ConnectionString);
            await azurite.Exited;
        }
    }
}
