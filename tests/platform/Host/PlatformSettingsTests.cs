using FunctionsSimulator;
using FunctionsSimulator.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Platform.Host;

public sealed class PlatformSettingsTests
{
    [Fact]
    public async Task The_application_reads_what_it_was_given_and_what_the_platform_supposes()
    {
        await using TestHost host = await TestHost.StartAsync("/App:Colour=blue", "/WEBSITE_AUTH_ENABLED=True");
        var settings = host.Services.GetRequiredService<IConfiguration>();

        Assert.Equal("blue", settings["App:Colour"]);
        Assert.Equal("True", settings["WEBSITE_AUTH_ENABLED"]);
        Assert.Null(settings["Local:Port"]);
    }

    [Fact]
    public async Task An_extension_adds_settings_services_routes_and_a_link()
    {
        await using TestHost host = await TestHost.StartAsync(options => options with { Extensions = [new Echo()] }, "/Echo:Loud=True");
        var settings = host.Services.GetRequiredService<IConfiguration>();

        Assert.Equal(host.Platform.BaseUrl + "/local/echo", settings["Echo:Url"]);
        Assert.Equal("True", settings["Echo:Loud"]); // what was given is used as it is
        Assert.Equal("said", (await host.GetAsync("/local/echo")).Body);
        Assert.Contains("<a href=\"/local/echo\">An echo</a>", (await host.GetAsync("/local")).Body, StringComparison.Ordinal);
        Assert.Equal("said", host.Platform.FrontServices.GetRequiredService<Said>().Word);
    }

    [Fact]
    public async Task Time_is_the_virtual_clocks_and_the_durable_client_is_not_among_the_services()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Same(host.Platform.Clock, host.Services.GetRequiredService<TimeProvider>());
        Assert.Null(host.Services.GetService<DurableTaskClient>());
    }

    [Fact]
    public async Task Services_of_the_application_can_be_replaced()
    {
        await using TestHost host = await TestHost.StartAsync(options =>
            options with
            {
                WorkerServices = services => services.AddSingleton(new Said("by a test")),
            }
        );

        Assert.Equal("by a test", host.Services.GetRequiredService<Said>().Word);
    }

    [Theory]
    [InlineData("Port=many", "Local:Port cannot be read: 'many'")]
    [InlineData("Port=70000", "a port is 0 to 65535")]
    [InlineData("Azurite=Cloud", "Local:Azurite cannot be read")]
    [InlineData("Worker=Thread", "Local:Worker cannot be read")]
    [InlineData("Clock:Start=soon", "Local:Clock:Start cannot be read")]
    [InlineData("HostJson=/nowhere/host.json", "a file that is not there")]
    public async Task A_setting_that_makes_no_sense_is_named(string setting, string expected)
    {
        var refused = await Assert.ThrowsAsync<PlatformException>(() => TestHost.StartAsync(setting));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_can_sign_in_can_be_replaced()
    {
        await using TestHost host = await TestHost.StartAsync(
            options => options with { FrontServices = services => services.AddSingleton<ISignInPeople, Nobody>() },
            "People:0:Id=p-ada"
        );
        Assert.Contains("There is nobody to sign in as", (await host.GetAsync("/.auth/login/local")).Body, StringComparison.Ordinal);

        await using TestHost other = await TestHost.StartAsync("People:0:Id=p-ada");
        Assert.Contains("p-ada", (await other.GetAsync("/.auth/login/local")).Body, StringComparison.Ordinal);
    }

    private sealed record Said(string Word);

    private sealed class Echo : IPlatformExtension
    {
        public IReadOnlyList<(string Path, string Text)> Links => [("/local/echo", "An echo")];

        public IEnumerable<KeyValuePair<string, string>> Settings(PlatformContext platform) =>
            [new("Echo:Url", platform.PublicUrl + "/local/echo"), new("Echo:Loud", "False")];

        public void AddServices(IServiceCollection services, PlatformContext platform) => services.AddSingleton(new Said("said"));

        public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/local/echo", (Said said) => Results.Text(said.Word));
    }

    private sealed class Nobody : ISignInPeople
    {
        public Task<IReadOnlyList<SignInPerson>> ListAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<SignInPerson>>([]);
    }
}
