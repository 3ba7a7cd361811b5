using System.Security.Cryptography;
using System.Text;

namespace ACip.Local.Mail.Posting;

/// <summary>Signs as SendGrid's webhooks do: ECDSA on P-256 with SHA-256 over timestamp and raw body, as DER in base64.</summary>
internal sealed class WebhookKey : IDisposable
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private readonly ECDsa key;

    public WebhookKey(string? pem)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (pem is not null)
        {
            key.ImportFromPem(pem);
        }
    }

    /// <summary>SubjectPublicKeyInfo in base64, as SendGrid's settings page shows it.</summary>
    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public string Sign(string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToBase64String(
            key.SignData([.. Encoding.ASCII.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        );

    public string? Sign(string timestamp, ReadOnlySpan<byte> body, Signing how)
    {
        using var other = how == Signing.OtherKey ? new WebhookKey(null) : null;
        return how switch
        {
            Signing.Right => Sign(timestamp, body),
            Signing.OtherKey => other!.Sign(timestamp, body),
            Signing.OtherBody => Sign(timestamp, [.. body, (byte)' ']),
            Signing.Garbage => "not a signature",
            _ => null,
        };
    }

    public void Dispose() => key.Dispose();
}
