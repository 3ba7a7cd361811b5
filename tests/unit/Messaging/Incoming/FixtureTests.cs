using System.Text;
using System.Text.Json;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Tests.Unit.Messaging.Incoming;

public sealed class FixtureTests
{
    public static TheoryData<string> Files => [.. Fixtures.All.Select(expected => expected.File)];

    [Fact]
    public void Every_message_says_what_must_happen_and_there_are_sixty_of_them()
    {
        Assert.Equal(Fixtures.Names().Order(), Fixtures.All.Select(expected => expected.File).Order());
        Assert.True(Fixtures.All.Count >= 60);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_message_is_decided_as_it_must_be(string file)
    {
        Expected expected = Named(file);
        Same(expected, Triage.Decide(Fixtures.Message(Fixtures.Bytes(expected)), Fixtures.Facts));
    }

    /// <summary>The same mail as Inbound Parse posts it "raw": envelope, SPF and DKIM beside the whole message.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void The_same_message_posted_raw_is_decided_alike(string file)
    {
        Expected expected = Named(file);
        if (file.EndsWith(".post", StringComparison.Ordinal))
        {
            return;
        }

        byte[] mail = Fixtures.Bytes(expected);
        InboundMessage stored = Fixtures.Message(mail);
        byte[] body = Post.Of(
            (
                "dkim",
                Encoding.UTF8.GetBytes($"{{{string.Join(", ", stored.Dkim.Select(result => $"@{result.Domain} : {result.Result}"))}}}")
            ),
            ("email", mail),
            ("envelope", JsonSerializer.SerializeToUtf8Bytes(new { to = stored.EnvelopeTo, from = stored.EnvelopeFrom })),
            ("SPF", Encoding.UTF8.GetBytes(stored.Spf ?? "none"))
        );
        Assert.True(
            file.StartsWith("charset-broken", StringComparison.Ordinal)
                || !Encoding.Latin1.GetString(mail).Contains("\r\n--xYzZY", StringComparison.Ordinal)
        );
        InboundMessage posted = Assert.IsType<InboundReading.Message>(InboundParsePost.Read(body, Post.ContentType)).Value;
        Same(expected, Triage.Decide(posted, Fixtures.Facts));
        Assert.Equal(stored.Text, posted.Text);
        Assert.Equal(stored.BodyDigest(), posted.BodyDigest());
        Assert.Equal(MessageKey.Of(stored), MessageKey.Of(posted));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_answers_words_are_readable(string file)
    {
        Expected expected = Named(file);
        if (expected.Figures is null)
        {
            return;
        }

        InboundMessage message = Fixtures.Message(Fixtures.Bytes(expected));
        string words = message.Text ?? message.Html!;
        Assert.Contains("45", words, StringComparison.Ordinal);
        Assert.DoesNotContain("=3D", words, StringComparison.Ordinal);
        Assert.DoesNotContain("\u00C3", words, StringComparison.Ordinal); // é read as Ã©
        Assert.DoesNotContain('\uFFFD', words);
        Assert.Contains(Text.Of("yes", "oui", "sí").In(expected.Language), words, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_messages_share_a_key() =>
        Assert.Equal(
            Fixtures.All.Count,
            Fixtures.All.Select(expected => MessageKey.Of(Fixtures.Message(Fixtures.Bytes(expected)))).Distinct().Count()
        );

    [Fact]
    public void A_decision_shows_its_steps_and_no_token()
    {
        foreach (Expected expected in Fixtures.All)
        {
            TriageDecision decision = Triage.Decide(Fixtures.Message(Fixtures.Bytes(expected)), Fixtures.Facts);
            Assert.NotEmpty(decision.Steps);
            Assert.All(decision.Steps, step => Assert.DoesNotContain("fixturetoken", step.Detail, StringComparison.OrdinalIgnoreCase));
            Assert.NotNull(TriageReasons.Text(decision.Reason));
        }
    }

    private static Expected Named(string file) => Fixtures.All.Single(expected => expected.File == file);

    private static void Same(Expected expected, TriageDecision decision)
    {
        string steps = string.Join('\n', decision.Steps.Select(step => $"{step.Question}: {step.Finding} ({step.Detail})"));
        Assert.True(
            (expected.Verdict, expected.Reason) == (decision.Verdict, decision.Reason),
            $"{expected.Verdict} {expected.Reason} expected, but {decision.Verdict} {decision.Reason}:\n{steps}"
        );
        if (expected.Person is not null)
        {
            Assert.Equal(expected.Person, decision.Person?.Value);
        }
    }

    [Fact]
    public void Attachments_are_judged_by_their_content()
    {
        Expected expected = Named("post-attachments.en.post");
        var findings = AttachmentRules.Judge(Fixtures.Message(Fixtures.Bytes(expected)).Files);
        Assert.Equal(expected.Attachments, findings.Select(finding => finding.Refusal ?? finding.Kind.ToString().ToLowerInvariant()));
    }
}
