using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>More time, asked for by reply and given by an officer's click.</summary>
[Collection(HandsCollection.Name)]
public sealed class MoreTimeScenarios(OpenReports programme)
{
    private const string Officer = "officer.one@acip-secretariat.example";

    [Fact]
    public async Task Time_is_asked_for_by_reply_given_by_one_click_and_told()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        long before = programme.Platform.Mail.Newest;
        Assert.Contains("MORE TIME: (day), (reason)", Unwrapped(report.Ask.Text), StringComparison.Ordinal);
        await programme.ReplyAsync(
            report,
            new InboundReply { Text = "Dear all,\nthe roads are closed.\n\nMORE TIME: 20 May, the northern posts are late" }
        );
        MoreTimeRequest asked = Assert.Single((await programme.ReadAsync(report)).TimeRequests);
        Assert.Equal((new DateOnly(2026, 5, 20), "the northern posts are late"), (asked.Day, asked.Reason));
        Assert.Contains("the roads are closed.", (await programme.CommentsAsync(report)).Select(comment => comment.Text));
        LocalMessage confirmed = Assert.Single(programme.Of("Notice", report.Person.Email, before));
        Assert.Contains("You have asked for time until 20 May 2026", Unwrapped(confirmed.Text), StringComparison.Ordinal);
        LocalMessage wanted = Assert.Single(programme.Of("Asking", Officer, before), mail => About(mail, report));
        Assert.Contains("asks for time until 20 May 2026", Unwrapped(wanted.Text), StringComparison.Ordinal);

        var officer = new Browser(programme.Http, $"/plans/{report.Ref.Plan}/reports/{report.Ref.Period}", "officer-one");
        string page = await officer.OpenAsync();
        Assert.Contains("value=\"2026-05-20\"", page, StringComparison.Ordinal);
        Malformed.PageForm form = Malformed
            .PageForm.On(page, $"/plans/{report.Ref.Plan}/reports/{report.Ref.Period}")
            .First(one => one.Sent().Any(field => field is { Key: "day", Value: "2026-05-20" }));
        var extend = new Browser(programme.Http, form.Action, "officer-one");
        await extend.PostAsync([
            .. form.Sent().Where(field => field.Key is not ("day" or "act")),
            new("day", "2026-05-18"),
            new("act", "extend"),
        ]);
        Assert.Equal(HttpStatusCode.OK, extend.Status);
        await programme.Platform.Busy.QuietAsync();
        ReportRecord after = await programme.ReadAsync(report);
        Assert.Equal(new DateOnly(2026, 5, 18), after.TimeRequests[0].Decision!.Day);
        LocalMessage told = Assert.Single(
            programme.Of("Notice", report.Person.Email, before),
            mail => mail.Subject.Contains("More time", StringComparison.Ordinal)
        );
        Assert.Contains("The report is now due Monday 18 May 2026", Unwrapped(told.Text), StringComparison.Ordinal);
        Assert.Contains("You had asked for time until 20 May 2026", Unwrapped(told.Text), StringComparison.Ordinal);
        HumanTaskRecord task = (await TaskRows.FindAsync(programme.Table, TimeTaskOf(report), CancellationToken.None))!.Value;
        Assert.Equal(TaskState.Answered, task.State);

        // what it leads to takes figures as before, and a second request is one of its own
        await programme.Platform.Mail.ReplyAsync(
            told.Id,
            new InboundReply { Text = "MORE TIME: 1 May, again", Language = report.Person.Language.Tag }
        );
        await programme.Platform.Busy.QuietAsync();
        Assert.Contains(
            programme.Of("QuestionBack", report.Person.Email, before),
            mail => Unwrapped(mail.Text).Contains("must lie after the present one", StringComparison.Ordinal)
        );
        Assert.Single((await programme.ReadAsync(report)).TimeRequests);
    }

    /// <summary>Nobody has to wonder whether a request has arrived; and a report that is asked more time for is not handed in.</summary>
    [Fact]
    public async Task The_same_request_again_is_confirmed_again_and_figures_beside_it_wait_for_SUBMIT()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        const string line = "MORE TIME: 20 May, the northern posts are late";
        string figures = (await programme.FullAnswerAsync(report)).Replace("SUBMIT", line, StringComparison.Ordinal);
        await programme.ReplyAsync(report, new InboundReply { Text = figures });
        ReportRecord asked = await programme.ReadAsync(report);
        Assert.Equal(ReportState.Open, asked.State);
        Assert.NotEmpty(asked.Entries);
        Assert.Null(Assert.Single(asked.TimeRequests).Decision);
        long before = programme.Platform.Mail.Newest;

        await programme.ReplyAsync(report, new InboundReply { Text = line });

        LocalMessage confirmed = Assert.Single(programme.Of("Notice", report.Person.Email, before));
        Assert.Contains("You have asked for time until 20 May 2026", Unwrapped(confirmed.Text), StringComparison.Ordinal);
        Assert.Single((await programme.ReadAsync(report)).TimeRequests);

        await programme.ReplyAsync(report, new InboundReply { Text = "SUBMIT" });
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
    }

    private static bool About(LocalMessage mail, OpenReport report) => mail.CustomArgs["stream"] == report.Ref.Stream.Value;

    private static Workflows.Identifiers.TaskRef TimeTaskOf(OpenReport report) =>
        new(report.Ref.Stream, new Workflows.Identifiers.TaskId($"{report.Ref.Plan}-moretime-{report.Ref.Period}-n1"));

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
