using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Cycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using Decision = ACip.Workflows.HumanTasks.Decision;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>An officer enters a report on behalf of an administration, whose people read what was entered and what becomes of it.</summary>
[Collection(ToldCollection.Name)]
public sealed class EnteredOnBehalfScenarios(FewReports programme)
{
    private static readonly PersonId Officer = new("officer-one");

    [Fact]
    public async Task What_an_officer_enters_on_behalf_is_told_to_all_who_speak_for_the_administration_and_so_is_its_acceptance()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        ReportRecord file = await programme.ReadAsync(report);
        ProgrammeRegister register = await programme.RegisterAsync();
        Person[] coordinators = [.. register.Answering(file.Administration, Today).Select(one => register.People[one])];
        Assert.Contains(report.Person.Id, coordinators.Select(one => one.Id));
        Assert.True(coordinators.Length > 1);
        FormItem[] items = [.. (await programme.ItemsAsync(report)).Where(ReportItems.IsFigure)];
        long before = programme.Platform.Mail.Newest;

        await EnterAsync(report, new ParsedReply(null, [Number(items[0].Code, 5317)], []));
        foreach (Person one in coordinators)
        {
            LocalMessage mail = Assert.Single(programme.Of("Acknowledgement", one.Email, before));
            Assert.Contains(
                "has entered this in your report on your behalf. The report is not handed in yet.",
                Words(mail),
                StringComparison.Ordinal
            );
            Assert.Matches($@"- {items[0].Code}: [^\n]*\b5,?317\b", mail.Text.ReplaceLineEndings("\n"));
        }

        Assert.Empty(programme.Of("Acknowledgement", register.People[Officer].Email, before)); // who knows it

        before = programme.Platform.Mail.Newest;
        await EnterAsync(report, new ParsedReply(new Command.Submit(), [.. items.Select(item => Number(item.Code, 5318))], []));
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
        foreach (Person one in coordinators)
        {
            LocalMessage handedIn = Assert.Single(programme.Of("Acknowledgement", one.Email, before));
            Assert.Contains("on your behalf. The report is handed in.", Words(handedIn), StringComparison.Ordinal);
            Assert.Matches($@"- {items[1].Code}: [^\n]*\b5,?318\b", handedIn.Text.ReplaceLineEndings("\n"));
        }

        await ItsCoordinatorsCorrectItAsync(report, programme.Of("Acknowledgement", report.Person.Email, before)[0], items);

        before = programme.Platform.Mail.Newest;
        await programme.Platform.WakeAsync(
            await Of<ReportService>().DecideAsync(report.Ref, new Decision(true), new PersonId("approver-one"), CancellationToken.None)
        );
        foreach (Person one in coordinators)
        {
            Assert.Single(programme.Of("ReportAccepted", one.Email, before));
        }

        Assert.Equal([], await StorageAudit.RunAsync(programme.Platform.Storage!));
    }

    /// <summary>By a reply and on the page: the officer who had handed it in is told.</summary>
    private async Task ItsCoordinatorsCorrectItAsync(OpenReport report, LocalMessage told, FormItem[] items)
    {
        string officer = (await programme.RegisterAsync()).People[Officer].Email;
        FormItem mailed = items.First(item => item is { Sensitive: false, Kind: FormItemKind.Number, Groups: null or { Count: 0 } });
        long before = programme.Platform.Mail.Newest;
        await programme.Platform.Mail.ReplyAsync(told.Id, new InboundReply { Text = $"{mailed.Code}: 9", Language = "en" });
        await programme.Platform.Busy.QuietAsync();
        // who had handed it in
        LocalMessage corrected = Assert.Single(programme.Of("Acknowledgement", officer, before));
        ReportEntry entry = (await programme.ReadAsync(report)).Entries[mailed.Code];
        Assert.Equal((9m, report.Person.Id), (entry.Value, entry.By));
        AssertLeadsToThePage(report, corrected);

        before = programme.Platform.Mail.Newest;
        await programme.AnswerOnThePageAsync(programme.MailToColleague(report), mailed, "5319");
        AssertLeadsToThePage(report, Assert.Single(programme.Of("Acknowledgement", officer, before)));
    }

    /// <summary>An officer has no link of their own, and corrects nothing by a reply.</summary>
    private static void AssertLeadsToThePage(OpenReport report, LocalMessage corrected)
    {
        Assert.Contains($"/plans/{report.Ref.Plan}/reports/", corrected.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/tasks/", corrected.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("If something is wrong", Words(corrected), StringComparison.Ordinal);
    }

    private DateOnly Today => DateOnly.FromDateTime(programme.Platform.Clock.GetUtcNow().UtcDateTime);

    private async Task EnterAsync(OpenReport report, ParsedReply said) =>
        await programme.Platform.WakeAsync(
            await Of<ReportOfficerService>()
                .EnterAsync(report.Ref, said, Officer, EntrySource.OnBehalf(programme.Platform.Clock.GetUtcNow()), CancellationToken.None)
        );

    private static ReplyFigure Number(string code, decimal value) =>
        new(code, value, null, null, null, null, new Dictionary<string, decimal>(), $"{code}: {value}");

    private static string Words(LocalMessage mail) =>
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private T Of<T>()
        where T : notnull => programme.Platform.Get<T>();
}
