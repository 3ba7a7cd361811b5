using ACip.Local.Mail;
using ACip.Tests.Scenarios.Cycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

public sealed partial class ContributionScenarios
{
    [Fact]
    public async Task A_part_that_the_coordinator_answers_without_handing_in_is_asked_of_its_colleague_no_more()
    {
        (OpenReport report, Person colleague, FormItem[] figures) = await AssignedAsync();
        long before = programme.Platform.Mail.Newest;

        await programme.ReplyAsync(report, new InboundReply { Text = $"{figures[0].Code}: 7\n{figures[1].Code}: 8" });

        ReportRecord after = await programme.ReadAsync(report);
        Assert.Equal(ReportState.Open, after.State);
        HumanTaskRecord task = (await TaskRows.FindAsync(programme.Table, ContributionTasks.Of(after, 1), CancellationToken.None))!.Value;
        Assert.NotEqual(TaskState.Open, task.State);
        string told = Words(Assert.Single(programme.Of("Notice", colleague.Email, before)));
        Assert.Matches($"has answered {figures[0].Code} and {figures[1].Code}\\.", told);
        Assert.DoesNotContain("handed the report in", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_of_a_report_is_told_to_a_colleague_with_the_day_and_the_page_of_their_part()
    {
        (OpenReport report, Person colleague, FormItem[] figures) = await AssignedAsync();
        long before = programme.Platform.Mail.Newest;

        await programme.Platform.WakeAsync(
            await programme
                .Platform.Get<ReportOfficerService>()
                .ExtendAsync(report.Ref, new DateOnly(2026, 6, 3), "A new office.", new PersonId("officer-one"), CancellationToken.None)
        );

        Assert.Contains("3 June 2026", Words(Assert.Single(programme.Of("Notice", report.Person.Email, before))), StringComparison.Ordinal);
        LocalMessage told = Assert.Single(programme.Of("Notice", colleague.Email, before));
        Assert.DoesNotContain("3 June 2026", Words(told), StringComparison.Ordinal); // the coordinator needs some days with it
        string page = await new Browser(programme.Http, OpenReports.LinkIn(told)).OpenAsync();
        Assert.Contains($"name=\"{FormFields.Value(figures[0])}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"{FormFields.Value(figures[2])}\"", page, StringComparison.Ordinal);
    }

    /// <summary>A report of which the head of customs was asked for two figures of three.</summary>
    private async Task<(OpenReport Report, Person Colleague, FormItem[] Figures)> AssignedAsync()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        Person colleague = await ColleagueAsync(report);
        FormItem[] figures = await FiguresAsync(report);
        await programme.ReplyAsync(report, new InboundReply { Text = $"ASSIGN {figures[0].Code}, {figures[1].Code}: {colleague.Email}" });
        return (report, colleague, figures);
    }
}
