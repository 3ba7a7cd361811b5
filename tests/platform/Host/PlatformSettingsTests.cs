using System.Security.Cryptography;
using ACip.Local.Host;
using ACip.Local.Host.SignIn;
using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Tests.Platform.Host;

[Collection(WithAzurite.Name)]
public sealed class PlatformSettingsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_application_reads_where_everything_is()
    {
        await using TestHost host = await TestHost.StartAsync("Seed=7");
        var settings = host.Services.GetRequiredService<IConfiguration>();
        int port = new Uri(host.Platform.BaseUrl).Port;

        Assert.Equal($"http://localhost:{port}", settings["App:PublicUrl"]);
        Assert.Equal($"http://127.0.0.1:{port}/local/sendgrid", settings["SendGrid:Host"]);
        Assert.StartsWith("SG.", settings["SendGrid:ApiKey"], StringComparison.Ordinal);
        Assert.Equal("True", settings["WEBSITE_AUTH_ENABLED"]);
        Assert.Equal(host.Platform.Mail.InboundPublicKey, settings["Mail:InboundPublicKey"]);
        Assert.Equal(host.Platform.Mail.EventPublicKey, settings["Mail:EventsPublicKey"]);
        using ECDsa key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(settings["Mail:InboundPublicKey"]!), out _);
        Assert.Equal(256, key.KeySize);
    }

    [Fact]
    public async Task What_is_given_is_used_as_it_is()
    {
        await using TestHost host = await TestHost.StartAsync("/App:PublicUrl=https://a-cip.example", "/SendGrid:ApiKey=SG.mine");
        var settings = host.Services.GetRequiredService<IConfiguration>();

        Assert.Equal("https://a-cip.example", settings["App:PublicUrl"]);
        Assert.Equal("SG.mine", settings["SendGrid:ApiKey"]);
    }

    [Fact]
    public async Task Time_is_the_virtual_clocks_and_the_durable_client_is_not_among_the_services()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Same(host.Platform.Clock, host.Services.GetRequiredService<TimeProvider>());
        Assert.Null(host.Services.GetService<DurableTaskClient>());
    }

    [Theory]
    [InlineData("Port=many", "Local:Port cannot be read: 'many'")]
    [InlineData("Port=70000", "a port is 0 to 65535")]
    [InlineData("Azurite=Cloud", "Local:Azurite cannot be read")]
    [InlineData("Clock:Start=soon", "Local:Clock:Start cannot be read")]
    [InlineData("HostJson=/nowhere/host.json", "a file that is not there")]
    public async Task A_setting_that_makes_no_sense_is_named(string setting, string expected)
    {
        var refused = await Assert.ThrowsAsync<LocalPlatformException>(() => TestHost.StartAsync(setting));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_can_put_services_in_after_Program_has()
    {
        using (LocalPlatform.Customise(builder => builder.Services.AddSingleton<ISignInPeople, Nobody>()))
        {
            await using TestHost host = await TestHost.StartAsync("People:0:Id=p-ada");
            Assert.Contains("There is nobody to sign in as", (await host.GetAsync("/.auth/login/local")).Body, StringComparison.Ordinal);
        }

        await using TestHost other = await TestHost.StartAsync("People:0:Id=p-ada");
        Assert.Contains("p-ada", (await other.GetAsync("/.auth/login/local")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_is_reached_through_the_proxy_whoever_gave_it_and_no_fault_need_be_asked_for()
    {
        await using TestHost host = await TestHost.StartAsync($"/AzureWebJobsStorage={azurite.ConnectionString}");
        string storage = host.Services.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"]!;
        var table = new TableClient(storage, "t" + Guid.NewGuid().ToString("N"));
        int before = host.Platform.Faults!.Calls;
        await table.CreateAsync();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "a/b")));

        Assert.Equal("OutOfRangeInput", refused.ErrorCode);
        Assert.Equal(before + 2, host.Platform.Faults.Calls);
        Assert.Equal(storage, host.Platform.Storage);
        await new TableClient(azurite.ConnectionString, table.Name).DeleteAsync(); // the same account
    }

    [Fact]
    public async Task An_account_on_Azure_is_used_as_it_is_and_has_no_faults_made()
    {
        const string OnAzure = "/AzureWebJobsStorage=DefaultEndpointsProtocol=https;AccountName=acip;AccountKey=AAAA;EndpointSuffix=core.windows.net";
        using (IHost host = TestHost.Build(new Journal(), [OnAzure], out _))
        {
            Assert.Null(LocalPlatform.Of(host).Faults);
            Assert.EndsWith("core.windows.net", LocalPlatform.Of(host).Storage, StringComparison.Ordinal);
        }

        var refused = await Assert.ThrowsAsync<LocalPlatformException>(() => TestHost.StartAsync(OnAzure, "Faults:Seed=1"));
        Assert.Contains("Local:Faults is for emulated storage", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Nobody : ISignInPeople
    {
        public Task<IReadOnlyList<SignInPerson>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SignInPerson>>([]);
    }
}
