using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ACip.Local.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>Many at once with a preview, who still holds a report up, and a substitute for an absence.</summary>
[Collection(WordsCollection.Name)]
public sealed class ManyAtOnceScenarios(OpenReports programme)
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
        await programme.Platform.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains(programme.Of("QuarterlyTask", head.Email, before), mail => mail.CustomArgs["stream"] == one.Ref.Stream.Value);

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

    [Fact]
    public Task A_substitute_is_asked_decides_and_the_trail_says_so() => SubstituteAsync(Language.Es);

    /// <param name="language">Of the coordinator whose report it is.</param>
    internal async Task SubstituteAsync(Language language)
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(language);
        DateTimeOffset now = programme.Platform.Clock.GetUtcNow();
        string from = $"{now:yyyy-MM-dd}",
            until = $"{now.AddDays(5):yyyy-MM-dd}";
        var approver = new Browser(programme.Http, "/absence?lang=en", "approver-one");
        Assert.Contains("Name a substitute", await approver.OpenAsync(), StringComparison.Ordinal);
        await approver.PostAsync([new("act", "name"), new("substitute", "officer-one"), new("from", from), new("until", until)]);
        Assert.Equal(HttpStatusCode.Conflict, approver.Status); // an officer may not sign plans
        await approver.OpenAsync();
        string named = await approver.PostAsync([
            new("act", "name"),
            new("substitute", "approver-two"),
            new("from", from),
            new("until", until),
        ]);
        Assert.Contains("decides in their place", named, StringComparison.Ordinal);
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });

        string path = $"/plans/{report.Ref.Plan}/reports/{report.Ref.Period}";
        string waits = await new Browser(programme.Http, path, "officer-one").OpenAsync();
        Assert.Contains("Who it waits for", waits, StringComparison.Ordinal);
        HumanTaskRecord review = (
            await TaskRows.FindAsync(programme.Table, ReportTasks.Review(await programme.ReadAsync(report)), CancellationToken.None)
        )!.Value;
        Assert.DoesNotContain(new PersonId("approver-one"), review.People);
        Assert.Contains(new PersonId("approver-two"), review.People);

        using (
            var request = new HttpRequestMessage(HttpMethod.Post, $"api{path}/decision")
            {
                Content = JsonContent.Create(new { approved = true }),
            }
        )
        {
            request.Headers.Add("X-Local-Sign-In", "approver-two");
            using HttpResponseMessage answer = await programme.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        AuditEvent accepted = Assert.Single(await AuditAsync(report.Ref.Stream), link => link.Kind == AuditKind.ReportAccepted);
        Assert.Equal("as the substitute of approver-one", accepted.Reason);
        string after = await new Browser(programme.Http, path, "officer-one").OpenAsync();
        Assert.Contains("approved by", after, StringComparison.Ordinal);
        using JsonDocument waiting = JsonDocument.Parse(await GetAsync($"api{path}/waiting"));
        Assert.Equal("approver-two", waiting.RootElement.GetProperty("decided")[0].GetProperty("by").GetString());

        await OtherActsSayItTooAsync(path, report.Ref.Stream);
        await approver.OpenAsync();
        await approver.PostAsync([new("act", "end"), new("from", from)]);
        Assert.Equal(HttpStatusCode.OK, approver.Status);
        Assert.Empty(Absences.Of((await programme.RegisterAsync()).People[new PersonId("approver-one")]));
    }

    /// <summary>Opening a report again, and confirming roles.</summary>
    private async Task OtherActsSayItTooAsync(string path, StreamId stream)
    {
        await AsApproverTwoAsync($"api{path}/reopening", new { reason = "A figure was counted twice" });
        AuditEvent reopened = Assert.Single(await AuditAsync(stream), link => link.Kind == AuditKind.ReportReopened);
        Assert.Equal("as the substitute of approver-one: A figure was counted twice", reopened.Reason);

        var today = DateOnly.FromDateTime(programme.Platform.Clock.GetUtcNow().UtcDateTime);
        var wanted = new Person(
            new PersonId("approver-new"),
            "New approver",
            "approver-new@wco.example",
            Language.En,
            [new RoleHeld(Role.Approver, today)]
        );
        var people = programme.Services.GetRequiredService<PeopleService>();
        await people.SaveAsync(wanted, AsRead.Nothing, new PersonId("officer-one"), "Somebody more", CancellationToken.None);
        await AsApproverTwoAsync("api/people/approver-new/roles/decision", new { approved = true });
        AuditEvent confirmed = Assert.Single(
            await AuditAsync(StreamId.Programme),
            link => link.Kind == AuditKind.RolesConfirmed && link.Subject == ProgrammeRows.Key(wanted.Id)
        );
        Assert.Contains("as the substitute of approver-one", confirmed.Reason, StringComparison.Ordinal);
    }

    private async Task AsApproverTwoAsync(string path, object said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(said) };
        request.Headers.Add("X-Local-Sign-In", "approver-two");
        using HttpResponseMessage answer = await programme.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
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
