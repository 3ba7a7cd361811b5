using System.Text.Json;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Meetings;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;
using ACip.Workflows.Verification;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Life;

/// <summary>A programme year: ten events, one of them an expert mission; the annual meeting; a new Member and a new donor; a Member and a
/// donor that leave; and what the donor report says of all that.</summary>
public sealed class ProgrammeYearTests(ITestOutputHelper output)
{
    private const int Events = 10;

    [Fact]
    public async Task A_year_of_the_programme_s_own_life_is_walked_by_mail_and_page_and_stands_in_the_donor_report()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(3);
        ProgrammeRegister register = await world.Inner.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        string[] homes = [.. register.Administrations.Keys.Select(id => id.Value).Order(StringComparer.Ordinal)];
        await EnterAsync(world);
        await PlanEventsAsync(world, homes);
        await RecommendAsync(world, homes[1].ToLowerInvariant());
        await CallMeetingAsync(world);
        await BringMemberInAsync(world, register);
        await BringDonorInAsync(world, homes[0]);
        await TalkAsync(world, homes);
        await HoldEventsAsync(world, homes);
        await MeetAsync(world, homes);
        await FollowAsync(world, homes[1].ToLowerInvariant());
        await LeaveAsync(world, homes[2]);
        await ReportAsync(world);
        Assert.Equal([], (await world.Inner.Platform.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Equal([], await StorageAudit.RunAsync(world.Inner.Platform.Storage!));
    }

    private static async Task EnterAsync(LifeWorld world)
    {
        await world.PutNewAsync(
            "api/multilateral/initiatives/ac-ei",
            new
            {
                id = "ac-ei",
                title = "Integrity in Eastern and Southern Africa",
                reach = "Regional",
                start = "2026-01-01",
                end = "2027-12-31",
                administrations = Array.Empty<string>(),
                results = new[]
                {
                    new
                    {
                        code = "I1",
                        statement = "Customs administrations have a joint code of conduct",
                        unit = "administrations",
                        baseline = 0,
                        target = 6,
                        figures = Array.Empty<object>(),
                    },
                },
                themes = new
                {
                    keyFactors = new[] { 7 },
                    uncac = new[] { 8 },
                    sdg16 = new[] { "16.5" },
                },
            }
        );
        await world.SubmitAsync(
            "/multilateral",
            new("act", "figure"),
            new("result", "ac-ei|I1"),
            new("on", "2026-02-20"),
            new("value", "4"),
            new("source", "Minutes of the regional forum")
        );
        await world.SubmitAsync(
            "/multilateral",
            new("act", "instrument"),
            new("id", "internal-control"),
            new("kind", "Curriculum"),
            new("title", "Internal control curriculum"),
            new("version", "2.0"),
            new("issued", "2026-01-15"),
            new("changes", "A module on risk registers"),
            new("factors", "6")
        );
        await world.PutNewAsync(
            "api/multilateral/experts/expert-one",
            new
            {
                person = "expert-one",
                keyFactors = new[] { 6, 7 },
                languages = new[] { "En", "Fr" },
                available = new[] { new { from = "2026-01-01", until = "2026-12-31" } },
            }
        );
    }

    private static async Task PlanEventsAsync(LifeWorld world, string[] homes)
    {
        string who = await world.PageAsync(
            $"/multilateral?administration={homes[0]}&factors=6,8&language=En&start=2026-05-04&end=2026-05-08"
        );
        Assert.Contains("knows 1 of 2 key factors asked for: 6", who, StringComparison.Ordinal);
        Assert.Contains("is available on these days", who, StringComparison.Ordinal);
        await world.SubmitAsync(
            "/multilateral",
            new("act", "event"),
            new("id", "mission"),
            new("kind", "ExpertMission"),
            new("title", "Review of internal audit"),
            new("start", "2026-05-04"),
            new("end", "2026-05-08"),
            new("place", "Head office"),
            new("invited", homes[0]),
            new("factors", "6"),
            new("expert", "expert-one"),
            new("terms", "Review the internal audit charter and propose a plan.")
        );
        for (int number = 2; number <= Events; number++)
        {
            await world.PostAsync(
                "api/events",
                new
                {
                    id = $"workshop-{number}",
                    kind = number % 3 == 0 ? "ELearning" : "Workshop",
                    title = $"Workshop on integrity {number}",
                    start = $"2026-05-{number:00}",
                    end = $"2026-05-{number + 1:00}",
                    place = "Online",
                    invited = number == 2 ? homes : [homes[number % 2]],
                    keyFactors = new[] { 7 },
                    initiative = "ac-ei",
                    instrument = number == 2 ? "internal-control" : null,
                }
            );
        }

        Assert.Contains("Review the internal audit charter", world.Mail("event-mission", "", "Notice").Text, StringComparison.Ordinal);
    }

    private static Task CallMeetingAsync(LifeWorld world) =>
        world.SubmitAsync(
            "/meetings",
            new("act", "call"),
            new("title", "Annual meeting of A-CIP coordinators"),
            new("place", "Brussels"),
            new("start", "2026-06-15"),
            new("end", "2026-06-17"),
            new("agenda", "Results of the year; peer learning; the year to come.")
        );

    /// <summary>What a visit recommends: its owner is asked by mail, and says that it is not done yet.</summary>
    private static async Task RecommendAsync(LifeWorld world, string home)
    {
        await world.PostAsync(
            $"api/plans/{home}-2026/recommendations",
            new
            {
                id = "registers",
                source = "MonitoringVisit",
                found = "2026-01-15",
                finding = "Two offices keep no register of gifts.",
                wanted = "Keep a register in every office.",
                ofSecretariat = false,
                due = "2026-12-31",
            }
        );
        await world.Inner.ReplyAsync(
            world.Mail($"recommendation-{home}-2026-registers", "coordinator"),
            "V1: no\nV2: The forms are being printed."
        );
        Assert.Contains("The forms are being printed.", await world.PageAsync($"/plans/{home}-2026"), StringComparison.Ordinal);
    }

    /// <summary>Asked again a month later, it says that it is done; an officer closes it.</summary>
    private static async Task FollowAsync(LifeWorld world, string home)
    {
        await world.Inner.ReplyAsync(
            world.Mail($"recommendation-{home}-2026-registers", "coordinator"),
            "V1: yes\nV2: Every office has one."
        );
        Assert.Contains("Every office has one.", await world.PageAsync($"/plans/{home}-2026"), StringComparison.Ordinal);
        await world.PostAsync($"api/plans/{home}-2026/recommendations/registers/closing", new { reason = "Seen at the second visit." });
        Assert.Contains("Closed on", await world.PageAsync($"/plans/{home}-2026"), StringComparison.Ordinal);
    }

    /// <summary>Interest by page, confirmation and name by mail, an officer's check behind a link, the first plan by itself.</summary>
    private static async Task BringMemberInAsync(LifeWorld world, ProgrammeRegister register)
    {
        await world.SubmitAsync(
            "/onboarding",
            new("act", "member"),
            new("id", "BJ"),
            new("name", "Benin"),
            new("region", "WCA"),
            new("donor", register.Agreements[new AgreementId("norad-acip-2026")].Donor.Value),
            new("language", "Fr"),
            new("zone", "Africa/Porto-Novo"),
            new("weekend", "sunday"),
            new("fiscal", "01-01"),
            new("head", "Aïcha Exemple"),
            new("email", "head.bj@customs-bj.example"),
            new("plan", "2026-07-01")
        );
        await world.Inner.ReplyAsync(
            world.Mail("member-bj", "head.bj"),
            "M1: oui\nM2: Koffi Exemple\nM3: koffi.exemple@customs-bj.example"
        );
        Assert.Equal(
            MemberState.Confirmed,
            (await world.Inner.Platform.Get<MemberService>().ListAsync(CancellationToken.None)).Single().State
        );
        await world.AnswerByPageAsync(world.Mail("member-bj", "officer"), new KeyValuePair<string, string>("v-N1", "yes"));
        MemberRecord joined = (await world.Inner.Platform.Get<MemberService>().ListAsync(CancellationToken.None)).Single();
        Assert.Equal((MemberState.Joined, new PlanId("bj-2026")), (joined.State, joined.FirstPlan));
        LocalMessage drafting = world.Mail("plan-bj-2026", "koffi.exemple", "DraftingTask");
        Assert.Contains("Koffi Exemple", drafting.Text, StringComparison.Ordinal);
    }

    /// <summary>A step is done only once the register shows it.</summary>
    private static async Task BringDonorInAsync(LifeWorld world, string home)
    {
        await world.PostAsync(
            "api/onboarding/donors",
            new
            {
                donor = new
                {
                    id = "helvetia",
                    name = "Helvetia Fund",
                    iatiReference = "XM-EXAMPLE-HF",
                    language = "Fr",
                },
                contactName = "Reto Beispiel",
                contactEmail = "reto@helvetia-fund.example",
            }
        );
        DonorService donors = world.Inner.Platform.Get<DonorService>();
        LocalMessage first = world.Mail("donor-helvetia", "officer");
        await world.AnswerByPageAsync(first, new KeyValuePair<string, string>("v-D1", "yes"));
        Assert.Equal(DonorState.Agreement, (await donors.ListAsync(CancellationToken.None)).Single().State);
        JsonElement norad = await world.GetAsync("api/agreements/norad-acip-2026");
        Dictionary<string, object?> agreement = JsonSerializer.Deserialize<Dictionary<string, object?>>(norad.GetRawText())!;
        agreement["id"] = "helvetia-acip";
        agreement["officialNumber"] = "HF 12/2026";
        agreement["donor"] = "helvetia";
        agreement["title"] = "Integrity in customs";
        agreement["administrations"] = new[] { home, "BJ" };
        await world.PutNewAsync("api/agreements/helvetia-acip", agreement);
        await world.PutNewAsync(
            "api/agreements/helvetia-acip/allocations/first",
            new
            {
                id = "first",
                agreement = "helvetia-acip",
                administration = home,
                amount = 1000,
                currency = "CHF",
                from = "2026-03-01",
                until = "2026-12-31",
                purpose = "Training",
            }
        );
        foreach (DonorState step in new[] { DonorState.Agreement, DonorState.Framework, DonorState.Allocation, DonorState.Schedule })
        {
            Assert.Equal(step, (await donors.ListAsync(CancellationToken.None)).Single().State);
            await world.AnswerByPageAsync(world.Mail("donor-helvetia", "officer"), new KeyValuePair<string, string>("v-D1", "yes"));
        }

        Assert.NotNull((await donors.ListAsync(CancellationToken.None)).Single().Joined);
        Assert.Contains("HF 12/2026", world.Mail("donor-helvetia", "reto", "Notice").Text, StringComparison.Ordinal);
    }

    /// <summary>A topic, a reply, and who reads it.</summary>
    private static async Task TalkAsync(LifeWorld world, string[] homes)
    {
        await world.PostAsync(
            "api/multilateral/topics",
            new
            {
                id = "gifts",
                title = "Gift registers",
                question = "How do you keep yours?",
                keyFactors = new[] { 7 },
                closes = "2026-12-01",
            }
        );
        await world.Inner.ReplyAsync(
            world.Mail("community-gifts", $"coordinator.{homes[0]}", "Notice"),
            "We publish ours every month on the intranet."
        );
        Assert.Contains(
            "We publish ours every month",
            world.Mail("community-gifts", $"coordinator.{homes[1]}", "Notice").Text,
            StringComparison.Ordinal
        );
        Assert.Contains("We publish ours every month", await world.PageAsync("/multilateral"), StringComparison.Ordinal);
    }

    /// <summary>Registered by mail and by page, one silent; afterwards who came, by mail.</summary>
    private static async Task HoldEventsAsync(LifeWorld world, string[] homes)
    {
        await world.Inner.ReplyAsync(world.Mail("event-mission", $"coordinator.{homes[0]}"), "T1: yes\nT2: 3\nT3: 2");
        await world.Inner.ReplyAsync(
            world.Mail("event-workshop-2", $"coordinator.{homes[0]}"),
            "T1: yes\nT2: 4\nT3: 5\nT4: Risk registers"
        );
        await world.AnswerByPageAsync(
            world.Mail("event-workshop-2", $"coordinator.{homes[1]}"),
            new KeyValuePair<string, string>("v-T1", "no")
        );
        for (int number = 3; number <= Events; number++)
        {
            await world.Inner.ReplyAsync(world.Mail($"event-workshop-{number}", "coordinator"), "T1: yes\nT2: 1\nT3: 1");
        }

        await world.ToAsync(2026, 5, 14);
        await world.Inner.ReplyAsync(world.Mail("event-mission", $"coordinator.{homes[0]}"), "P1: 3\nP2: 2\nE1: 5\nE2: The audit plan");
        await world.Inner.ReplyAsync(
            world.Mail("event-workshop-2", $"coordinator.{homes[0]}"),
            "P1: 4\nP2: 4\nP3: 1\nE1: 4\nE2: The risk register\nU1: yes"
        );
        for (int number = 3; number <= Events; number++)
        {
            await world.Inner.ReplyAsync(world.Mail($"event-workshop-{number}", "coordinator"), "P1: 1\nP2: 1\nE1: 4");
        }

        EventReadModel[] held = [.. await world.Inner.Platform.Get<MultilateralQuery>().EventsAsync(CancellationToken.None)];
        Assert.Equal(Events, held.Length);
        Assert.Equal(Events - 1, held.Count(one => one.Event.State == DeliveryState.Held)); // one still waits for who was silent
        Assert.Equal(
            (4, 4, 1),
            held.Single(one => one.Event.Id == "workshop-2").Delivered.Select(row => (row.Women, row.Men, row.NotStated)).Single()
        );
        string page = await world.PageAsync("/events/workshop-2");
        Assert.Contains("The risk register", page, StringComparison.Ordinal);
    }

    private static async Task MeetAsync(LifeWorld world, string[] homes)
    {
        await world.Inner.ReplyAsync(
            world.Mail("meeting-2026", $"coordinator.{homes[0]}"),
            "C1: yes\nC2: 1\nC3: 1\nC4: Rotation of posts every three years\nC5: How do others protect reporters?"
        );
        await world.AnswerByPageAsync(
            world.Mail("meeting-2026", $"coordinator.{homes[1]}"),
            new("v-C1", "yes"),
            new("v-C2", "1"),
            new("v-C3", "0")
        );
        await world.ToAsync(2026, 6, 18);
        LocalMessage pack = world.Mail("meeting-2026", $"coordinator.{homes[1]}", "Notice");
        Assert.Contains("Rotation of posts every three years", pack.Text, StringComparison.Ordinal);
        Assert.Contains("How do others protect reporters?", pack.Text, StringComparison.Ordinal);
        Assert.Contains("/meetings/2026", world.Mail("meeting-2026", "officer").Text, StringComparison.Ordinal);
        await world.SubmitAsync(
            "/meetings/2026",
            new("act", "minutes"),
            new("minutes", "Members agreed to share their gift registers."),
            new($"women-{homes[0]}", "1"),
            new($"men-{homes[0]}", "1"),
            new($"women-{homes[1]}", "1"),
            new($"men-{homes[1]}", "0"),
            new("point-1", "Share the gift register"),
            new("whose-1", homes[0]),
            new("due-1", "2026-09-30"),
            new("point-2", "Publish the minutes"),
            new("whose-2", ""),
            new("due-2", "2026-07-31")
        );
        Assert.Contains(
            "Share the gift register",
            world.Mail("meeting-2026", $"coordinator.{homes[1]}", "Notice").Text,
            StringComparison.Ordinal
        );
        await world.Inner.Platform.AdvanceAsync(TimeSpan.FromDays(1));
        await world.Inner.ReplyAsync(
            world.Mail("meeting-2026", $"coordinator.{homes[0]}"),
            "A1: yes\nA2: It is on the intranet of all Members."
        );
        await world.AnswerByPageAsync(
            world.Mail("meeting-2026", "officer"),
            new("v-A1", "yes"),
            new("v-A2", "Published on the programme's page.")
        );
        MeetingRecord meeting = (await world.Inner.Platform.Get<MeetingService>().ListAsync(CancellationToken.None)).Single().Value;
        Assert.Equal((MeetingState.Closed, 2), (meeting.State, meeting.Points.Count(point => point.Done == true)));
    }

    private static async Task LeaveAsync(LifeWorld world, string home)
    {
        await world.ToAsync(2026, 11, 2);
        await world.SubmitAsync(
            "/onboarding",
            new("act", "member-leaves"),
            new("administration", home),
            new("reason", "It goes on by its own means.")
        );
        await world.PostAsync("api/onboarding/donors/helvetia/exit", new { lastDay = "2026-12-31", reason = "The fund closes." });
        Assert.Contains(
            "31 December 2026",
            world.Mail("donor-helvetia", "reto", "Notice").Text.Replace("décembre", "December", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        await world.ToAsync(2026, 11, 4);
        ProgrammeRegister register = await world.Inner.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        Assert.DoesNotContain(new AdministrationId(home), register.TakingPart(new DateOnly(2026, 11, 4)));
        Assert.Equal(new DateOnly(2026, 12, 31), register.Agreements[new AgreementId("helvetia-acip")].End);
    }

    private async Task ReportAsync(LifeWorld world)
    {
        await world.ToAsync(2027, 3, 11);
        string report = await world.PageAsync("/donor-reports/norad-acip-2026/20260101-20261231/en/report.html", "approver-one");
        foreach (
            string said in new[]
            {
                "Review of internal audit",
                "Workshop on integrity 2",
                "Internal control curriculum",
                "Customs administrations have a joint code of conduct",
                "Annual meeting of A-CIP coordinators",
                "Helvetia Fund",
                "Benin",
                "a Member left",
                "articles 8, 9, 14 and 36",
            }
        )
        {
            Assert.True(report.Contains(said, StringComparison.Ordinal), $"The report does not say: {said}");
        }

        Assert.DoesNotContain("No event is registered", report, StringComparison.Ordinal);
        output.WriteLine($"{world.Inner.Platform.Mail.List().Count} mails");
        string french = await world.PageAsync("/donor-reports/helvetia-acip/20260101-20261231/en/report.html", "approver-one");
        Assert.Contains("Review of internal audit", french, StringComparison.Ordinal);
        Assert.Contains("Final report to Helvetia Fund", french, StringComparison.Ordinal); // its agreement ended early, after a year
        Assert.Contains("Targets that were not met", french, StringComparison.Ordinal);
    }
}
