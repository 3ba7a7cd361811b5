using System.Net;
using System.Text.Json.Nodes;
using ACip.Tests.Platform.Host;
using FunctionsSimulator;

namespace ACip.Tests.Platform.Workers;

/// <summary>An application of which the simulator has nothing but the folder that it was built to: no ASP.NET Core in it, and a host
/// builder of the older kind.</summary>
[Collection(WithAzurite.Name)]
public sealed class AnyApplicationTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsPlatform platform = null!;
    private HttpClient http = null!;

    /// <summary>Beside this test's own output, in the same configuration.</summary>
    private static string Folder
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)); // bin/CONFIGURATION/net10.0
            return Path.Combine(own.Parent!.Parent!.Parent!.FullName, "PlainApp", "bin", own.Parent.Name, own.Name);
        }
    }

    public async Task InitializeAsync()
    {
        platform = await FunctionsPlatform.StartAsync(
            Folder,
            TestHost.Options(
                $"/AzureWebJobsStorage={azurite.ConnectionString}",
                $"/AzureFunctionsJobHost:extensions:durableTask:hubName=plain{Guid.NewGuid():N}"
            )
        );
        http = platform.CreateClient();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task Its_requests_and_answers_go_inside_the_invocation()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/plain/echo/Ada?q=7") { Content = new StringContent("and a body") };
        request.Headers.Add("X-Said", "hello");
        using HttpResponseMessage answer = await http.SendAsync(request);

        Assert.Equal(
            (HttpStatusCode.Accepted, "Ada /plain/echo/Ada 7 hello and a body"),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync())
        );
        Assert.Equal("green", answer.Headers.GetValues("X-Colour").Single()); // from its local.settings.json
        Assert.StartsWith("seen=Ada", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_become_answers_and_failures_an_empty_500()
    {
        Assert.Equal("text of GET", await http.GetStringAsync("/plain/text"));
        Assert.Equal(HttpStatusCode.NoContent, (await http.GetAsync("/plain/silent")).StatusCode);
        using HttpResponseMessage failed = await http.GetAsync("/plain/fails");
        Assert.Equal((HttpStatusCode.InternalServerError, ""), (failed.StatusCode, await failed.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Its_durable_client_starts_and_the_links_it_gives_lead_to_the_answer()
    {
        using HttpResponseMessage started = await http.PostAsync($"/plain/start?code={platform.FunctionKey("Start")}", null);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        JsonNode links = JsonNode.Parse(await started.Content.ReadAsStringAsync())!;
        await platform.Busy.QuietAsync();

        JsonNode status = JsonNode.Parse(await http.GetStringAsync((string)links["StatusQueryGetUri"]!))!;

        Assert.Equal("Completed", (string?)status["runtimeStatus"]);
        Assert.Equal("""["Hello Ada","Hello Grace"]""", status["output"]!.ToJsonString());
    }

    [Fact]
    public async Task A_binding_that_the_platform_has_nothing_for_is_named()
    {
        Assert.Equal(["entityTrigger"], platform.Functions.Single(function => function.Name == "Tally").Unserved);
        Assert.All(platform.Functions.Where(function => function.Name != "Tally"), function => Assert.Empty(function.Unserved));
        Assert.Contains("(not served here: entityTrigger)", await http.GetStringAsync("/local"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_one_is_told() =>
        Assert.Contains(
            "worker.config.json",
            (await Assert.ThrowsAsync<PlatformException>(() => FunctionsPlatform.StartAsync(Path.GetTempPath()))).Message,
            StringComparison.Ordinal
        );
}
