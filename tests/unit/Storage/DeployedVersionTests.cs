using ACip.Workflows.Orchestration;
using Microsoft.Extensions.Configuration;

namespace ACip.Tests.Unit.Storage;

public sealed class DeployedVersionTests
{
    [Theory]
    [InlineData("""{ "extensions": { "durableTask": { "defaultVersion": "1.1" } } } // as the host reads it""", "1.1")]
    [InlineData("""{ "extensions": { "durableTask": { } } }""", null)]
    [InlineData("""{ "extensions": { "durableTask": { "defaultVersion": null } } }""", null)]
    [InlineData("""{ "version": "2.0" }""", null)]
    [InlineData("""[]""", null)]
    public void It_is_what_the_file_says(string json, string? version) => Assert.Equal(version, DeployedVersion.Of(json));

    [Fact]
    public void A_setting_goes_before_the_file_as_it_does_for_the_host()
    {
        IConfiguration set = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureFunctionsJobHost:extensions:durableTask:defaultVersion", "2.3")])
            .Build();

        Assert.Equal("2.3", new DeployedVersion(set).Value);
    }
}
