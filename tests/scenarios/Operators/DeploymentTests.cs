using System.Globalization;
using System.Net;
using System.Text;
using ACip.Local.Cli.Operators;

namespace ACip.Tests.Scenarios.Operators;

/// <summary>What operators' commands do where a deployment tells them to come again later.</summary>
public sealed class DeploymentTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Who_is_told_to_come_later_comes_again_with_the_same(HttpStatusCode refusal)
    {
        using var busy = new Busy(refusal, retryAfter: 0, refusals: 2);
        using Deployment at = busy.Deployment();
        using var file = new StreamContent(new MemoryStream("a file"u8.ToArray()));
        Assert.Equal(7, await at.SendAsync<int>(HttpMethod.Put, "api/operations/import", file));
        Assert.Equal(["a file", "a file", "a file"], busy.Bodies);
    }

    [Theory]
    [InlineData(null)] // nothing is said of later
    [InlineData(3600)] // nobody waits so long
    public async Task Who_is_refused_for_good_hears_so(int? retryAfter)
    {
        using var busy = new Busy(HttpStatusCode.ServiceUnavailable, retryAfter, refusals: 1);
        using Deployment at = busy.Deployment();
        await Assert.ThrowsAsync<RefusedException>(() => at.AskAsync<int>(HttpMethod.Get, "api/operations/status"));
        Assert.Single(busy.Bodies);
    }

    private sealed class Busy(HttpStatusCode refusal, int? retryAfter, int refusals) : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        public Deployment Deployment() => new(new HttpClient(this) { BaseAddress = new Uri("https://acip.example/") });

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var sent = new MemoryStream();
            await (request.Content?.CopyToAsync(sent, cancellationToken) ?? Task.CompletedTask);
            Bodies.Add(Encoding.ASCII.GetString(sent.ToArray()));
            var answer = new HttpResponseMessage(Bodies.Count > refusals ? HttpStatusCode.OK : refusal)
            {
                Content = new StringContent("7", Encoding.UTF8, "application/json"),
            };
            if (retryAfter is { } seconds)
            {
                answer.Headers.Add("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
            }

            return answer;
        }
    }
}
