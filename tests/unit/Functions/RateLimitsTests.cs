using ACip.Functions.Authorization.Limits;
using ACip.Functions.Authorization.Routes;
using Microsoft.AspNetCore.Http;

namespace ACip.Tests.Unit.Functions;

public sealed class RateLimitsTests
{
    private readonly Clock clock = new();

    [Fact]
    public void A_person_who_asks_too_often_waits_for_the_next_minute_and_others_do_not()
    {
        var quota = new RateLimits(3, 100, clock);
        Assert.All(Enumerable.Range(0, 3), _ => Assert.Null(quota.Count("one", "192.0.2.1")));
        Assert.Equal(TimeSpan.FromSeconds(20), quota.Count("one", "192.0.2.1"));
        Assert.Null(quota.Count("two", "192.0.2.1"));
        clock.Now += TimeSpan.FromSeconds(20);
        Assert.Null(quota.Count("one", "192.0.2.1"));
    }

    [Fact]
    public void An_address_is_counted_whoever_comes_from_it()
    {
        var quota = new RateLimits(100, 2, clock);
        Assert.Null(quota.Count("one", "192.0.2.1"));
        Assert.Null(quota.Count(null, "192.0.2.1"));
        Assert.NotNull(quota.Count("two", "192.0.2.1"));
        Assert.Null(quota.Count("two", "192.0.2.2"));
    }

    [Theory]
    [InlineData("ExportBlob", "GET", false)]
    [InlineData("ImportBlob", "PUT", false)]
    [InlineData("VerifyStream", "GET", false)]
    [InlineData("HealthCheck", "GET", true)]
    [InlineData("GetTasks", "GET", true)]
    public void Who_has_shown_a_key_is_not_counted(string function, string method, bool counted) =>
        Assert.Equal(counted, RateLimitMiddleware.Counts(RouteTable.Find(function, method)!.Policy));

    [Fact]
    public void What_no_table_knows_is_counted() => Assert.True(RateLimitMiddleware.Counts(null));

    [Theory]
    [InlineData("203.0.113.9, 198.51.100.7:49152", "198.51.100.7")]
    [InlineData("198.51.100.7", "198.51.100.7")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    public void The_address_is_the_one_that_the_front_end_saw(string forwarded, string expected)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(expected, RateLimitMiddleware.AddressOf(http));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2027, 1, 1, 0, 0, 40, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
