using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ACip.Local.Clock;
using ACip.Local.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ACip.Tests.Platform.Mail;

/// <summary>The mail service with the smallest application behind it: two webhooks that keep what they are sent and answer as
/// told.</summary>
internal sealed class FakeApp : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 10, 13, 9, 5, 0, TimeSpan.Zero);

    private readonly WebApplication app;

    private FakeApp(WebApplication app, Uri address)
    {
        this.app = app;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        Http.DefaultRequestHeaders.Authorization = new("Bearer", "SG.local");
    }

    public HttpClient Http { get; }

    public LocalMailbox Mailbox => app.Services.GetRequiredService<LocalMailbox>();

    public VirtualClock Clock => app.Services.GetRequiredService<VirtualClock>();

    public Busy Busy => app.Services.GetRequiredService<Busy>();

    public ConcurrentQueue<WebhookCall> Inbound { get; } = new();

    public ConcurrentQueue<WebhookCall> Events { get; } = new();

    /// <summary>What the webhooks answer, call by call; 200 when used up.</summary>
    public ConcurrentQueue<HttpStatusCode> Answers { get; } = new();

    /// <summary>No webhook answers before this has ended.</summary>
    public Task Holds { get; set; } = Task.CompletedTask;

    public static async Task<FakeApp> StartAsync(Action<LocalMailOptions>? configure = null, DateTimeOffset? now = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var busy = new Busy();
        var clock = new VirtualClock(busy, now ?? Start, standsStill: true);
        builder.Services.AddSingleton(busy).AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        builder.Services.AddLocalMail(options =>
        {
            options.Seed = "7";
            configure?.Invoke(options);
        });
        WebApplication app = builder.Build();
        app.MapLocalMail();
        FakeApp? fake = null;
        app.MapPost("/api/mail/inbound", request => fake!.TakeAsync(request, fake.Inbound));
        app.MapPost("/api/mail/events", request => fake!.TakeAsync(request, fake.Events));
        // its address is known only once it listens, and posts may go on from that moment
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = new Uri(app.Urls.First());
            fake = new FakeApp(app, address);
            LocalMailOptions options = app.Services.GetRequiredService<LocalMailOptions>();
            options.InboundParseUrl ??= new Uri(address, "/api/mail/inbound");
            options.EventWebhookUrl ??= new Uri(address, "/api/mail/events");
        });
        await app.StartAsync();
        return fake!;
    }

    public async Task<HttpResponseMessage> SendAsync(string json) =>
        await Http.PostAsync("/local/sendgrid/v3/mail/send", new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>Sends one sound message and returns it as kept.</summary>
    public async Task<LocalMessage> SendOneAsync(string to = "amina@customs.example", string deliveryId = "d-1")
    {
        long before = Mailbox.Newest;
        using HttpResponseMessage answer = await SendAsync(Requests.Sound(to, deliveryId).ToJsonString());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return Assert.Single(Mailbox.List(after: before));
    }

    public async ValueTask DisposeAsync()
    {
        await Busy.QuietAsync();
        Http.Dispose();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, ConcurrentQueue<WebhookCall> calls)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        HttpStatusCode status = Answers.TryDequeue(out HttpStatusCode next) ? next : HttpStatusCode.OK;
        string key = calls == Inbound ? Mailbox.InboundPublicKey : Mailbox.EventPublicKey;
        calls.Enqueue(
            new WebhookCall(
                body.ToArray(),
                context.Request.ContentType!,
                context.Request.Headers["X-Twilio-Email-Event-Webhook-Signature"],
                context.Request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"],
                key
            )
        );
        await Holds;
        context.Response.StatusCode = (int)status;
    }
}

/// <summary>One call of a webhook, as it came.</summary>
/// <param name="Key">The public key that was shown at that moment.</param>
internal sealed record WebhookCall(byte[] Body, string ContentType, string? Signature, string? Timestamp, string Key)
{
    /// <summary>Every byte as one letter, so that bytes can be compared as text whatever the charset.</summary>
    public string Latin1 => Encoding.Latin1.GetString(Body);

    public bool IsGenuine
    {
        get
        {
            if (Timestamp is null)
            {
                return false;
            }

            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Key), out _);
            var signature = new byte[Signature?.Length ?? 0];
            return Convert.TryFromBase64String(Signature ?? "", signature, out int length)
                && key.VerifyData(
                    [.. Encoding.ASCII.GetBytes(Timestamp), .. Body],
                    signature.AsSpan(0, length),
                    HashAlgorithmName.SHA256,
                    DSASignatureFormat.Rfc3279DerSequence
                );
        }
    }

    /// <summary>Text of a field of the form, decoded by the given charset.</summary>
    public string? Field(string name, Encoding? charset = null)
    {
        string start = $"Content-Disposition: form-data; name=\"{name}\"\r\n\r\n";
        int at = Latin1.IndexOf(start, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        string raw = Latin1[(at + start.Length)..];
        return (charset ?? Encoding.UTF8).GetString(Encoding.Latin1.GetBytes(raw[..raw.IndexOf("\r\n--xYzZY", StringComparison.Ordinal)]));
    }
}
