using System.Net;
using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Cycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>What is planned is reported: an activity that is due is asked for in the quarter's mail, told by reply, changed on the page,
/// and stands among the deviations.</summary>
public sealed class PlannedActivitiesScenarios : IAsyncLifetime
{
    private static readonly PlanId Plan = ApprovedPlan.Plan;
    private static readonly ReportRef Last = new(Plan, new PeriodKey("20261001-20261231"));

    private LocalPlatform? platform;

    private LocalPlatform Platform => platform!;

    public async Task InitializeAsync()
    {
        platform = await ApprovedPlan.StartAsync("activities");
        await Platform.AdvanceToAsync(At(2027, 1, 12));
    }

    public async Task DisposeAsync() => await Platform.DisposeAsync();

    [Fact]
    public async Task An_activity_that_is_due_is_asked_for_told_by_mail_and_by_page_and_is_a_deviation()
    {
        var plan = await Platform.Get<Workflows.ActionPlans.Lifecycle.PlanVersions>().ReadAsync(Plan, 1, CancellationToken.None);
        FormItem activity = ReportItems.Asked(plan, await ReadAsync()).First(item => item.Kind == FormItemKind.ActivityStatus);
        LocalMessage ask = Platform
            .Mail.List()
            .Last(mail => mail.CustomArgs["delivery"].Contains($"-report-{Last.Period}-", StringComparison.Ordinal));
        Assert.Contains(activity.Code, ask.Text, StringComparison.Ordinal);
        Person coordinator = (await Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).People[
            new PersonId("coordinator-af")
        ];
        await Platform.Mail.ReplyAsync(
            ask.Id,
            new InboundReply { Text = $"{activity.Code}: delayed to 30 June 2027, no venue was free", Language = coordinator.Language.Tag }
        );
        await Platform.Busy.QuietAsync();
        ReportEntry told = (await ReadAsync()).Entries[activity.Code];
        Assert.Equal(
            (ItemStatus.Delayed, new DateOnly(2027, 6, 30), "no venue was free"),
            (told.Status!.Value, told.Date!.Value, told.Narrative)
        );

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(Platform.BaseUrl),
        };
        string path = $"/plans/{Plan}/reports/{Last.Period}";
        string shown = await new Browser(http, path, "officer-one").OpenAsync();
        Assert.Contains("no venue was free", shown, StringComparison.Ordinal);

        string own = await new Browser(http, path, "coordinator-af").OpenAsync();
        Malformed.PageForm form = Malformed.PageForm.On(own, path).Single(one => one.Action.EndsWith("/entries", StringComparison.Ordinal));
        var typed = new Browser(http, form.Action, "coordinator-af");
        await typed.PostAsync([
            .. form.Sent().Where(field => field.Key != "lines"),
            new("lines", $"{activity.Code}: cancelled, the trainer left"),
        ]);
        Assert.Equal(HttpStatusCode.OK, typed.Status);
        await Platform.Busy.QuietAsync();
        Assert.Equal(ItemStatus.Cancelled, (await ReadAsync()).Entries[activity.Code].Status);
        shown = await new Browser(http, path, "officer-one").OpenAsync();
        int deviations = shown.IndexOf("Deviations and risks", StringComparison.Ordinal);
        Assert.True(deviations > 0 && shown.IndexOf("the trainer left", deviations, StringComparison.Ordinal) > 0);
    }

    private async Task<ReportRecord> ReadAsync() =>
        (await ReportRows.FindAsync(Platform.Get<ProgrammeTable>(), Last, CancellationToken.None))!.Value;

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 8, 0, 0, TimeSpan.Zero);
}
