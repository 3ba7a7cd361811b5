using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ACip.Workflows.Messaging.Incoming;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ACip.Tests.Unit.Messaging.Incoming;

/// <summary>Generated cases: whatever is changed in a message, it must not become an answer, and nothing may be thrown.</summary>
public sealed class HostileMailTests
{
    private const string Token = "nepalreportfixturetoken2aa";
    private const string Sender = "sita.rai@customs.example";

    /// <summary>The same thousand every time, so that a build never fails by luck; sixty thousand others were tried once.</summary>
    private static readonly Config Thousand = Config
        .QuickThrowOnFailure.WithMaxTest(1_000)
        .WithReplay(new Replay(new Rnd(20261012, 1791777605), FSharpOption<int>.None));

    [Fact]
    public void The_message_that_the_cases_below_change_is_an_answer() => Assert.Equal(Verdict.Answer, Decide(Mail()));

    [Fact]
    public void A_changed_signature_is_never_genuine()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] body = Mail();
        byte[] good = key.SignData([.. "1791777605"u8, .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        string[] keys = [Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())];
        Assert.True(WebhookSignature.IsGenuine(body, Convert.ToBase64String(good), "1791777605", keys));

        Check(
            Prop.ForAll(
                Changes(good).ToArbitrary(),
                changed => !WebhookSignature.IsGenuine(body, Convert.ToBase64String(changed), "1791777605", keys)
            )
        );
        Check(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => !WebhookSignature.IsGenuine(body, text, "1791777605", keys)));
        Check(
            Prop.ForAll(
                Changes(body).ToArbitrary(),
                changed => !WebhookSignature.IsGenuine(changed, Convert.ToBase64String(good), "1791777605", keys)
            )
        );
    }

    [Fact]
    public void A_changed_token_never_answers() =>
        Check(
            Prop.ForAll(
                Changes(Encoding.ASCII.GetBytes(Token)).Select(Encoding.Latin1.GetString).ToArbitrary(),
                token =>
                    token.Contains(Token, StringComparison.OrdinalIgnoreCase)
                    || Decide(Mail(to: $"r+{token}@reply.acip.example")) != Verdict.Answer
            )
        );

    [Fact]
    public void A_changed_sender_never_answers() =>
        Check(
            Prop.ForAll(
                Changes(Encoding.ASCII.GetBytes(Sender)).Select(Encoding.Latin1.GetString).ToArbitrary(),
                sender => SameMailbox(sender) || Decide(Mail(from: sender)) != Verdict.Answer
            )
        );

    [Fact]
    public void A_changed_domain_in_SPF_or_DKIM_never_answers() =>
        Check(
            Prop.ForAll(
                Changes("customs.example"u8.ToArray()).Select(Encoding.Latin1.GetString).ToArbitrary(),
                domain => IsWithin(domain) || Decide(Mail(envelopeFrom: $"x@{domain}", dkim: $"{{@{domain} : pass}}")) != Verdict.Answer
            )
        );

    [Fact]
    public void A_charset_that_nobody_knows_never_answers() =>
        Check(
            Prop.ForAll(
                Changes("x-none-such"u8.ToArray()).Select(Encoding.Latin1.GetString).ToArbitrary(),
                charset =>
                    charset.Trim().Length == 0
                    || Encoding.GetEncodings().Any(known => known.Name == charset)
                    || Decide(Mail(charset: charset)) != Verdict.Answer
            )
        );

    [Fact]
    public void Ten_thousand_random_bodies_never_throw_and_never_answer()
    {
        var random = new Random(20261012);
        byte[] good = Mail();
        for (int run = 0; run < 10_000; run++)
        {
            byte[] body = (run % 3) switch
            {
                0 => Noise(random, random.Next(400)),
                1 =>
                [
                    .. "--xYzZY\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n"u8,
                    .. Noise(random, random.Next(400)),
                    .. "\r\n--xYzZY--"u8,
                ],
                _ => Scrambled(random, good),
            };
            InboundReading reading = run % 2 == 0 ? InboundParsePost.Read(body, Post.ContentType) : MailFile.Read(body);
            if (reading is InboundReading.Message { Value: { } message })
            {
                Assert.NotEqual(Verdict.Answer, Triage.Decide(message, Fixtures.Facts).Verdict);
                AttachmentRules.Judge(message.Files);
            }
        }
    }

    [Fact]
    public void Every_fixture_cut_short_or_with_a_byte_changed_is_read_without_a_throw()
    {
        var random = new Random(7);
        foreach (Expected expected in Fixtures.All)
        {
            byte[] bytes = Fixtures.Bytes(expected);
            for (int run = 0; run < 20; run++)
            {
                byte[] hurt = bytes[..random.Next(bytes.Length)];
                if (hurt.Length > 0)
                {
                    hurt[random.Next(hurt.Length)] = (byte)random.Next(256);
                }

                if (MailFile.Read(hurt) is InboundReading.Message { Value: { } message })
                {
                    AttachmentRules.Judge(message.Files);
                    Assert.NotNull(Triage.Decide(message, Fixtures.Facts));
                }
            }
        }
    }

    /// <summary>Shapes that make a careless parser slow: a hundred times the size must not be ten thousand times the work.</summary>
    [Theory]
    [InlineData("\r\n--b")]
    [InlineData("=?utf-8?B?")]
    [InlineData("=?")]
    [InlineData("a*0*=x;")]
    [InlineData("\"\\")]
    [InlineData("(((")]
    [InlineData("--xYzZY\r\n")]
    [InlineData("\n ")]
    [InlineData("<a@b>,")]
    public void Repeated_shapes_are_read_to_the_end(string shape)
    {
        string many = string.Concat(Enumerable.Repeat(shape, 2_000_000 / shape.Length));
        string mail =
            $"From: {many[..Math.Min(many.Length, 200_000)]}\r\nSubject: {many[..200_000].ReplaceLineEndings(" ")}\r\nContent-Type: multipart/mixed; boundary=b; {many[..200_000].ReplaceLineEndings(" ")}\r\n\r\n{many}";
        InboundMessage message = Fixtures.Message(Encoding.UTF8.GetBytes(mail));
        Assert.NotEqual(Verdict.Answer, Triage.Decide(message, Fixtures.Facts).Verdict);
    }

    private static Verdict? Decide(byte[] body) =>
        InboundParsePost.Read(body, Post.ContentType) is InboundReading.Message { Value: { } message }
            ? Triage.Decide(message, Fixtures.Facts).Verdict
            : null;

    private static byte[] Mail(
        string to = $"r+{Token}@reply.acip.example",
        string from = Sender,
        string envelopeFrom = Sender,
        string dkim = "{@customs.example : pass}",
        string charset = "UTF-8"
    ) =>
        Post.Of(
            ("headers", Encoding.UTF8.GetBytes($"From: {from}\r\nMessage-ID: <1@customs.example>\r\nSubject: Re: report")),
            ("envelope", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { to = new[] { to }, from = envelopeFrom })),
            ("text", "B3: 45\nSUBMIT\n"u8.ToArray()),
            ("charsets", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { text = charset })),
            ("SPF", "pass"u8.ToArray()),
            ("dkim", Encoding.UTF8.GetBytes(dkim))
        );

    /// <summary>One to three bytes replaced, dropped or added.</summary>
    private static Gen<byte[]> Changes(byte[] good) => from seed in Gen.Choose(0, int.MaxValue - 1) select Changed(good, new Random(seed));

    private static byte[] Changed(byte[] good, Random random)
    {
        List<byte> bytes = [.. good];
        int changes = random.Next(1, 4);
        for (int change = 0; change < changes && bytes.Count > 0; change++)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0:
                    bytes[at] = (byte)(bytes[at] ^ (1 << random.Next(8)));
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.Insert(at, (byte)random.Next(33, 127));
                    break;
            }
        }

        return bytes.SequenceEqual(good) ? [.. good, (byte)'x'] : [.. bytes];
    }

    private static byte[] Scrambled(Random random, byte[] good)
    {
        byte[] bytes = [.. good];
        int token = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Token));
        bytes[token + random.Next(Token.Length)] = (byte)'0'; // never part of a token
        for (int change = 0; change < 20; change++)
        {
            int at = random.Next(bytes.Length);
            if (at < token || at >= token + Token.Length)
            {
                bytes[at] = (byte)random.Next(256);
            }
        }

        return bytes;
    }

    private static byte[] Noise(Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>The very domain still stands there, with only a separator or a label added.</summary>
    private static bool IsWithin(string domain) =>
        Regex.IsMatch(domain, @"(^|[^a-z0-9-])customs\.example\.?($|[^a-z0-9.-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A case changed, or a space before it, is the same mailbox.</summary>
    private static bool SameMailbox(string sender) =>
        sender.Trim().TrimEnd('.').Equals(Sender, StringComparison.OrdinalIgnoreCase)
        || Workflows.Messaging.Mime.Mailboxes.Read(sender) is [var mailbox] && mailbox.Address == Sender;

    private static void Check(Property property) => property.Check(Thousand);
}
