using System.Net;
using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>Nobody can make the programme's address send what they wrote, or send without end.</summary>
public sealed class LimitsTests
{
    private const string Phish = "Please pay at https://evil.example/now";

    [Fact]
    public async Task Twenty_forged_mails_make_three_mails_that_repeat_no_word_of_theirs()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1, "--Local:Clock:Start=2026-08-03T06:00:00Z");
        (await world.SendAsync("coordinator-af", HttpMethod.Post, "api/plans/af-2026/submission")).Is(HttpStatusCode.OK);
        (
            await world.SendAsync(
                "approver-two",
                HttpMethod.Post,
                "api/plans/af-2026/decision",
                new
                {
                    approved = true,
                    reason = "Late.",
                    waivePast = new[] { "20260101-20260331" },
                }
            )
        ).Is(HttpStatusCode.OK);
        LocalMessage asked = world
            .Platform.Mail.List()
            .Last(mail =>
                mail.Recipient.Email == "coordinator.af@customs-af.example" && mail.Text.Contains("A1", StringComparison.Ordinal)
            );
        for (int time = 0; time < 20; time++)
        {
            await world.Platform.Mail.ReplyAsync(
                asked.Id,
                new InboundReply
                {
                    Text = $"A1: {time}\nB1: n/a {Phish} {time}\n{Phish}",
                    Spf = "none",
                    Dkim = "none",
                }
            );
            await world.Platform.Busy.QuietAsync();
        }

        LocalMessage[] confirm = [.. world.Platform.Mail.List().Where(mail => mail.Text.Contains("/confirm/", StringComparison.Ordinal))];
        Assert.Equal(MailLimit.OfASender, confirm.Length);
        Assert.All(
            confirm,
            mail =>
            {
                Assert.Equal("coordinator.af@customs-af.example", mail.Recipient.Email);
                Assert.DoesNotContain("evil.example", mail.Text + mail.Html, StringComparison.Ordinal);
                Assert.Contains("A1", mail.Text, StringComparison.Ordinal);
            }
        );
        // the last of them says so, and officers hear of some of the rest
        Assert.Single(confirm, mail => mail.Text.Contains("or write tomorrow", StringComparison.Ordinal));
        Assert.Equal(
            MailLimit.OfASender,
            world.Platform.Mail.List().Count(mail => mail.Recipient.Email == "integrity@acip-secretariat.example")
        );
        IReadOnlyList<Row<ReceivedMail>> kept = await world.Table.ListAsync<ReceivedMail>(
            StreamId.Of(new PlanId("af-2026")),
            ReceivedMail.Prefix,
            CancellationToken.None
        );
        Assert.Equal(20, kept.Count(row => row.Value.State == QuarantineState.Waiting));

        // of one stranger officers are told three times a day, and the list has all of them
        long before = world.Platform.Mail.Newest;
        int aside = (await world.Service<QuarantineService>().ListAsync(CancellationToken.None)).Count;
        for (int time = 0; time < 8; time++)
        {
            await world.Platform.Mail.ReplyAsync(
                asked.Id,
                new InboundReply { Text = $"A1: {time} {Phish}", From = new MailAddress("stranger@elsewhere.example", "A Stranger") }
            );
            await world.Platform.Busy.QuietAsync();
        }

        Assert.Equal(
            MailLimit.OfASender,
            world.Platform.Mail.List().Count(mail => mail.Number > before && mail.Recipient.Email == "integrity@acip-secretariat.example")
        );
        ReceivedMail[] listed =
        [
            .. (await world.Service<QuarantineService>().ListAsync(CancellationToken.None)).OrderByDescending(mail => mail.At).Take(8),
        ];
        Assert.Equal(aside + 8, (await world.Service<QuarantineService>().ListAsync(CancellationToken.None)).Count);
        string page = (await world.GetAsync("integrity-officer", "mail")).Is(HttpStatusCode.OK).Text;
        Assert.All(listed, mail => Assert.Contains($"/mail/{mail.MessageKey}", page, StringComparison.Ordinal));
        Assert.Equal([], (await world.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_and_the_mail_service_never_is()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1, $"--{LocalPlatform.RealLimits}=true");
        var answers = new List<HttpResponseMessage>();
        // a minute may end meanwhile
        for (int time = 0; time < 620; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/policies/approval");
            request.Headers.Add("X-Local-Sign-In", "officer-one");
            answers.Add(await world.Http.SendAsync(request));
        }

        HttpResponseMessage refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "\"next\":\"Wait as many seconds as Retry-After says",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        for (int time = 0; time < 950; time++)
        {
            using HttpResponseMessage answer = await world.Http.PostAsync("api/mail/inbound", new StringContent("no mail"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }

        // nor is who brings a whole programme, a file a request
        for (int time = 0; time < 950; time++)
        {
            using var file = new HttpRequestMessage(
                HttpMethod.Get,
                "api/operations/export/containers/evidence/blob?name=0000000000000000000000000000000000000000"
            );
            file.Headers.Add("x-functions-key", world.Platform.MasterKey);
            using HttpResponseMessage answer = await world.Http.SendAsync(file);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
