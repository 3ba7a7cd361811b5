using ACip.Local.Mail;
using ACip.Tests.Scenarios.Life;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Onboarding.Members;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>The programme's own life, walked page by page as officers and coordinators do: each page as a telephone and a desk show it,
/// without a fault that axe knows, and in the pseudo-language.</summary>
public sealed class LifePagesTests(LifeSite site) : IClassFixture<LifeSite>
{
    private const string Officer = "officer-one";

    private LifeWorld World => site.World;

    [Fact]
    public async Task What_serves_all_administrations_is_entered_on_pages_and_a_request_finds_its_expert_with_reasons()
    {
        IPage page = await site.PageAsync(Officer);
        await page.GotoAsync("/multilateral");
        await EnterAsync(page);
        await site.SubmitAsync(
            page,
            "expert",
            ("person", "expert-one"),
            ("factors", "6, 7"),
            ("languages", "en"),
            ("languages", "fr"),
            ("from", site.In(0)),
            ("until", site.In(300))
        );
        await site.ReadsAsync(
            page,
            $"/multilateral?administration=AF&factors=6,8&language=En&start={site.In(40)}&end={site.In(44)}",
            "knows 1 of 2 key factors asked for: 6",
            "speaks the language",
            "is available on these days"
        );
        await LifeSite.LookAsync(page, "multilateral-matched");
        await site.ReadsAsync(
            page,
            $"/multilateral?administration=AF&factors=6&language=Es&start={site.In(400)}&end={site.In(404)}",
            "does not fit",
            "does not speak the language",
            "is not available on all of these days"
        );

        await page.GotoAsync("/multilateral");
        await site.SubmitAsync(
            page,
            "event",
            ("id", "mission"),
            ("kind", "ExpertMission"),
            ("title", "Review of internal audit"),
            ("place", "Head office"),
            ("start", site.In(40)),
            ("end", site.In(44)),
            ("invited", "AF"),
            ("factors", "6"),
            ("instrument", "internal-control"),
            ("expert", "expert-one"),
            ("terms", "Review the internal audit charter and propose a plan.")
        );
        await site.SubmitAsync(
            page,
            "topic",
            ("id", "gifts"),
            ("title", "Gift registers"),
            ("factors", "7"),
            ("closes", site.In(200)),
            ("question", "How do you keep yours?")
        );
        await page.GotoAsync("/multilateral");
        await LifeSite.LookAsync(page, "multilateral");
        await RegisterAsync(page);
    }

    /// <summary>The dashboard and the API list what an event asks, until it is answered behind the link.</summary>
    private async Task RegisterAsync(IPage page)
    {
        await site.ReadsAsync(page, "/", "Register for an event", "Afghanistan: Review of internal audit");
        await LifeSite.LookAsync(page, "dashboard-life");
        Assert.Contains("\"mission-register-af\"", (await World.GetAsync("api/tasks")).GetRawText(), StringComparison.Ordinal);
        long before = World.Inner.Platform.Mail.Newest;
        await World.Inner.Platform.FireAsync("ProgrammeOverviews");
        await World.Inner.Platform.Busy.QuietAsync();
        Assert.Contains(
            World.Inner.Platform.Mail.List(null, before),
            mail => mail.Text.Contains("Afghanistan: Register for an event, by", StringComparison.Ordinal)
        );
        LocalMessage ask = World.Mail("event-mission", "coordinator.af");
        await site.AnswerAsync(ask, "link-event", ("v-T1", "yes"), ("v-T2", "3"), ("v-T3", "2"));
        await PseudoAsync(null, System.Text.RegularExpressions.Regex.Match(ask.Text, "/tasks/[a-z2-7]{26}").Value);
        Assert.DoesNotContain("\"mission-register-af\"", (await World.GetAsync("api/tasks")).GetRawText(), StringComparison.Ordinal);
        await site.ReadsAsync(page, "/events/mission", "yes (5)", "Review the internal audit charter");
        await LifeSite.LookAsync(page, "event");
        await PseudoAsync(Officer, "/events/mission");
        await PseudoAsync(Officer, "/multilateral");
        EventReadModel held = Assert.Single(await World.Inner.Platform.Get<MultilateralQuery>().EventsAsync(CancellationToken.None));
        Assert.Equal((new PersonId("expert-one"), 1), (held.Event.Expert, held.Registered.Count));
    }

    private async Task EnterAsync(IPage page)
    {
        await site.SubmitAsync(
            page,
            "initiative",
            ("id", "forum"),
            ("title", "Integrity in Eastern and Southern Africa"),
            ("reach", "Regional"),
            ("start", "2026-01-01"),
            ("end", "2027-12-31"),
            ("administrations", "AF, ET"),
            ("factors", "7"),
            ("code", "I1"),
            ("statement", "Customs administrations have a joint code of conduct"),
            ("unit", "administrations"),
            ("baseline", "0"),
            ("target", "6")
        );
        await site.SubmitAsync(
            page,
            "figure",
            ("result", "forum|I1"),
            ("on", "2026-02-20"),
            ("value", "4"),
            ("source", "Minutes of the regional forum")
        );
        await site.SubmitAsync(
            page,
            "initiative",
            ("id", "forum"),
            ("code", "I2"),
            ("statement", "Trainers are trained"),
            ("unit", "people"),
            ("target", "20,5")
        );
        await site.SubmitAsync(
            page,
            "instrument",
            ("id", "internal-control"),
            ("kind", "Curriculum"),
            ("title", "Internal control curriculum"),
            ("version", "2.0"),
            ("issued", "2026-01-15"),
            ("changes", "A module on risk registers"),
            ("factors", "6")
        );
        await site.SubmitAsync(
            page,
            "uptake",
            ("instrument", "internal-control|2.0"),
            ("administration", "ET"),
            ("on", "2026-02-25"),
            ("women", "12"),
            ("men", "9")
        );
        Workflows.Multilateral.Entries.Initiative forum = Assert.Single(
            (await World.Inner.Platform.Get<MultilateralQuery>().ReadAsync(CancellationToken.None)).Initiatives
        );
        Assert.Equal([("I1", 6m, 1), ("I2", 20.5m, 0)], forum.Results.Select(one => (one.Code, one.Target ?? 0, one.Figures.Count)));
    }

    [Fact]
    public async Task A_meeting_is_called_answered_briefed_minuted_and_its_points_are_followed_up_on_pages()
    {
        IPage page = await site.PageAsync(Officer);
        await page.GotoAsync("/meetings");
        await site.SubmitAsync(
            page,
            "call",
            ("title", "Annual meeting of A-CIP coordinators"),
            ("place", "Brussels"),
            ("start", site.In(60)),
            ("end", site.In(62)),
            ("agenda", "Results of the year; peer learning; the year to come.")
        );
        await LifeSite.LookAsync(page, "meetings");
        string meeting = $"/meetings/{site.Today.AddDays(60).Year}",
            stream = meeting[1..].Replace("meetings/", "meeting-", StringComparison.Ordinal);
        await site.AnswerAsync(
            World.Mail(stream, "coordinator.af"),
            "link-meeting",
            ("v-C1", "yes"),
            ("v-C2", "1"),
            ("v-C3", "1"),
            ("v-C4", "Rotation of posts every three years"),
            ("v-C5", "How do others protect reporters?")
        );
        await site.ReadsAsync(page, meeting, "Afghanistan", "yes (2)", "Rotation of posts every three years");
        await LifeSite.LookAsync(page, "meeting-called");

        await World.Inner.Platform.AdvanceAsync(TimeSpan.FromDays(63));
        await page.GotoAsync(meeting);
        await LifeSite.LookAsync(page, "meeting-minutes");
        await site.SubmitAsync(
            page,
            "minutes",
            ("minutes", "Members agreed to share their gift registers."),
            ("women-AF", "1"),
            ("men-AF", "1"),
            ("point-1", "Share the gift register"),
            ("whose-1", "AF"),
            ("due-1", site.In(60)),
            ("point-2", "Publish the minutes"),
            ("due-2", site.In(20))
        );
        await World.Inner.Platform.AdvanceAsync(TimeSpan.FromDays(1));
        await site.ReadsAsync(page, "/", "Annual meeting of A-CIP coordinators");
        await site.AnswerAsync(
            World.Mail(stream, "coordinator.af"),
            "link-point",
            ("v-A1", "yes"),
            ("v-A2", "It is on the intranet of all Members.")
        );
        await site.AnswerAsync(World.Mail(stream, "officer"), "link-point-officer", ("v-A1", "no"), ("v-A2", "Not translated yet."));
        await site.ReadsAsync(
            page,
            meeting,
            "Members agreed to share",
            "It is on the intranet of all Members.",
            "not done: Not translated yet."
        );
        await LifeSite.LookAsync(page, "meeting-held");
        await PseudoAsync(Officer, "/meetings");
        await PseudoAsync(Officer, meeting);
    }

    [Fact]
    public async Task A_new_Member_and_a_new_donor_come_in_by_pages()
    {
        IPage page = await site.PageAsync(Officer);
        await page.GotoAsync("/onboarding");
        await LifeSite.LookAsync(page, "onboarding-empty");
        await site.SubmitAsync(
            page,
            "member",
            ("id", "BJ"),
            ("name", "Benin"),
            ("region", "WCA"),
            ("language", "Fr"),
            ("zone", "Africa/Porto-Novo"),
            ("weekend", "sunday"),
            ("fiscal", "01-01"),
            ("head", "Aïcha Exemple"),
            ("email", "head.bj@customs-bj.example"),
            ("plan", site.In(120))
        );
        await site.AnswerAsync(
            World.Mail("member-bj", "head.bj"),
            "link-member",
            ("v-M1", "yes"),
            ("v-M2", "Koffi Exemple"),
            ("v-M3", "koffi.exemple@customs-bj.example")
        );
        await site.ReadsAsync(page, "/onboarding", "Benin", "confirmed, coordinator to be checked", "Koffi Exemple");
        await site.AnswerAsync(World.Mail("member-bj", "officer"), "link-member-officer", ("v-N1", "yes"));
        await site.ReadsAsync(page, "/onboarding", "takes part since", "bj-2026");
        Assert.Equal(
            MemberState.Joined,
            Assert.Single(await World.Inner.Platform.Get<MemberService>().ListAsync(CancellationToken.None)).State
        );

        await site.SubmitAsync(
            page,
            "donor",
            ("id", "helvetia"),
            ("name", "Helvetia Fund"),
            ("iati", "XM-EXAMPLE-HF"),
            ("language", "Fr"),
            ("contact", "Reto Beispiel"),
            ("email", "reto@helvetia-fund.example")
        );
        await site.ReadsAsync(page, "/", "Helvetia Fund");
        await site.AnswerAsync(World.Mail("donor-helvetia", "officer"), "link-donor", ("v-D1", "no"));
        await site.ReadsAsync(page, "/onboarding", "Helvetia Fund", "agreement to be entered");
        await site.SubmitAsync(page, "member-leaves", ("administration", "BJ"), ("reason", "It goes on by its own means."));
        await site.SubmitAsync(page, "donor-leaves", ("donor", "helvetia"), ("last", site.In(100)), ("reason", "The fund closes."));
        await LifeSite.LookAsync(page, "onboarding");
        await PseudoAsync(Officer, "/onboarding");
    }

    private async Task PseudoAsync(string? person, string path)
    {
        IPage page = await site.PageAsync(person, 360);
        await PseudoPagesTests.CheckAsync(page, path, World.Inner.Platform.Services);
        await page.Context.CloseAsync();
    }
}
