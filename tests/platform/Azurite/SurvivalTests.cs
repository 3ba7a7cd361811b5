using System.Diagnostics;
using System.Net.Sockets;
using ACip.Local.Azurite;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Platform.Azurite;

/// <summary>What was acknowledged is there again, however the process that started Azurite ended.</summary>
public sealed class SurvivalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("acip-azurite-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task After_an_orderly_end()
    {
        await using (AzuriteProcess first = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder }))
        {
            await WriteAsync(first.ConnectionString, 50);
        }

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder });
        Assert.Equal(50, await CountAsync(second.ConnectionString));
    }

    [Fact]
    public async Task After_the_starter_was_killed_and_another_starts_at_once()
    {
        using Process starter = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, Program.StartAzurite, folder])
            {
                RedirectStandardOutput = true,
            }
        )!;
        string connection = (await starter.StandardOutput.ReadLineAsync())!;
        await WriteAsync(connection, 300);
        starter.Kill(); // SIGKILL: it can do nothing any more

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder });

        Assert.Equal(300, await CountAsync(second.ConnectionString));
        Assert.True(await IsGoneAsync(connection));
    }

    private static async Task WriteAsync(string connection, int rows)
    {
        var table = new TableClient(connection, "Survivors");
        await table.CreateAsync();
        var blobs = new BlobContainerClient(connection, "survivors");
        await blobs.CreateAsync();
        for (int i = 0; i < rows; i++)
        {
            await table.AddEntityAsync(new TableEntity("p", $"{i}"));
        }

        await blobs.UploadBlobAsync("last", BinaryData.FromString("words"));
    }

    private static async Task<int> CountAsync(string connection)
    {
        Assert.Equal("words", (await new BlobClient(connection, "survivors", "last").DownloadContentAsync()).Value.Content.ToString());
        return await new TableClient(connection, "Survivors").QueryAsync<TableEntity>().CountAsync();
    }

    // the first Azurite must not live on, serving old data to whoever knows its port
    private static async Task<bool> IsGoneAsync(string connection)
    {
        using var client = new TcpClient();
        Uri endpoint = new TableServiceClient(connection).Uri;
        return await Record.ExceptionAsync(() => client.ConnectAsync(endpoint.Host, endpoint.Port)) is SocketException;
    }
}
