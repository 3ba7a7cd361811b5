using ACip.Local.Mail;
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
        Person[] coordinators = [.. register.Answering(file.Administration, new DateOnly(2026, 4, 14)).Select(one => register.People[one])];
        FormItem[] items = [.. (await programme.ItemsAsync(report)).Where(ReportItems.IsFigure)];
        long before = programme.Platform.Mail.Newest;

        await EnterAsync(report, new ParsedReply(null, [Number(items[0].Code, 7)], []));
        foreach (Person one in coordinators)
        {
            string noted = Words(Assert.Single(programme.Of("Acknowledgement", one.Email, before)));
            Assert.Contains(
                "has entered this in your report on your behalf. The report is not handed in yet.",
                noted,
                StringComparison.Ordinal
            );
            Assert.Contains(items[0].Code, noted, StringComparison.Ordinal);
        }

        before = programme.Platform.Mail.Newest;
        await EnterAsync(report, new ParsedReply(new Command.Submit(), [.. items.Select(item => Number(item.Code, 8))], []));
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
        foreach (Person one in coordinators)
        {
            string handedIn = Words(Assert.Single(programme.Of("Acknowledgement", one.Email, before)));
            Assert.Contains("on your behalf. The report is handed in.", handedIn, StringComparison.Ordinal);
        }

        // what it says can be corrected by a reply
        LocalMessage told = programme.Of("Acknowledgement", report.Person.Email, before)[0];
        FormItem mailed = items.First(item => item is { Sensitive: false, Kind: FormItemKind.Number, Groups: null or { Count: 0 } });
        await programme.Platform.Mail.ReplyAsync(told.Id, new InboundReply { Text = $"{mailed.Code}: 9", Language = "en" });
        await programme.Platform.Busy.QuietAsync();
        ReportEntry entry = (await programme.ReadAsync(report)).Entries[mailed.Code];
        Assert.Equal((9m, report.Person.Id), (entry.Value, entry.By));

        before = programme.Platform.Mail.Newest;
        await programme.Platform.WakeAsync(
            await Of<ReportService>().DecideAsync(report.Ref, new Decision(true), new PersonId("approver-one"), CancellationToken.None)
        );
        foreach (Person one in coordinators)
        {
            Assert.Single(programme.Of("ReportAccepted", one.Email, before));
        }
    }

    private async Task EnterAsync(OpenReport report, ParsedReply said) =>
        await programme.Platform.WakeAsync(
            await Of<ReportOfficerService>()
                .EnterAsync(report.Ref, said, Officer, EntrySource.OnBehalf(programme.Platform.Clock.GetUtcNow()), CancellationToken.None)
        );

    private static Figure Number(string code, decimal value) =>
        new(code, value, null, null, null, null, new Dictionary<string, decimal>(), $"{code}: {value}");

    private static string Words(LocalMessage mail) =>
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private T Of<T>()
        where T : notnull => programme.Platform.Get<T>();
}
