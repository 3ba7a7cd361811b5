using ACip.Tests.Platform.Tables;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Platform.Faults;

/// <summary>Names of tables, containers and blobs that Azure does not take.</summary>
public sealed class RefusedNamesTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", "OutOfRangeInput")]
    [InlineData("a_b", "InvalidResourceName")]
    [InlineData("1table", "InvalidResourceName")]
    [InlineData("été", "InvalidResourceName")]
    [InlineData("Tables", "InvalidResourceName")]
    public async Task A_table_that_may_not_be_called_so(string name, string code)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() =>
            new TableServiceClient(Proxy.ConnectionString).CreateTableAsync(name)
        );
        Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", "OutOfRangeInput")]
    [InlineData("Upper", "InvalidResourceName")]
    [InlineData("two--dashes", "InvalidResourceName")]
    [InlineData("-first", "InvalidResourceName")]
    [InlineData("last-", "InvalidResourceName")]
    [InlineData("with.dot", "InvalidResourceName")]
    public async Task A_container_that_may_not_be_called_so(string name, string code)
    {
        BlobContainerClient container = Blobs.GetBlobContainerClient(name);
        var created = await Assert.ThrowsAsync<RequestFailedException>(() => container.CreateAsync());
        var filled = await Assert.ThrowsAsync<RequestFailedException>(() => container.GetBlobClient("b").UploadAsync(new BinaryData("x")));

        Assert.Equal((400, code), (created.Status, created.ErrorCode));
        Assert.Equal((400, code), (filled.Status, filled.ErrorCode));
    }

    [Theory]
    [InlineData(1025, "x", "OutOfRangeInput")]
    [InlineData(513, "🌍", "OutOfRangeInput")]
    [InlineData(255, "x/", "InvalidUri")]
    [InlineData(1, "a\tb", null)]
    [InlineData(1, "a\u0081b", null)]
    [InlineData(1, "a\uE000b", null)]
    [InlineData(1, "a\uFFFDb", null)] // what a name read in the wrong charset looks like
    public async Task A_blob_that_may_not_be_called_so(int times, string part, string? code)
    {
        string name = string.Concat(Enumerable.Repeat(part, times));
        BlobContainerClient container = Blobs.GetBlobContainerClient("names-" + Guid.NewGuid().ToString("N"));
        await container.CreateAsync();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() =>
            container.GetBlobClient(name).UploadAsync(new BinaryData("x"))
        );
        var sought = await Assert.ThrowsAsync<RequestFailedException>(() => container.GetBlobClient(name).GetPropertiesAsync());

        Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
        Assert.Equal(400, sought.Status);
        Assert.Empty(await container.GetBlobsAsync().ToListAsync());
    }

    [Theory]
    [InlineData(1024, "x")]
    [InlineData(512, "🌍")]
    [InlineData(1, "timers/hub/l'été 100 % + & #?.json")]
    public async Task A_blob_that_may_be_called_so(int times, string part)
    {
        string name = string.Concat(Enumerable.Repeat(part, times));
        BlobContainerClient container = Blobs.GetBlobContainerClient("names-" + Guid.NewGuid().ToString("N"));
        await container.CreateAsync();

        await container.GetBlobClient(name).UploadAsync(new BinaryData("x"));

        Assert.Equal(name, Assert.Single(await container.GetBlobsAsync().ToListAsync()).Name);
    }

    private BlobServiceClient Blobs => new(Proxy.ConnectionString);
}
