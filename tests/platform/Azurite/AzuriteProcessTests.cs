using System.Net;
using System.Net.Sockets;
using ACip.Local.Azurite;

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
            Assert.True(one.Exited.IsCompletedSuccessfully);
        }
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
