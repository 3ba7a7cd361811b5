using System.Text;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.ReplyParsing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ACip.Tests.Unit.Messaging.Incoming;

/// <summary>Whatever a form holds, it was answered 200 by then: reading it must end in a message or in a named failure.</summary>
public sealed class RandomPostsTests
{
    /// <summary>The same each time, so that a build never fails by luck.</summary>
    private static readonly Config Many = Config
        .QuickThrowOnFailure.WithMaxTest(3_000)
        .WithReplay(new Replay(new Rnd(20261113, 1791777605), FSharpOption<int>.None));

    // csharpier-ignore
    private static readonly string[] Names =
    [
        "headers", "dkim", "to", "cc", "html", "from", "text", "sender_ip", "envelope", "attachments", "subject", "attachment-info",
        "charsets", "SPF", "email", "content-ids", "attachment1", "spam_report",
    ];

    /// <summary>Half pairs, where JSON lets them through and text does not; and what else has made readers stumble.</summary>
    // csharpier-ignore
    private static readonly string[] Awkward =
    [
        "\\ud800", "\\udc00", "\\ud800\\ud800", "\\uDBFF x", "\\u0000", "\\ud83d\\ude00", "\u0000", "\ufeff", "\ufffd", "&#xD800;",
        "=?utf-16?B?2AA=?=", "=?utf-7?Q?+2AA-?=", "=ED=A0=80", "{", "}", "[", "]", "\"", "null", "1e999", "-", ":", "B3: 45", "SUBMIT",
        "multipart/mixed; boundary=\"", "filename*=utf-16''%D8%00", "\r\n.\r\n", "--xYzZY", "utf-8", "utf-7", "utf-16", "utf-32",
        "x-user-defined", "r+nepalreportfixturetoken2aa@reply.acip.example",
    ];

    [Theory]
    [InlineData("envelope", """{"to":["\ud800"],"from":"sita.rai@customs.example"}""")]
    [InlineData("envelope", """{"to":["r+nepalreportfixturetoken2aa@reply.acip.example"],"from":"\udfff"}""")]
    [InlineData("envelope", """{"\ud800":1,"to":["r+nepalreportfixturetoken2aa@reply.acip.example"]}""")]
    [InlineData("charsets", """{"text":"\ud800"}""")]
    [InlineData("charsets", """{"\udc00":"utf-8"}""")]
    [InlineData("attachment-info", """{"attachment1":{"filename":"\ud800","type":"text/plain"}}""")]
    [InlineData("attachment-info", """{"attachment1":{"\ud800":"x"}}""")]
    [InlineData("attachment-info", """{"\ud800":{}}""")]
    public void Half_a_surrogate_pair_is_a_flaw_and_no_exception(string field, string json)
    {
        InboundMessage message = Assert
            .IsType<InboundReading.Message>(InboundParsePost.Read(With((field, Encoding.UTF8.GetBytes(json))), Post.ContentType))
            .Value;

        Assert.Contains($"{Flaw.BrokenField}:{field}", message.Flaws);
        Assert.NotEqual(Verdict.Answer, Triage.Decide(message, Fixtures.Facts).Verdict);
    }

    [Fact]
    public void Random_forms_are_read_judged_and_searched_for_answers_without_an_exception() =>
        Prop.ForAll(
                Forms.ToArbitrary(),
                fields =>
                {
                    if (InboundParsePost.Read(Post.Of(fields), Post.ContentType) is not InboundReading.Message { Value: var message })
                    {
                        return true;
                    }

                    TriageDecision decision = Triage.Decide(message, Fixtures.Facts);
                    AttachmentRules.Judge(message.Files);
                    MailArrival.Of(message.Headers, new DateTimeOffset(2026, 10, 12, 6, 30, 0, TimeSpan.Zero));
                    ParsedReply reading = ReplyReader.Read(
                        ReplyText.Of(message.Text, message.Html),
                        [new FormItem("B3", FormItemKind.Number, "Officers trained")],
                        Language.En
                    );
                    return decision.Key.Length == 64 && reading.Figures.Count <= 1 && TriageReasons.All.Contains(decision.Reason);
                }
            )
            .Check(Many);

    private static Gen<PostField[]> Forms => from count in Gen.Choose(1, 12) from fields in Gen.ArrayOf(Field, count) select fields;

    private static Gen<PostField> Field =>
        from name in Gen.Frequency(
            (9, Gen.Elements(Names)),
            (1, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.Replace('"', '_').ReplaceLineEndings("")))
        )
        from value in Gen.OneOf(Json, Words, Bytes)
        from file in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("a.xlsx", "", "=?utf-8?Q?=ED=A0=80?=.pdf")))
        select new PostField(name, value, file, file is null ? null : "application/octet-stream");

    private static Gen<byte[]> Json =>
        from parts in Gen.ArrayOf(Gen.Elements(Awkward), 3)
        from shape in Gen.Elements(
            """{"to":["~"],"from":"~"}""",
            """{"~":"~"}""",
            """{"text":"~","html":"~","subject":"~"}""",
            """{"attachment1":{"filename":"~","type":"~","content-id":"~"}}""",
            """["~"]""",
            "\"~\"",
            "~",
            """{"to":[["~"],{"~":~}]}"""
        )
        select Encoding.UTF8.GetBytes(Filled(shape, parts));

    private static Gen<byte[]> Words =>
        from count in Gen.Choose(0, 6)
        from words in Gen.ArrayOf(Gen.Elements(Awkward), count)
        from encoding in Gen.Elements(Encoding.UTF8, Encoding.Unicode, Encoding.Latin1)
        select encoding.GetBytes(string.Join('\n', words));

    private static Gen<byte[]> Bytes => ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => bytes ?? []);

    private static string Filled(string shape, string[] parts)
    {
        foreach (string part in parts)
        {
            int at = shape.IndexOf('~', StringComparison.Ordinal);
            shape = at < 0 ? shape : shape[..at] + part + shape[(at + 1)..];
        }

        return shape.Replace("~", "", StringComparison.Ordinal);
    }

    private static byte[] With(params (string Name, byte[] Value)[] odd) =>
        Post.Of([
            .. new (string Name, string Value)[]
            {
                ("headers", "From: sita.rai@customs.example\nMessage-ID: <1@customs.example>\n"),
                ("from", "sita.rai@customs.example"),
                ("subject", "Re: figures"),
                ("text", "B3: 45"),
                ("envelope", """{"to":["r+nepalreportfixturetoken2aa@reply.acip.example"],"from":"sita.rai@customs.example"}"""),
                ("charsets", """{"text":"utf-8"}"""),
                ("SPF", "pass"),
                ("dkim", "{@customs.example : pass}"),
            }
                .Where(field => odd.All(one => one.Name != field.Name))
                .Select(field => new PostField(field.Name, Encoding.UTF8.GetBytes(field.Value))),
            .. odd.Select(field => new PostField(field.Name, field.Value)),
            new PostField("attachment1", "x"u8.ToArray(), "a.txt", "text/plain"),
        ]);
}
