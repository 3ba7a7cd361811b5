using System.Text;
using System.Text.RegularExpressions;
using ACip.Local.Cli.Telemetry;
using ACip.Local.Mail;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;

namespace ACip.Tests.Scenarios.Telemetry;

/// <summary>What leaves the application for whoever operates it: enough to follow a reply, and nothing of a person.</summary>
public sealed partial class ExportedTelemetryTests(ExportedQuarter quarter) : IClassFixture<ExportedQuarter>
{
    [Fact]
    public void A_reply_is_one_trace_from_the_webhook_over_workflow_activity_and_storage_to_its_acknowledgement()
    {
        IReadOnlyList<(string Source, CollectedSpan Span)> spans = quarter.Collector.Spans;
        CollectedSpan acknowledged = spans.Select(one => one.Span).First(span => Tag(span, "acip.mail.kind") == "Acknowledgement");
        string[] trace = [.. TraceTree.Lines(spans, acknowledged.TraceId)];

        Assert.Contains("function InboundWebhook", trace[0], StringComparison.Ordinal);
        string[] inOrder =
        [
            "function InboundWebhook",
            "BlobClient.Upload",
            "create_orchestration:InboundMail",
            "function InboundMail",
            "function TakeMail",
            "TableClient.GetEntityIfExists",
            "TableClient.SubmitTransaction",
            "mail.send",
            "TableClient.SubmitTransaction",
        ];
        int at = -1;
        Assert.All(
            inOrder,
            step =>
                Assert.True(
                    (at = Array.FindIndex(trace, at + 1, line => line.Contains(step, StringComparison.Ordinal))) >= 0,
                    $"{step} in\n{string.Join('\n', trace)}"
                )
        );
    }

    [Fact]
    public async Task The_outbox_carries_the_trace_so_that_a_mail_sent_later_belongs_to_what_caused_it()
    {
        IReadOnlyList<CollectedSpan> sent = [.. quarter.Collector.Spans.Select(one => one.Span).Where(span => span.Name == "mail.send")];
        OutgoingMail[] mails =
        [
            .. (await quarter.OutboxAsync()).Where(mail => mail.State is OutgoingState.Sent or OutgoingState.Delivered),
        ];

        Assert.True(mails.Length > 5, $"{mails.Length} mails");
        Assert.Empty(
            mails
                .Where(mail =>
                    !sent.Any(span =>
                        Tag(span, "acip.mail") == mail.Key && Convert.ToHexStringLower(span.TraceId.Span) == mail.Trace?.Split('-')[1]
                    )
                )
                .Select(mail => mail.Key)
        );
        Assert.Contains(
            sent.GroupBy(span => Tag(span, "acip.mail")),
            tries => tries.Count() > 1 && tries.Select(span => span.TraceId).Distinct().Count() == 1
        ); // the one that was not taken at first
    }

    [Theory]
    [InlineData("acip.webhook.unsigned")]
    [InlineData("acip.mail.received")]
    [InlineData("acip.mail.sent")]
    [InlineData("acip.mail.not_taken")]
    [InlineData("acip.mail.delay")]
    [InlineData("acip.decisions")]
    [InlineData("acip.reconciliation.runs")]
    [InlineData("acip.mail.waiting")]
    [InlineData("acip.outbox.age")]
    [InlineData("acip.reports.overdue")]
    [InlineData("acip.needs_person")]
    [InlineData("acip.instances.failed")]
    public void What_an_operator_would_ask_is_measured(string metric) =>
        Assert.Contains(quarter.Collector.Of("metrics"), body => Encoding.UTF8.GetString(body).Contains(metric, StringComparison.Ordinal));

    [Theory]
    [InlineData("PlanApproved")]
    [InlineData("NeedsPerson")]
    [InlineData("is with the mail service")]
    [InlineData("Daily reconciliation")]
    [InlineData("without a genuine signature")]
    public void What_was_decided_is_logged(string words) =>
        Assert.Contains(quarter.Collector.Of("logs"), body => Encoding.UTF8.GetString(body).Contains(words, StringComparison.Ordinal));

    [Fact]
    public async Task Nothing_of_it_holds_a_name_an_address_a_token_or_a_word_that_somebody_wrote()
    {
        string all = string.Join('\n', quarter.Collector.All.Select(Encoding.Latin1.GetString));
        string[] secrets = [.. (await SecretsAsync()).Distinct(StringComparer.OrdinalIgnoreCase)];

        Assert.True(all.Length > 50_000 && all.Contains("TakeMail", StringComparison.Ordinal), "nothing was exported");
        Assert.True(secrets.Length > 35 && secrets.Count(secret => Token().IsMatch(secret)) >= 4, $"{secrets.Length} secrets");
        Assert.DoesNotContain(
            secrets,
            secret => all.Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)), StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotMatch(@"[A-Za-z0-9.+-]{3,}@[A-Za-z0-9-]{3,}\.[A-Za-z]{2,}", all); // long enough that bytes do not look so by chance
    }

    private async Task<IEnumerable<string>> SecretsAsync()
    {
        ProgrammeRegister register = await quarter.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        IReadOnlyList<LocalMessage> mails = quarter.Platform.Mail.List();
        return
        [
            .. register.People.Values.SelectMany(person => new[] { person.Name, person.Email }),
            .. mails.SelectMany(mail =>
                Token()
                    .Matches(mail.Text + " " + mail.Html + " " + string.Join(' ', mail.ReplyTo.Select(one => one.Email)))
                    .Select(match => match.Value)
            ),
            .. mails.Select(mail => mail.Subject),
            ExportedQuarter.TokenSecret,
            quarter.Platform.MasterKey,
            ExportedQuarter.Phrase,
            ExportedQuarter.Stranger,
            "quellenberg",
            "aaaaaaaaaaaaaaaaaaaaaaaaaa",
        ];
    }

    private static string? Tag(CollectedSpan span, string key) => span.Tags.FirstOrDefault(tag => tag.Key == key)?.Value.Text;

    [GeneratedRegex(@"\b(?=[a-z2-7]*[2-7])[a-z2-7]{26}\b")]
    private static partial Regex Token();
}
