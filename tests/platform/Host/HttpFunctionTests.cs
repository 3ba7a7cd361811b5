using System.Net;
using FunctionsSimulator;

namespace ACip.Tests.Platform.Host;

public sealed class HttpFunctionTests(OwnHost own) : IClassFixture<OwnHost>
{
    private TestHost Host => own.Host;

    [Theory]
    [InlineData("/api/greet/Ada", "GET Ada;")]
    [InlineData("/API/GREET/Ada/3", "GET Ada;GET Ada;GET Ada;")]
    [InlineData("/api/files/a/b%20c", "GET [a/b c]")]
    [InlineData("/api/files", "GET []")]
    [InlineData("/api/writes", "written")]
    [InlineData("/api", "home of localhost")]
    [InlineData("/api/unnamed", "GET")]
    public async Task Route_values_reach_parameters_by_name(string path, string expected) =>
        Assert.Equal((HttpStatusCode.OK, expected), await Host.GetAsync(path));

    [Fact]
    public async Task An_object_is_answered_as_json_and_the_run_knows_its_function()
    {
        var (status, body) = await Host.GetAsync("/api/things/6f9619ff-8b86-d011-b42d-00cf4fc964ff?a=b%20c");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","function":"ById","canBeCanceled":true,"path":"/api/things/6f9619ff-8b86-d011-b42d-00cf4fc964ff","query":"?a=b%20c"}""",
            body
        );
    }

    [Fact]
    public async Task An_action_result_is_executed() =>
        Assert.Equal(((HttpStatusCode)418, """{"method":"GET"}"""), await Host.GetAsync("/api/action"));

    [Theory]
    [InlineData("DELETE", "/api/greet/Ada")] // 404 as the genuine host says, not 405
    [InlineData("HEAD", "/api/greet/Ada")]
    [InlineData("GET", "/api/greet/Ada/often")]
    [InlineData("GET", "/api/things/7")]
    [InlineData("GET", "/api/hidden")]
    [InlineData("GET", "/greet/Ada")]
    public async Task What_no_function_answers_is_not_found(string method, string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Host.SendAsync(new HttpMethod(method), path)).Status);

    [Fact]
    public async Task An_exception_becomes_an_empty_500() =>
        Assert.Equal((HttpStatusCode.InternalServerError, ""), await Host.GetAsync("/api/fails"));

    [Fact]
    public async Task Another_name_for_this_machine_is_not_answered() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Host.GetAsync("/api/greet/Ada", ("Host", "rebound.example"))).Status);

    [Fact]
    public async Task A_request_under_way_is_work_that_the_clock_waits_for()
    {
        Task<(HttpStatusCode, string)> request = Host.GetAsync("/api/waits");
        await Host.Journal.AtGate.Task;
        Task moved = Host.Platform.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.False(moved.IsCompleted);

        Host.Journal.Gate.SetResult();

        await moved;
        Assert.Equal((HttpStatusCode.OK, "GET"), await request);
    }

    [Fact]
    public async Task The_prefix_comes_from_host_json()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            """{ "version": "2.0", /* as in the repository */ "extensions": { "http": { "routePrefix": "" } } }"""
        );
        await using TestHost host = await TestHost.StartAsync($"HostJson={file}");

        Assert.Equal("home of localhost", (await host.GetAsync("/")).Body);
        Assert.Equal("GET Ada;", (await host.GetAsync("/greet/Ada")).Body);
        File.Delete(file);
    }

    [Fact]
    public async Task Two_platforms_never_share_a_port()
    {
        string port = new Uri(Host.Platform.BaseUrl).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var refused = await Assert.ThrowsAsync<PlatformException>(() => TestHost.StartAsync($"Port={port}"));

        Assert.Contains($"Port {port} is taken", refused.Message, StringComparison.Ordinal);
    }
}
