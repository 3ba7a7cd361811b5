using System.Net;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;

namespace ACip.Tests.Scenarios.Decisions;

/// <summary>Who wrote any part of something does not decide on it, whatever roles they have; and where nobody is left, the officers are
/// asked for a substitute. Roles change here, so the programme is this class's own.</summary>
public sealed class WhoWroteTests(ReportsFixture programme) : IClassFixture<ReportsFixture>
{
    private readonly PlanWorld world = programme.World;

    [Fact]
    public async Task An_officer_who_gave_a_figure_a_note_or_a_correction_cannot_accept_the_report()
    {
        ReportRef entered = programme.Take(),
            corrected = programme.Take(),
            noted = programme.Take();
        (await programme.EnterAsync("officer-one", entered, 10)).Is(HttpStatusCode.OK);
        await AuthorAsync("officer-one", entered);
        (await programme.DecideAsync("officer-two", entered, new { approved = true })).Is(HttpStatusCode.OK);

        // one figure of many, after the coordinator has handed all of them in
        (await programme.EnterAsync(ReportsFixture.CoordinatorOf(corrected.Plan), corrected, 10)).Is(HttpStatusCode.OK);
        (await programme.CorrectAsync("officer-one", corrected, await programme.NumberAsync(corrected), 11)).Is(HttpStatusCode.OK);
        await AuthorAsync("officer-one", corrected);
        (await programme.DecideAsync("approver-one", corrected, new { approved = true })).Is(HttpStatusCode.OK);

        (await programme.EnterAsync(ReportsFixture.CoordinatorOf(noted.Plan), noted, 10)).Is(HttpStatusCode.OK);
        (await NoteAsync("officer-one", noted)).Is(HttpStatusCode.OK);
        await AuthorAsync("officer-one", noted);
        (await programme.DecideAsync("officer-two", noted, new { approved = true })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_figure_that_was_accepted_before_bars_nobody_from_the_rest()
    {
        ReportRef report = programme.Take();
        (await programme.EnterAsync(ReportsFixture.CoordinatorOf(report.Plan), report, 10)).Is(HttpStatusCode.OK);
        string item = await programme.NumberAsync(report);
        (await programme.CorrectAsync("officer-one", report, item, 11)).Is(HttpStatusCode.OK);
        string other = (await programme.ReadAsync(report)).Entries.Keys.First(code => code != item);
        (
            await programme.DecideAsync(
                "officer-two",
                report,
                new
                {
                    approved = false,
                    items = new Dictionary<string, string> { [other] = "Why?" },
                    acceptOthers = true,
                }
            )
        ).Is(HttpStatusCode.OK);
        (await programme.EnterAsync(ReportsFixture.CoordinatorOf(report.Plan), report, 12)).Is(HttpStatusCode.OK);
        (await programme.DecideAsync("officer-one", report, new { approved = true })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_began_or_revised_a_plan_and_who_fed_a_donor_report_are_its_authors()
    {
        (await world.SendAsync("officer-one", HttpMethod.Post, "api/plans", new { administration = "AF", start = "2031-01-01" })).Is(
            HttpStatusCode.Created
        );
        var plan = new PlanId("af-2031");
        DraftMark mark = (await world.Table.FindAsync<DraftMark>(StreamId.Of(plan), PlanRows.DraftMark, CancellationToken.None))!.Value;
        Assert.Contains(new PersonId("officer-one"), PlanAuthors.Of(await world.PlanAsync(plan), mark));

        (
            await world.SendAsync(
                "officer-two",
                HttpMethod.Post,
                "api/plans/af-2026/revision",
                new { reason = "The register counts otherwise.", effectiveFrom = "2026-10-01" }
            )
        ).Is(HttpStatusCode.OK);
        Assert.Contains(new PersonId("officer-two"), PlanAuthors.Of(await world.PlanAsync(new PlanId("af-2026")), null));
        (await world.SendAsync("officer-two", HttpMethod.Delete, "api/plans/af-2026/revision", new { reason = "It does not." })).Is(
            HttpStatusCode.OK
        );

        // texts written over by a colleague, and a register: both hands count
        const string donor = "api/donor-reports/norad-acip-2026/20260101-20261231";
        foreach (string officer in new[] { "officer-one", "officer-two" })
        {
            (
                await world.SendAsync(
                    officer,
                    HttpMethod.Put,
                    $"{donor}/texts",
                    new
                    {
                        narratives = new[]
                        {
                            new
                            {
                                section = "Summary",
                                language = "En",
                                text = $"By {officer}.",
                            },
                        },
                    }
                )
            ).Is(HttpStatusCode.OK);
        }

        var report = DonorSchedule.Begin(
            (await world.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).Agreements[new AgreementId("norad-acip-2026")],
            new DonorReportRef(new AgreementId("norad-acip-2026"), new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))
        );
        SecretariatTexts texts = (await DonorReportRows.TextsAsync(world.Table, report, CancellationToken.None)).Texts!;
        Assert.Equal([new PersonId("officer-one"), new PersonId("officer-two")], texts.Authors);
    }

    [Fact]
    public async Task Where_nobody_is_left_who_may_decide_the_officers_are_asked_for_a_substitute_and_the_substitute_is_asked()
    {
        ReportRef report = programme.Take();
        (await programme.EnterAsync(ReportsFixture.CoordinatorOf(report.Plan), report, 10)).Is(HttpStatusCode.OK);
        string[] all = ["officer-one", "officer-two", "approver-one", "approver-two"];
        await programme.GiveAsync("approver-one", Role.ProgrammeOfficer);
        await programme.GiveAsync("approver-two", Role.ProgrammeOfficer);
        long before = world.Platform.Mail.Newest;
        foreach (string person in all)
        {
            (await NoteAsync(person, report)).Is(HttpStatusCode.OK);
        }

        await world.Platform.AdvanceAsync(TimeSpan.FromDays(3));
        string[] told = [.. Sent("NobodyDecides", before)];
        Assert.Contains("officer.one@acip-secretariat.example", told);
        Assert.Contains("officer.two@acip-secretariat.example", told);
        Assert.Equal(told.Length, told.Distinct().Count());
        foreach (string person in all)
        {
            await AuthorAsync(person, report);
        }

        before = world.Platform.Mail.Newest;
        await programme.GiveAsync("expert-one", Role.Approver);
        await world.Service<NoticePaceService>().ChooseAsync(new PersonId("expert-one"), NoticePace.Each, CancellationToken.None);
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.Equal("expert.one@acip-secretariat.example", Assert.Single(Sent("ReviewTask", before)));
        (await programme.DecideAsync("expert-one", report, new { approved = true })).Is(HttpStatusCode.OK);
    }

    private Task<Answer> NoteAsync(string person, ReportRef report) =>
        world.SendAsync(
            person,
            HttpMethod.Put,
            $"{ReportsFixture.PathOf(report)}/notes",
            new
            {
                risks = Array.Empty<object>(),
                deviations = new[] { new { item = "A1", whatAndWhy = $"Later than planned, says {person}." } },
                events = Array.Empty<object>(),
            },
            "*"
        );

    private async Task AuthorAsync(string person, ReportRef report)
    {
        Answer refused = (await programme.DecideAsync(person, report, new { approved = true })).Is(HttpStatusCode.Conflict);
        Assert.EndsWith(FourEyes.Rule, refused.Json["type"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(ReportState.Submitted, (await programme.ReadAsync(report)).State);
    }

    private IEnumerable<string> Sent(string kind, long after) =>
        world
            .Platform.Mail.List(null, after)
            .Where(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind)
            .Select(mail => mail.Recipient.Email);
}
