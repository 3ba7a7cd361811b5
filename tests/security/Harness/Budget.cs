namespace ACip.Tests.Security.Harness;

/// <summary>Never more than so many requests, and never longer than so long: whatever goes wrong, it ends.</summary>
internal sealed class Budget(int requests, TimeSpan time)
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = Loopback.ConnectAsync,
        }
    )
{
    private readonly CancellationTokenSource end = new(time);
    private int sent;

    public int Sent => sent;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref sent) > requests || end.IsCancellationRequested)
        {
            throw new BudgetSpentException($"The budget of {requests} requests and {time.TotalMinutes:0} minutes is spent.");
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        return await base.SendAsync(request, either.Token);
    }

    protected override void Dispose(bool disposing)
    {
        end.Dispose();
        base.Dispose(disposing);
    }
}

internal sealed class BudgetSpentException(string message) : Exception(message);
