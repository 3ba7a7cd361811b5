using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

public sealed partial class ContributionScenarios
{
    [Fact]
    public async Task A_part_that_is_taken_back_is_told_to_its_colleague()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        Person colleague = await ColleagueAsync(report);
        string code = (await FiguresAsync(report))[0].Code;
        await programme.ReplyAsync(report, new InboundReply { Text = $"ASSIGN {code}: {colleague.Email}" });
        string path = $"/plans/{report.Ref.Plan}/reports/{report.Ref.Period}";
        string shown = await new Browser(programme.Http, path, "officer-one").OpenAsync();
        Malformed.PageForm form = Malformed.PageForm.On(shown, path).Single(one => one.Sent().Any(field => field.Value == "back-1"));
        long before = programme.Platform.Mail.Newest;

        var back = new Browser(programme.Http, form.Action, "officer-one");
        await back.PostAsync([.. form.Sent()]);

        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(PartOutcome.TakenBack, Assert.Single(ContributionRules.Of(await programme.ReadAsync(report))).Ended?.Outcome);
        Assert.Contains(
            $"no longer asks you for {code}",
            Words(Assert.Single(programme.Of("Notice", colleague.Email, before))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_asked_of_another_is_told_to_the_colleague_whom_it_was_asked_of()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        Person colleague = await ColleagueAsync(report);
        Person other = (await programme.RegisterAsync()).People.Values.First(person =>
            person.Id != report.Person.Id
            && person.Roles.Any(held => held.Role == Role.Alternate && held.Administration == report.Person.Roles[0].Administration)
        );
        FormItem[] figures = await FiguresAsync(report);
        await programme.ReplyAsync(report, new InboundReply { Text = $"ASSIGN {figures[0].Code}, {figures[1].Code}: {colleague.Email}" });
        long before = programme.Platform.Mail.Newest;

        await programme.ReplyAsync(report, new InboundReply { Text = $"ASSIGN {figures[1].Code}: {other.Email}" });
        await programme.ReplyAsync(report, new InboundReply { Text = $"ASSIGN {figures[0].Code}: {other.Email}" });

        Assert.Equal(
            [$"no longer asks you for {figures[1].Code}.", $"no longer asks you for {figures[0].Code}."],
            programme.Of("Notice", colleague.Email, before).Select(mail => NoLonger().Match(Words(mail)).Value)
        );
        IReadOnlyList<Finding> findings = await StorageAudit.RunAsync(programme.Platform.Storage!);
        Assert.DoesNotContain(findings, finding => finding.Stream == report.Ref.Stream.Value);
    }

    [GeneratedRegex("no longer asks you for [^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoLonger();
}
