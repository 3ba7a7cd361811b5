using System.Net.Http.Json;
using System.Text.Json;
using ACip.Local.Mail;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail.Robustness;

/// <summary>Mail of ours that does not go out, or not arrive: it is sent as soon as it can be, and not twice; and where it never will be,
/// people hear of it.</summary>
[Collection(RobustMailCollection.Name)]
public sealed class OutgoingScenarios(OpenReports programme)
{
    private const string Officer = "officer.one@acip-secretariat.example";

    private static readonly TimeSpan AMinute = TimeSpan.FromSeconds(61);

    [Fact]
    public async Task A_mail_that_the_mail_service_refuses_is_told_to_the_officers_and_shown_at_the_task()
    {
        OpenReport report = programme.Take();
        await WithAddressAsync(
            report.Person,
            "no address at all",
            async () =>
            {
                long before = programme.Platform.Mail.Newest;
                await CommentAsync(report);

                Assert.Contains(report.Person.Name, Assert.Single(programme.Of("Bounced", Officer, before)).Text, StringComparison.Ordinal);
            }
        );

        using JsonDocument tasks = JsonDocument.Parse(await GetAsync("api/tasks?limit=200"));
        JsonElement task = Assert.Single(
            tasks.RootElement.GetProperty("items").EnumerateArray(),
            one => one.GetProperty("id").GetString()!.StartsWith($"{report.Ref.Plan}-report-", StringComparison.Ordinal)
        );
        Assert.Equal(
            JsonValueKind.String,
            task.GetProperty("people")
                .EnumerateArray()
                .Single(one => one.GetProperty("id").GetString() == report.Person.Id.Value)
                .GetProperty("notReachedAt")
                .ValueKind
        );
    }

    [Theory]
    [InlineData("spamreport", "spam")]
    [InlineData("unsubscribe", "unsubscribed")]
    [InlineData("group_unsubscribe", "unsubscribed")]
    public async Task That_an_address_takes_no_more_mail_is_told_once_and_the_mail_is_settled(string name, string word)
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        await programme.Platform.Mail.ReportAsync(report.Ask.Id, name);
        await programme.Platform.Busy.QuietAsync();
        await programme.Platform.Mail.ReportAsync(report.Ask.Id, name);
        await programme.Platform.Busy.QuietAsync();

        LocalMessage told = Assert.Single(programme.Of("Suppressed", Officer, before));
        Assert.Contains(report.Person.Name, told.Text, StringComparison.Ordinal);
        Assert.Contains(word, told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await programme.Services.GetRequiredService<OutboxIndex>().ListAsync(CancellationToken.None),
            one => one.Mail.Key == report.Ask.CustomArgs["delivery"]
        );
    }

    [Fact]
    public async Task A_mail_that_went_out_although_the_answer_was_lost_is_not_sent_again()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        programme.Platform.Mail.NextSends(SendFault.SentButFailed);
        await programme.ReplyAsync(report, new InboundReply { Text = "Which of them?" });
        Assert.Single(programme.Of("QuestionBack", report.Person.Email, before));

        await programme.Platform.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Single(programme.Of("QuestionBack", report.Person.Email, before));
    }

    [Theory]
    [InlineData(SendFault.TooMany)]
    [InlineData(SendFault.Unavailable)]
    public async Task A_mail_service_that_takes_nothing_is_left_alone_for_a_minute(SendFault fault)
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        programme.Platform.Mail.NextSends(fault);
        await programme.ReplyAsync(report, new InboundReply { Text = "Which of them?" });
        Assert.Empty(programme.Of("QuestionBack", report.Person.Email, before));

        await programme.Platform.AdvanceAsync(AMinute);

        Assert.Single(programme.Of("QuestionBack", report.Person.Email, before));
    }

    [Fact]
    public async Task A_mail_that_waited_out_an_outage_of_weeks_is_sent_after_it()
    {
        OpenReport report = programme.Take();
        long before = programme.Platform.Mail.Newest;
        programme.Platform.Mail.NextSends(SendFault.Unavailable);
        await programme.ReplyAsync(report, new InboundReply { Text = "Which of them?" });
        OutgoingMail waiting = (await programme.Table.ListAsync<OutgoingMail>(report.Ref.Stream, "mail|", CancellationToken.None))
            .Single(row => row.Value.State == OutgoingState.Waiting)
            .Value;
        // as if its workflow had given up long ago, and nobody had looked since
        await AgeAsync(report.Ref.Stream, waiting, TimeSpan.FromDays(40));

        var waits = await programme
            .Services.GetRequiredService<OutboxCheck>()
            .RunAsync(programme.Platform.Workflows, CancellationToken.None);
        await programme.Platform.Busy.QuietAsync();

        Assert.Equal(1, waits.Late?.Count);
        Assert.Single(programme.Of("QuestionBack", report.Person.Email, before));
    }

    private async Task AgeAsync(StreamId stream, OutgoingMail mail, TimeSpan by)
    {
        Row<OutgoingMail> row = (
            await programme.Table.FindAsync<OutgoingMail>(stream, OutgoingMail.RowKey(mail.Key), CancellationToken.None)
        )!;
        Assert.True(
            await programme.Table.TryCommitAsync(
                new UnitOfWork(stream).Replace(row, row.Value with { At = row.Value.At - by }),
                CancellationToken.None
            )
        );
        TableEntity note = OutboxIndex.Note(stream, mail.Key, mail.At - by);
        await programme.Services.GetRequiredService<OutboxIndex>().Rows.UpsertAsync([note]);
    }

    private async Task WithAddressAsync(Person person, string address, Func<Task> act)
    {
        await SetAsync(person with { Email = address });
        await act();
        await SetAsync(person);
    }

    private async Task SetAsync(Person person)
    {
        Row<Person> row = (
            await programme.Table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(person.Id), CancellationToken.None)
        )!;
        Assert.True(
            await programme.Table.TryCommitAsync(
                new UnitOfWork(StreamId.Programme).Replace(row, row.Value with { Email = person.Email }),
                CancellationToken.None
            )
        );
        Harness.EachWorker.ForgetRegister(programme.Platform);
    }

    private async Task CommentAsync(OpenReport report)
    {
        using var comment = new HttpRequestMessage(HttpMethod.Post, $"api/plans/{report.Ref.Plan}/reports/{report.Ref.Period}/comments")
        {
            Content = JsonContent.Create(new { item = "", text = "How is this counted?" }),
        };
        comment.Headers.Add("X-Local-Sign-In", "officer-two");
        using HttpResponseMessage said = await programme.Http.SendAsync(comment);
        Assert.True(said.IsSuccessStatusCode, await said.Content.ReadAsStringAsync());
        await programme.Platform.Busy.QuietAsync();
        await programme.Platform.AdvanceAsync(AMinute);
    }

    private async Task<string> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Local-Sign-In", "officer-one");
        using HttpResponseMessage answer = await programme.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
