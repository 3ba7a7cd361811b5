using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Tests.Unit.Messaging.Incoming;

public sealed class WebhookSignatureTests : IDisposable
{
    private const string Timestamp = "1774958400";
    private static readonly byte[] Body = [.. Encoding.Latin1.GetBytes("--xYzZY\r\ncaf\u00e9\r\n"), 0, 255];
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _next = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void A_signature_over_timestamp_and_raw_bytes_is_genuine() =>
        Assert.True(WebhookSignature.IsGenuine(Body, Sign(_key, Timestamp, Body), Timestamp, [Public(_key)]));

    [Fact]
    public void During_a_rotation_either_key_will_do_and_an_unreadable_one_does_no_harm()
    {
        string[] keys = ["not a key", "QUJD", Public(_next), Public(_key)];
        Assert.True(WebhookSignature.IsGenuine(Body, Sign(_key, Timestamp, Body), Timestamp, keys));
        Assert.True(WebhookSignature.IsGenuine(Body, Sign(_next, Timestamp, Body), Timestamp, keys));
        Assert.False(WebhookSignature.IsGenuine(Body, Sign(_key, Timestamp, Body), Timestamp, [Public(_next)]));
    }

    [Fact]
    public void A_key_may_be_PEM() =>
        Assert.True(WebhookSignature.IsGenuine(Body, Sign(_key, Timestamp, Body), Timestamp, [_key.ExportSubjectPublicKeyInfoPem()]));

    [Theory]
    [InlineData(null, Timestamp)]
    [InlineData("", Timestamp)]
    [InlineData("MEUCIQ", Timestamp)]
    [InlineData("not base64 at all", Timestamp)]
    [InlineData("AAAA", Timestamp)]
    public void Anything_else_in_the_header_is_not(string? signature, string? timestamp) =>
        Assert.False(WebhookSignature.IsGenuine(Body, signature, timestamp, [Public(_key)]));

    [Fact]
    public void A_missing_timestamp_a_missing_key_or_another_curve_is_not()
    {
        string good = Sign(_key, Timestamp, Body);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.False(WebhookSignature.IsGenuine(Body, good, null, [Public(_key)]));
        Assert.False(WebhookSignature.IsGenuine(Body, good, "1774958401", [Public(_key)]));
        Assert.False(WebhookSignature.IsGenuine(Body, good, Timestamp, []));
        Assert.False(WebhookSignature.IsGenuine(Body, Sign(other, Timestamp, Body), Timestamp, [Public(other)]));
    }

    [Fact]
    public void One_changed_bit_anywhere_is_not_genuine()
    {
        byte[] good = Convert.FromBase64String(Sign(_key, Timestamp, Body));
        for (int bit = 0; bit < good.Length * 8; bit++)
        {
            byte[] changed = [.. good];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(
                WebhookSignature.IsGenuine(Body, Convert.ToBase64String(changed), Timestamp, [Public(_key)]),
                $"bit {bit} of the signature"
            );
        }

        for (int bit = 0; bit < Body.Length * 8; bit++)
        {
            byte[] changed = [.. Body];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(
                WebhookSignature.IsGenuine(changed, Convert.ToBase64String(good), Timestamp, [Public(_key)]),
                $"bit {bit} of the body"
            );
        }
    }

    public void Dispose()
    {
        _key.Dispose();
        _next.Dispose();
    }

    private static string Public(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private static string Sign(ECDsa key, string timestamp, byte[] body) =>
        Convert.ToBase64String(
            key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        );
}
