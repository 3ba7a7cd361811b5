using System.Collections.Concurrent;
using System.Net.Http.Headers;
using ACip.Local.Clock;
using ACip.Local.Mail.Keeping;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Mail.Posting;

/// <summary>Delivers pending posts to the application, with retries, and keeps them across restarts.</summary>
/// <remarks>Waiting between attempts is programme time; the platform is busy while an attempt is under way.</remarks>
internal sealed partial class PostQueue(LocalMailOptions options, TimeProvider clock, Busy busy, MailJournal journal, ILogger log)
    : IDisposable
{
    private readonly ConcurrentDictionary<string, Owed> all = new(StringComparer.Ordinal);

    // never disposed: an attempt under way still looks at it
    private readonly CancellationTokenSource closing = new();
    private readonly HttpClient http = new(
        options.Transport ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false },
        disposeHandler: options.Transport is null
    );

    private readonly EventBatches batches = new();
    private volatile WebhookKey inboundKey = new(options.InboundKey);

    public string InboundPublicKey => inboundKey.PublicKey;

    public WebhookKey EventKey { get; } = new(options.EventKey);

    public IEnumerable<Delivery> Deliveries(PostKind kind) =>
        all.Values.Where(owed => owed.Post.Kind == kind).OrderBy(owed => owed.Order).Select(owed => owed.Now);

    public Delivery? Find(string id) => all.GetValueOrDefault(id)?.Now;

    public void RotateInboundKey() => inboundKey = new WebhookKey(null);

    /// <summary>The journal must hold the post already.</summary>
    /// <returns>Ends after the first attempt, or at once if that is not due yet.</returns>
    public Task<Delivery> Start(QueuedPost post)
    {
        var owed = new Owed(post, all.Count);
        all[post.Id] = owed;
        return Schedule(owed, post.NotBefore);
    }

    public void Dispose()
    {
        closing.Cancel();
        http.Dispose();
        inboundKey.Dispose();
        EventKey.Dispose();
    }

    private Task<Delivery> Schedule(Owed owed, DateTimeOffset at)
    {
        TimeSpan wait = at - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return Begin(owed);
        }

        owed.Timer = clock.CreateTimer(
            _ =>
            {
                _ = Begin(owed);
            },
            null,
            wait,
            Timeout.InfiniteTimeSpan
        );
        return Task.FromResult(owed.Now);
    }

    private Task<Delivery> Begin(Owed owed)
    {
        IDisposable working = busy.Begin();
        // what the application traces or signs in as, while it sends, is none of the post's business
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        return Task.Run(async () =>
        {
            using (working)
            {
                await AttemptAsync(owed);
                return owed.Now;
            }
        });
    }

    private async Task AttemptAsync(Owed owed)
    {
        DateTimeOffset now = clock.GetUtcNow();
        int? status;
        try
        {
            status = owed.Post is { Kind: PostKind.Events, Signing: Signing.Right }
                ? await batches.PostAsync(owed.Post, together => PostAsync(together, clock.GetUtcNow()))
                : await PostAsync(owed.Post, now);
        }
        catch (Exception silence)
            when (silence is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            status = null;
        }

        if (closing.IsCancellationRequested)
        {
            return;
        }

        Delivery made = owed.Now with { Attempts = [.. owed.Now.Attempts, new Attempt(now, status)] };
        PostState state = RetryPolicies.After(status, owed.Post.Kind);
        DateTimeOffset? next = state == PostState.Waiting ? RetryPolicies.Next(owed.Post, made.Attempts.Count, now) : null;
        owed.Now = made with { State = state == PostState.Waiting && next is null ? PostState.GivenUp : state };
        Attempted(log, owed.Post.Kind, owed.Post.Id, status, owed.Now.State);
        if (next is { } at)
        {
            _ = Schedule(owed, at);
        }
        else
        {
            journal.Append(new JournalLine { Settled = new Settled(owed.Post.Id, owed.Now.State) });
            owed.Forget();
        }
    }

    private async Task<int?> PostAsync(QueuedPost post, DateTimeOffset now)
    {
        bool inbound = post.Kind == PostKind.Inbound;
        if ((inbound ? options.InboundParseUrl : options.EventWebhookUrl) is not { } url)
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(post.Body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(post.ContentType);
        string timestamp = now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        if ((inbound ? inboundKey : EventKey).Sign(timestamp, post.Body, post.Signing) is { } signature)
        {
            request.Headers.TryAddWithoutValidation(WebhookKey.SignatureHeader, signature);
            request.Headers.Add(WebhookKey.TimestampHeader, timestamp);
        }

        using HttpResponseMessage answer = await http.SendAsync(request, closing.Token);
        return (int)answer.StatusCode;
    }

    [LoggerMessage(LogLevel.Information, "Posted {Kind} {Post}: {Status}, {State}")]
    private static partial void Attempted(ILogger log, PostKind kind, string post, int? status, PostState state);

    private sealed class Owed(QueuedPost post, int order)
    {
        public QueuedPost Post { get; private set; } = post;

        public int Order { get; } = order;

        public Delivery Now { get; set; } = new(post.Id, post.About, PostState.Waiting, []);

        public ITimer? Timer { get; set; }

        /// <summary>The body is no longer needed.</summary>
        public void Forget() => Post = Post with { Body = [] };
    }
}
