using ACip.Workflows;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>Facts and documents are kept in an account of the programme's own, where there is one.</summary>
public sealed class ProgrammeStorageTests
{
    [Fact]
    public void On_Azure_it_is_the_programmes_own_and_never_the_hosts()
    {
        (Uri tables, Uri blobs) = Opened(
            ("AzureWebJobsStorage:tableServiceUri", "https://aciphost.table.core.windows.net/"),
            ("AzureWebJobsStorage:blobServiceUri", "https://aciphost.blob.core.windows.net/"),
            ("ProgrammeStorage:tableServiceUri", "https://acipdata.table.core.windows.net/"),
            ("ProgrammeStorage:blobServiceUri", "https://acipdata.blob.core.windows.net/")
        );
        Assert.Equal(("acipdata.table.core.windows.net", "acipdata.blob.core.windows.net"), (tables.Host, blobs.Host));
    }

    [Fact]
    public void On_one_machine_it_is_the_hosts()
    {
        (Uri tables, Uri blobs) = Opened(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));
        Assert.Equal((10002, 10000), (tables.Port, blobs.Port));
    }

    private static (Uri Tables, Uri Blobs) Opened(params (string Name, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value))
            .Build();
        using ServiceProvider services = new ServiceCollection().AddSingleton(configuration).AddWorkflows().BuildServiceProvider();
        return (services.GetRequiredService<TableServiceClient>().Uri, services.GetRequiredService<BlobServiceClient>().Uri);
    }
}
