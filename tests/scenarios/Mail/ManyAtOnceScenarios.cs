using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ACip.Local.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.ManyAtOnce;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>Many at once with a preview, who still holds a report up, and a substitute for an absence.</summary>
[Collection(WordsCollection.Name)]
public sealed partial class ManyAtOnceScenarios(OpenReports programme)
{
    private const string Path = "/many-at-once";

    [Fact]
    public async Task Time_is_given_to_many_with_a_preview_and_nothing_is_done_twice()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport one = programme.Take(Language.Fr),
            other = programme.Take(Language.Fr),
            handedIn = programme.Take(Language.Fr);
        await programme.ReplyAsync(handedIn, new InboundReply { Text = await programme.FullAnswerAsync(handedIn) });
        string[] tasks = [.. new[] { one, other, handedIn }.Select(Key)];
        var officer = new Browser(programme.Http, Path, "officer-one");
        string list = await officer.OpenAsync();
        Assert.Contains($"value=\"{tasks[0]}\"", list, StringComparison.Ordinal);
        KeyValuePair<string, string>[] order =
        [
            .. tasks.Select(task => KeyValuePair.Create("task", task)),
            new("what", "Extend"),
            new("day", "2026-06-12"),
            new("reason", "The flood of April"),
        ];
        string preview = await officer.PostAsync([.. order, new("act", "look")]);
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.Contains("Do it for 2 tasks", preview, StringComparison.Ordinal);
        Assert.Empty((await programme.ReadAsync(one)).Extensions); // a preview changes nothing

        string done = await officer.PostAsync([.. order, new("act", "do")]);
        Assert.True(Count(done, ">done<") == 2, done);
        Assert.Equal(1, Count(done, ">cannot<"));
        await officer.OpenAsync(); // back in the list, and the same once more
        string again = await officer.PostAsync([.. order, new("act", "do")]);
        Assert.Equal(2, Count(again, ">done before<"));
        foreach (OpenReport report in new[] { one, other })
        {
            DueExtension given = Assert.Single((await programme.ReadAsync(report)).Extensions);
            Assert.Equal("The flood of April", given.Reason);
            Assert.Single(await AuditAsync(report.Ref.Stream), link => link.Kind == AuditKind.DueDateExtended);
        }
    }

    [Fact]
    public async Task What_was_handed_in_since_the_preview_is_not_waived()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport handedIn = programme.Take(Language.Fr);
        var order = new
        {
            act = "Waive",
            tasks = new[] { Key(handedIn) },
            reason = "The flood of April",
        };
        Assert.Equal(["Possible"], await SendAsync("api/many-at-once/preview", order));
        await programme.ReplyAsync(handedIn, new InboundReply { Text = await programme.FullAnswerAsync(handedIn) });
        Assert.Equal(["Refused"], await SendAsync("api/many-at-once", order));
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(handedIn)).State);
    }

    [Fact]
    public async Task What_is_handed_in_while_many_are_waived_is_not_waived_and_the_officer_is_told_where_it_can_be()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.Fr);
        var task = new TaskRef(report.Ref.Stream, new TaskId($"{report.Ref.Plan}-report-{report.Ref.Period}-r1"));
        var order = new ManyOrder(ManyAct.Waive, [task], "The flood of April", new PersonId("officer-one"));
        var service = programme.Services.GetRequiredService<ManyAtOnceService>();
        Row<ReportRecord> open = (await ReportRows.FindAsync(programme.Table, report.Ref, CancellationToken.None))!;
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        Row<ReportRecord> handedIn = (await ReportRows.FindAsync(programme.Table, report.Ref, CancellationToken.None))!;

        ManyOutcome looked = Assert.Single(await service.PreviewAsync(order, CancellationToken.None));
        var refused = Assert.IsType<CommandResult.Refused>(await service.WaiveAsync(order, handedIn, CancellationToken.None));

        Assert.Equal(("handed-in-meanwhile", "handed-in-meanwhile"), (looked.Rule, refused.Rule));
        Assert.Contains("open its page and do it there", looked.Says.En, StringComparison.Ordinal);
        Assert.IsNotType<CommandResult.Recorded>(await service.WaiveAsync(order, open, CancellationToken.None)); // as it was read
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
    }

    [Fact]
    public async Task Many_are_reminded_waived_and_asked_of_others_by_program()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport one = programme.Take(Language.En),
            other = programme.Take(Language.Es);
        long before = programme.Platform.Mail.Newest;
        string[] tasks = [Key(one), Key(other)];
        Assert.Equal(
            ["Possible", "Possible"],
            await SendAsync(
                "api/many-at-once/preview",
                new
                {
                    act = "Remind",
                    tasks,
                    reason = "The holiday ends",
                }
            )
        );
        Assert.Equal(
            ["Done", "Done"],
            await SendAsync(
                "api/many-at-once",
                new
                {
                    act = "Remind",
                    tasks,
                    reason = "The holiday ends",
                }
            )
        );
        Assert.Equal(
            ["DoneBefore", "DoneBefore"],
            await SendAsync(
                "api/many-at-once",
                new
                {
                    act = "Remind",
                    tasks,
                    reason = "The holiday ends",
                }
            )
        );
        await programme.Platform.Busy.QuietAsync();
        Assert.Contains(
            "A programme officer writes: The holiday ends",
            Words(Assert.Single(programme.Of("Reminder", one.Person.Email, before))),
            StringComparison.Ordinal
        );

        Person head = (await programme.RegisterAsync()).People.Values.First(person =>
            person.Holds(Role.HeadOfCustoms, new DateOnly(2026, 4, 13), (one.Person.Roles[0].Administration))
            && person.Roles.Any(held => held.Administration == one.Person.Roles[0].Administration)
        );
        Assert.Equal(
            ["Done"],
            await SendAsync(
                "api/many-at-once",
                new
                {
                    act = "Reassign",
                    tasks = new[] { Key(one) },
                    to = "HeadOfCustoms",
                    reason = "The coordinator is cut off",
                }
            )
        );
        await programme.Platform.Busy.QuietAsync();
        string told = Words(Assert.Single(programme.Of("Escalation", one.Person.Email, before))); // and no other mail that the head has not answered yet
        Assert.Contains($"From now on this is asked of {head.Name}.", told, StringComparison.Ordinal);
        Assert.Contains("A programme officer writes: The coordinator is cut off", told, StringComparison.Ordinal);
        LocalMessage asked = Assert.Single(
            programme.Of("QuarterlyTask", head.Email, before),
            mail => mail.CustomArgs["stream"] == one.Ref.Stream.Value
        );
        Assert.Contains("The coordinator is cut off", Words(asked), StringComparison.Ordinal);

        Assert.Equal(
            ["Done"],
            await SendAsync(
                "api/many-at-once",
                new
                {
                    act = "Waive",
                    tasks = new[] { Key(other) },
                    reason = "The flood",
                }
            )
        );
        Assert.Equal(
            ["DoneBefore"],
            await SendAsync(
                "api/many-at-once",
                new
                {
                    act = "Waive",
                    tasks = new[] { Key(other) },
                    reason = "The flood",
                }
            )
        );
        Assert.Equal(
            ["Refused"],
            await SendAsync(
                "api/many-at-once",
                new
                {
                    act = "Waive",
                    tasks = new[] { Key(other) },
                    reason = "Another reason",
                }
            )
        );
        Assert.Equal(ReportState.Waived, (await programme.ReadAsync(other)).State);
    }

    private static string Key(OpenReport report) => $"{report.Ref.Stream}|{report.Ref.Plan}-report-{report.Ref.Period}-r1";

    private static int Count(string page, string what) => page.Split(what).Length - 1;

    private static string Words(LocalMessage mail) =>
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<string[]> SendAsync(string path, object order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(order) };
        request.Headers.Add("X-Local-Sign-In", "officer-one");
        using HttpResponseMessage answer = await programme.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. read.RootElement.EnumerateArray().Select(one => one.GetProperty("status").GetString()!)];
    }

    private async Task<string> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Local-Sign-In", "officer-one");
        using HttpResponseMessage answer = await programme.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<IReadOnlyList<AuditEvent>> AuditAsync(StreamId stream) =>
        AuditRows.ReadAsync(programme.Table, stream, CancellationToken.None);
}
