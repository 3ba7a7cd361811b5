using System.Net;
using System.Security.Cryptography;
using System.Text;
using ACip.Tests.Scenarios.Mail.Robustness;

namespace ACip.Tests.Security.Harness;

/// <summary>Hands mails to the house as the mail service does: anybody can write one, and the service signs whatever reached it.</summary>
/// <remarks>The key follows from words that stand here. It is worth nothing anywhere else, and the simulator has to be told that it
/// counts.</remarks>
internal sealed class MailService : IDisposable
{
    private readonly SignedPosts posts = new(
        ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData("the attack program of A-CIP"u8) })
    );
    private readonly Target target;
    private readonly bool waits;
    private int number = Random.Shared.Next(1_000_000) * 1000; // another run is other mails

    public MailService(Target target, bool waits = true) => (this.target, this.waits) = (target, waits);

    /// <summary>For the setting Mail:InboundPublicKey.</summary>
    public static string PublicKey
    {
        get
        {
            using var service = new MailService(null!);
            return service.posts.PublicKey;
        }
    }

    /// <param name="instead">Fields as Inbound Parse posts them: SPF, dkim, envelope, headers, email …</param>
    public async Task<HttpStatusCode> SendAsync(
        string from,
        string to,
        string text,
        params IEnumerable<(string Name, string Value)> instead
    ) => await PostAsync(SignedPosts.Reply(from, to, text, Interlocked.Increment(ref number), null, instead));

    /// <summary>In somebody's name, from a domain that proves nothing.</summary>
    public Task<HttpStatusCode> ForgeAsync(string from, string to, string text) =>
        SendAsync(from, to, text, ("SPF", "none"), ("dkim", "none"));

    /// <summary>A whole message as it was sent, headers and parts.</summary>
    public Task<HttpStatusCode> SendRawAsync(string from, string to, byte[] message) =>
        PostAsync(
            SignedPosts.Form(
                ("email", message),
                ("from", Encoding.UTF8.GetBytes(from)),
                ("to", Encoding.UTF8.GetBytes(to)),
                ("envelope", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { to = new[] { to }, from })),
                ("SPF", "pass"u8.ToArray()),
                ("dkim", Encoding.UTF8.GetBytes($"{{@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]} : pass}}"))
            )
        );

    public async Task<HttpStatusCode> PostAsync(byte[] body)
    {
        HttpStatusCode status = await posts.PostAsync(target.Http, "api/mail/inbound", body);
        if (waits)
        {
            await target.QuietAsync();
        }

        return status;
    }

    public void Dispose() => posts.Dispose();
}
