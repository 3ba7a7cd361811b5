using System.Globalization;
using System.Net;
using System.Text;
using ACip.Local.Mail;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail.Robustness;

[CollectionDefinition(Name)]
public sealed class RobustMailCollection : ICollectionFixture<OpenReports>
{
    public const string Name = "robust mail";
}

/// <summary>What was answered 200 ends as an answer, as a question back, or in the list that a person sees, with the officers told as often
/// as they may be in a day.</summary>
[Collection(RobustMailCollection.Name)]
public sealed class NothingIsLostTests : IDisposable
{
    private readonly OpenReports programme;
    private readonly SignedPosts service = new();

    public NothingIsLostTests(OpenReports programme)
    {
        this.programme = programme;
        Harness.EachWorker.TakesKeyToo(programme.Platform, service.PublicKey);
    }

    public void Dispose() => service.Dispose();

    [Theory]
    [InlineData("envelope", """{"to":["\ud800"],"from":"sita.rai@customs.example"}""")]
    [InlineData("envelope", """{"\udc00":1}""")]
    [InlineData("charsets", """{"text":"\ud800"}""")]
    [InlineData("attachment-info", """{"attachment1":{"filename":"\ud800"}}""")]
    [InlineData("headers", "Received: \ud83d; =?utf-16?B?2AA=?=\nSubject: =?x-none?Q?=00?=\n")]
    [InlineData("from", "")]
    [InlineData("dkim", "{@\\ud800 : pass}")]
    [InlineData("SPF", "\\ud800")]
    [InlineData("subject", "\\udfff")]
    public async Task A_mail_in_which_something_is_no_text_is_shown_to_a_person(string field, string value)
    {
        LocalMessage ask = programme.Of("QuarterlyTask")[2];
        byte[] body = SignedPosts.Reply(
            ask.Recipient.Email,
            ask.ReplyTo[0].Email,
            $"What is in {field}? {value.Length}",
            1,
            null,
            (field, value)
        );

        await MustEndAsync(body);
    }

    [Fact]
    public async Task A_megabyte_in_one_answer_is_no_row_that_fails_for_ever()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        string code = (await programme.ItemsAsync(report))
            .First(item => item.Kind == Workflows.ReplyParsing.FormItemKind.Narrative && !item.Sensitive)
            .Code;
        byte[] body = SignedPosts.Reply(
            report.Person.Email,
            report.Ask.ReplyTo[0].Email,
            $"{code}: {string.Concat(Enumerable.Repeat("We have worked on it. ", 48_000))}",
            2,
            null
        );

        await MustEndAsync(body);

        Assert.Contains(programme.Platform.Mail.List(null, before), mail => mail.Recipient.Email == report.Person.Email);
    }

    [Fact]
    public async Task Random_forms_each_end_somewhere()
    {
        var random = new Random(20261113);
        LocalMessage ask = programme.Of("QuarterlyTask")[3];
        byte[][] bodies = [.. Enumerable.Range(0, 40).Select(number => RandomForm(random, ask, number))];

        foreach (byte[] body in bodies)
        {
            Assert.Equal(HttpStatusCode.OK, await service.PostAsync(programme.Http, "api/mail/inbound", body));
        }

        await programme.Platform.Busy.QuietAsync();
        foreach (byte[] body in bodies)
        {
            await MustHaveEndedAsync(body);
        }
    }

    [Fact]
    public async Task A_body_over_the_limit_is_neither_kept_nor_dropped_by_the_mail_service()
    {
        BlobContainerClient kept = programme.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("received-mail");
        int before = kept.GetBlobs().Count();
        using var body = new StreamContent(new MemoryStream(new byte[(64 << 20) + 1]));
        body.Headers.TryAddWithoutValidation("Content-Type", SignedPosts.ContentType);
        body.Headers.ContentLength = null; // in pieces: with a length, the genuine host takes all of it into memory first

        // it may be cut off while it still sends, which the mail service reads as silence
        int status = await StatusAsync(body);

        Assert.True(status is 0 or >= 500, $"{status}: on a 4xx the mail service drops a mail, on a 2xx it believes it kept");
        Assert.Equal(before, kept.GetBlobs().Count());
    }

    private async Task<int> StatusAsync(HttpContent body)
    {
        try
        {
            using HttpResponseMessage answer = await programme.Http.PostAsync("api/mail/inbound", body);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private async Task MustEndAsync(byte[] body)
    {
        Assert.Equal(HttpStatusCode.OK, await service.PostAsync(programme.Http, "api/mail/inbound", body));
        await programme.Platform.Busy.QuietAsync();
        await MustHaveEndedAsync(body);
    }

    private async Task MustHaveEndedAsync(byte[] body)
    {
        string key = SignedPosts.KeyOf(body);
        OrchestrationMetadata? instance = await programme.Platform.Workflows.GetInstanceAsync(
            Workflows.HumanTasks.Answers.InboundMail.InstanceIdOf(key)
        );
        Assert.True(
            instance?.RuntimeStatus == OrchestrationRuntimeStatus.Completed,
            $"{instance?.RuntimeStatus}: {Encoding.UTF8.GetString(body)[..Math.Min(body.Length, 600)]}"
        );
        // two forms that hold the same message are one
        string? message = InboundParsePost.Read(body, SignedPosts.ContentType) is InboundReading.Message { Value: var read }
            ? MessageKey.Of(read)
            : null;
        ReceivedMail? aside = (await programme.AsideAsync()).FirstOrDefault(mail => mail.Blob == key || mail.MessageKey == message);
        if (aside is null)
        {
            var plans = (await programme.RegisterAsync()).Plans.Keys;
            var taken = new List<ReceivedMail>();
            foreach (var plan in plans)
            {
                taken.AddRange(
                    (await programme.Table.ListAsync<ReceivedMail>(StreamId.Of(plan), ReceivedMail.Prefix, CancellationToken.None)).Select(
                        row => row.Value
                    )
                );
            }

            Assert.Contains(taken, mail => mail.Blob == key || mail.MessageKey == message);
            return;
        }

        // machines' mail is kept and nobody is told; whatever waits stands in the list that officers open, and they hear of it, or have
        // heard of as many today as there may be
        if (aside.State == QuarantineState.Waiting)
        {
            Assert.Contains($"/mail/{aside.MessageKey}", await ListAsync(), StringComparison.Ordinal);
            bool told = programme.Of("NeedsPerson").Any(mail => mail.Text.Contains($"/mail/{aside.MessageKey}", StringComparison.Ordinal));
            // of two forms that hold the same message the one that came first was counted, whoever sent the other
            ReceivedMessage? kept = await programme
                .Services.GetRequiredService<ReceivedMailStore>()
                .FindMessageAsync(aside.Blob, CancellationToken.None);
            string sender = kept is null ? "unreadable" : programme.Services.GetRequiredService<QuarantineIntake>().SenderOf(kept.Message);
            (int own, int all) = (await CountedAsync(aside.At, sender), await CountedAsync(aside.At, "all"));
            Assert.True(
                told || own == MailLimit.OfASender || all == MailLimit.OfAll,
                $"{aside.Reason}: nobody was told, after {own} of this sender and {all} of everybody"
            );
        }
    }

    /// <summary>All pages of the list in which the Secretariat sees what nobody could act upon.</summary>
    private async Task<string> ListAsync()
    {
        var all = new StringBuilder();
        for (int number = 1; ; number++)
        {
            Assert.InRange(number, 1, 50);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"mail?page={number}");
            request.Headers.Add("X-Local-Sign-In", "integrity-officer");
            using HttpResponseMessage page = await programme.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            string text = await page.Content.ReadAsStringAsync();
            all.Append(text);
            if (!text.Contains("rel=\"next\"", StringComparison.Ordinal))
            {
                return all.ToString();
            }
        }
    }

    /// <summary>How many mails to officers are counted of that sender on that day.</summary>
    private async Task<int> CountedAsync(DateTimeOffset day, string sender) =>
        (
            await programme.Table.FindAsync<MailLimit>(
                StreamId.Inbox,
                string.Create(CultureInfo.InvariantCulture, $"{MailLimit.Prefix}{day.UtcDateTime:yyyyMMdd}|alert|{sender}"),
                CancellationToken.None
            )
        )
            ?.Value
            .Count
        ?? 0;

    private static byte[] RandomForm(Random random, LocalMessage ask, int number)
    {
        string[] pieces =
        [
            "\\ud800",
            "\\udc00x",
            "{",
            "}",
            "[",
            "\"",
            "null",
            ask.ReplyTo[0].Email,
            ask.Recipient.Email,
            "B3: 45",
            "SUBMIT",
            "utf-16",
            "utf-7",
            "x-none",
            "\u0000",
            "=?utf-8?Q?=ED=A0=80?=",
            "1e999",
            ":",
            "\r\n",
            "--xYzZY--",
            "multipart/mixed; boundary=b",
        ];
        string[] names =
        [
            "headers",
            "dkim",
            "to",
            "html",
            "from",
            "text",
            "envelope",
            "attachments",
            "subject",
            "attachment-info",
            "charsets",
            "SPF",
            "email",
            "attachment1",
        ];
        (string Name, string Value)[] instead =
        [
            .. Enumerable
                .Range(0, 1 + random.Next(4))
                .Select(_ =>
                    (
                        names[random.Next(names.Length)],
                        random.Next(3) switch
                        {
                            0 =>
                                $$"""{"{{pieces[random.Next(pieces.Length)]}}":"{{pieces[random.Next(pieces.Length)]}}","to":["{{pieces[random.Next(pieces.Length)]}}"]}""",
                            1 => string.Join(' ', Enumerable.Range(0, 5).Select(_ => pieces[random.Next(pieces.Length)])),
                            _ => pieces[random.Next(pieces.Length)],
                        }
                    )
                ),
        ];
        return SignedPosts.Reply(ask.Recipient.Email, ask.ReplyTo[0].Email, $"Random {number}", 1000 + number, null, instead);
    }
}
