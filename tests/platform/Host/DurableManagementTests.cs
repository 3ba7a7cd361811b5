using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ACip.Tests.Platform.Host;

/// <summary>What an operator does to orchestrations over HTTP.</summary>
[Collection(WithAzurite.Name)]
public sealed class DurableManagementTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Root = "/runtime/webhooks/durabletask";
    private readonly string hostJson = Path.GetTempFileName();
    private TestHost host = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(hostJson, $$"""{ "extensions": { "durableTask": { "hubName": "mgmt{{Guid.NewGuid():N}}" } } }""");
        host = await TestHost.StartAsync($"HostJson={hostJson}", $"/AzureWebJobsStorage={azurite.ConnectionString}");
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        File.Delete(hostJson);
    }

    [Fact]
    public async Task A_function_starts_an_orchestration_through_its_client_and_activities_get_their_services()
    {
        Assert.Equal((HttpStatusCode.OK, "ADAADA"), await host.SendAsync(HttpMethod.Post, "/api/starts/ada"));
        Assert.Equal(["shout for host:ada"], host.Journal.Lines);
    }

    [Fact]
    public async Task Without_the_system_key_nothing_is_told()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync($"{Root}/instances")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync($"{Root}/instances?code={host.Platform.HostKey}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"{Root}/instances?code={host.Platform.MasterKey}")).Status);
    }

    [Fact]
    public async Task An_instance_is_started_asked_after_answered_and_done()
    {
        var (status, body) = await PostAsync("/orchestrators/Awaits/plan:ET:1", "7");
        Assert.Equal(HttpStatusCode.Accepted, status);
        JsonNode links = JsonNode.Parse(body)!;
        Assert.Equal("plan:ET:1", (string?)links["id"]);
        Assert.Equal(
            [
                "id",
                "statusQueryGetUri",
                "sendEventPostUri",
                "terminatePostUri",
                "purgeHistoryDeleteUri",
                "restartPostUri",
                "suspendPostUri",
                "resumePostUri",
            ],
            links.AsObject().Select(l => l.Key)
        );
        await host.Platform.Busy.QuietAsync();

        var running = await host.GetAsync((string)links["statusQueryGetUri"]!);
        Assert.Equal(HttpStatusCode.Accepted, running.Status);
        Assert.Equal(
            """{"name":"Awaits","instanceId":"plan:ET:1","runtimeStatus":"Running","input":7,"customStatus":"asking","output":null,"createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00Z"}""",
            running.Body
        );

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/instances/plan:ET:1/raiseEvent/answer", "yes")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("/instances/plan:ET:1/raiseEvent/ANSWER", "\"yes\"")).Status);
        await host.Platform.Busy.QuietAsync();

        var done = await GetAsync("/instances/plan:ET:1?showInput=false");
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(("Completed", "yes", null), ((string?)done.Body!["runtimeStatus"], (string?)done.Body["output"], done.Body["input"]));
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync("/instances/plan:ET:1/raiseEvent/answer", "1")).Status);
    }

    [Fact]
    public async Task What_waits_goes_on_waiting_over_a_restart()
    {
        await StartedAsync("waits:1");
        await host.DisposeAsync();
        host = await TestHost.StartAsync($"HostJson={hostJson}", $"/AzureWebJobsStorage={azurite.ConnectionString}");

        Assert.Equal("Running", (string?)(await GetAsync("/instances/waits:1")).Body!["runtimeStatus"]);
        await PostAsync("/instances/waits:1/raiseEvent/answer", "\"still here\"");
        await host.Platform.Busy.QuietAsync();

        Assert.Equal("still here", (string?)(await GetAsync("/instances/waits:1")).Body!["output"]);
    }

    [Fact]
    public async Task Who_is_unknown_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/instances/nobody")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/instances/nobody/terminate", "")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/instances/nobody/raiseEvent/answer", "1")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/instances/nobody/restart", "")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/orchestrators/Shout", "")).Status);
    }

    [Fact]
    public async Task Suspended_resumed_terminated_restarted_and_purged()
    {
        await StartedAsync("op:1");

        Assert.Equal("Suspended", await AfterAsync("suspend?reason=wait", "op:1"));
        Assert.Equal("Running", await AfterAsync("resume?reason=on", "op:1"));
        Assert.Equal("Terminated", await AfterAsync("terminate?reason=enough", "op:1"));
        Assert.Equal("enough", (string?)(await GetAsync("/instances/op:1")).Body!["output"]);
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync("/instances/op:1/suspend", "")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("/instances/op:1/restart?restartWithNewInstanceId=false", "")).Status);
        await host.Platform.Busy.QuietAsync();
        Assert.Equal("Running", (string?)(await GetAsync("/instances/op:1")).Body!["runtimeStatus"]);
        await AfterAsync("terminate?reason=enough", "op:1");

        var purged = await SendAsync(HttpMethod.Delete, "/instances/op:1");
        Assert.Equal((HttpStatusCode.OK, 1), (purged.Status, (int)purged.Body!["instancesDeleted"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/instances/op:1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, "/instances/op:1")).Status);
    }

    [Fact]
    public async Task Lists_come_page_by_page_and_filtered()
    {
        foreach (string id in (string[])["a:1", "a:2", "a:3", "b:1"])
        {
            await StartedAsync(id);
        }

        await AfterAsync("terminate", "b:1");

        using HttpResponseMessage first = await host.Http.GetAsync(
            $"{Root}/instances?code={host.Platform.SystemKey}&instanceIdPrefix=a:&top=2"
        );
        Assert.Equal(["a:1", "a:2"], Ids(JsonNode.Parse(await first.Content.ReadAsStringAsync())));
        string more = first.Headers.GetValues("x-ms-continuation-token").Single();
        var second = await host.GetAsync(
            $"{Root}/instances?code={host.Platform.SystemKey}&instanceIdPrefix=a:&top=2",
            ("x-ms-continuation-token", more)
        );
        Assert.Equal(["a:3"], Ids(JsonNode.Parse(second.Body)));

        Assert.Equal(["b:1"], Ids((await GetAsync("/instances?runtimeStatus=Terminated,Failed")).Body));
        Assert.Empty(Ids((await GetAsync("/instances?createdTimeFrom=2026-01-02")).Body));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Delete, "/instances")).Status);
        Assert.Equal(
            1,
            (int)
                (await SendAsync(HttpMethod.Delete, "/instances?createdTimeFrom=2025-01-01&runtimeStatus=Terminated")).Body![
                    "instancesDeleted"
                ]!
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await SendAsync(HttpMethod.Delete, "/instances?createdTimeFrom=2025-01-01&runtimeStatus=Terminated")).Status
        );
    }

    private static IEnumerable<string> Ids(JsonNode? list) => list!.AsArray().Select(i => (string)i!["instanceId"]!);

    private async Task StartedAsync(string id)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync($"/orchestrators/Awaits/{id}", "")).Status);
        await host.Platform.Busy.QuietAsync();
    }

    private async Task<string?> AfterAsync(string operation, string id)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync($"/instances/{id}/{operation}", "")).Status);
        await host.Platform.Busy.QuietAsync();
        return (string?)(await GetAsync($"/instances/{id}")).Body!["runtimeStatus"];
    }

    private Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string json) =>
        host.SendAsync(
            HttpMethod.Post,
            Root + path,
            json.Length == 0 ? null : new StringContent(json, Encoding.UTF8, "application/json"),
            ("x-functions-key", host.Platform.SystemKey)
        );

    private Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path)
    {
        var (status, body) = await host.SendAsync(method, Root + path, null, ("x-functions-key", host.Platform.SystemKey));
        return (status, body.Length == 0 ? null : JsonNode.Parse(body));
    }
}
