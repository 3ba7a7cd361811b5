using System.Net;

namespace ACip.Tests.Platform.Host;

public sealed class FunctionKeyTests(OwnHost own) : IClassFixture<OwnHost>
{
    private const HttpStatusCode Open = HttpStatusCode.OK;
    private const HttpStatusCode Shut = HttpStatusCode.Unauthorized;

    private TestHost Host => own.Host;

    [Theory]
    [InlineData("/api/guarded", "none", Shut)]
    [InlineData("/api/guarded", "wrong", Shut)]
    [InlineData("/api/guarded", "function", Open)]
    [InlineData("/api/other", "function", Shut)] // each function has a key of its own
    [InlineData("/api/guarded", "host", Open)]
    [InlineData("/api/guarded", "system", Shut)]
    [InlineData("/api/guarded", "master", Open)]
    [InlineData("/api/masters", "function", Shut)]
    [InlineData("/api/masters", "host", Shut)]
    [InlineData("/api/masters", "master", Open)]
    [InlineData("/admin/functions", "host", Shut)]
    [InlineData("/admin/functions", "master", Open)]
    [InlineData("/admin/host/status", "none", Shut)]
    [InlineData("/admin/host/status", "master", Open)]
    [InlineData("/api/greet/Ada", "wrong", Open)] // anonymous: no key is looked at
    public async Task Each_level_opens_to_its_keys_alone(string path, string which, HttpStatusCode expected)
    {
        string? key = which switch
        {
            "function" => Host.Platform.FunctionKey("Guarded"),
            "host" => Host.Platform.HostKey,
            "system" => Host.Platform.SystemKey,
            "master" => Host.Platform.MasterKey,
            "wrong" => "wrong",
            _ => null,
        };

        (string, string)[] header = key is null ? [] : [("x-functions-key", key)];
        Assert.Equal(expected, (await Host.GetAsync(path, header)).Status);
        Assert.Equal(expected, (await Host.GetAsync(key is null ? path : $"{path}?code={key}")).Status);
    }

    [Fact]
    public async Task A_refusal_tells_nothing() => Assert.Equal("", (await Host.GetAsync("/api/guarded?code=wrong")).Body);

    [Fact]
    public async Task Keys_can_be_given()
    {
        await using TestHost host = await TestHost.StartAsync("Keys:Master=m-1", "Keys:Functions:Guarded=f-1");

        Assert.Equal("m-1", host.Platform.MasterKey);
        Assert.Equal(Open, (await host.GetAsync("/api/guarded?code=f-1")).Status);
    }

    [Fact]
    public async Task Keys_follow_from_the_seed()
    {
        await using TestHost one = await TestHost.StartAsync("Seed=7");
        await using TestHost same = await TestHost.StartAsync("Seed=7");
        await using TestHost other = await TestHost.StartAsync("Seed=8");

        Assert.Equal(one.Platform.HostKey, same.Platform.HostKey);
        Assert.NotEqual(one.Platform.HostKey, other.Platform.HostKey);
        Assert.NotEqual(one.Platform.HostKey, one.Platform.MasterKey);
    }
}
