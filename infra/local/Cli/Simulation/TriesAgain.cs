using System.Net;

namespace ACip.Local.Cli.Simulation;

/// <summary>Whoever reads "not now, please try again in a moment" does so: nothing was changed, and the same is sent once more.</summary>
internal sealed class TriesAgain() : DelegatingHandler(new SocketsHttpHandler())
{
    private const int Times = 8;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (int time = 1; ; time++)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || time == Times)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(Moment, cancellationToken);
        }
    }
}
