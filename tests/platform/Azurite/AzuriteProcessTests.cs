using System.Net;
using System.Net.Sockets;
using ACip.Local.Azurite;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Platform.Azurite;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task Two_started_together_take_different_ports_and_both_answer()
    {
        AzuriteProcess[] both = await Task.WhenAll(
            AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true }),
            AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true })
        );
        Uri[] endpoints = [.. both.SelectMany(one => new[] { one.BlobEndpoint, one.QueueEndpoint, one.TableEndpoint })];
        Assert.Equal(6, endpoints.Select(endpoint => endpoint.Port).Distinct().Count());

        using var http = new HttpClient();
        foreach (Uri endpoint in endpoints)
        {
            using HttpResponseMessage answer = await http.GetAsync(endpoint);
            Assert.Contains("Azurite", string.Join(' ', answer.Headers.Server), StringComparison.Ordinal);
        }

        foreach (AzuriteProcess one in both)
        {
            await one.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_that_keeps_nothing_is_used_again_and_holds_nothing_of_whoever_had_it_before()
    {
        var left = new List<string>();
        for (int user = 0; user < 20; user++)
        {
            await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
            var tables = new TableServiceClient(azurite.ConnectionString);
            var blobs = new BlobServiceClient(azurite.ConnectionString);
            left.AddRange(tables.Query().Select(table => table.Name));
            left.AddRange(blobs.GetBlobContainers().Select(container => container.Name));
            await tables.CreateTableAsync("mine");
            await blobs.CreateBlobContainerAsync("mine");
        }

        Assert.Empty(left);
    }

    [Fact]
    public async Task One_that_was_given_back_twice_serves_one_user_at_a_time()
    {
        AzuriteProcess first = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using AzuriteProcess second = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true }),
            third = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });

        Assert.NotEqual(second.BlobEndpoint.Port, third.BlobEndpoint.Port);
    }

    [Fact]
    public async Task One_with_a_folder_has_ended_when_it_is_given_back()
    {
        string folder = Directory.CreateTempSubdirectory("acip-azurite-").FullName;
        AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder });
        await azurite.DisposeAsync();
        Assert.True(azurite.Exited.IsCompletedSuccessfully);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_what_to_do()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        int port = ((IPEndPoint)squatter.LocalEndpoint).Port;

        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() =>
            AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true, TablePort = port })
        );

        Assert.Contains($"Port 127.0.0.1:{port} is taken", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_node_the_message_says_what_to_install()
    {
        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() =>
            AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true, Node = "no-such-node" })
        );

        Assert.Contains("Install Node.js", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_serves_one_process_at_a_time()
    {
        string folder = Directory.CreateTempSubdirectory("acip-azurite-").FullName;
        await using (await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder }))
        {
            var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() =>
                AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder })
            );
            Assert.Contains(folder, refused.Message, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
