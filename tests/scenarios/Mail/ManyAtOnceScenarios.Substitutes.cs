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
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail;

public sealed partial class ManyAtOnceScenarios
{
    [Fact]
    public Task A_substitute_is_asked_decides_and_the_trail_says_so() => SubstituteAsync(Language.Es);

    /// <param name="language">The language of the coordinator whose report it is.</param>
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
        long before = programme.Platform.Mail.Newest;
        await approver.PostAsync([new("act", "end"), new("from", from)]);
        await programme.Platform.Busy.QuietAsync();
        Assert.Contains(
            "You do not decide in their place any more.",
            Words(
                Assert.Single(
                    programme.Platform.Mail.List(null, before),
                    mail => Delivery(mail).StartsWith("substitute-", StringComparison.Ordinal)
                )
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, approver.Status);
        Assert.Empty(Absences.Of((await programme.RegisterAsync()).People[new PersonId("approver-one")]));
    }

    private static string Delivery(LocalMessage mail) => mail.CustomArgs.GetValueOrDefault("delivery") ?? "";

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
}
