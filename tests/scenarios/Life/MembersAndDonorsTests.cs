using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;
using ACip.Workflows.Verification;

namespace ACip.Tests.Scenarios.Life;

/// <summary>Where coming and leaving goes another way than straight: somebody else is named, nobody answers, a successor is there already,
/// a Member comes back.</summary>
public sealed partial class MembersAndDonorsTests
{
    [Fact]
    public async Task Who_was_named_later_is_asked_about_anew_and_who_left_can_come_back()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(1);
        await EnterAsync(world, "2026-07-01");
        await ConfirmAsync(world, "Koffi Exemple");
        LocalMessage first = world.Mail("member-bj", "officer");
        var open = new Mail.Browser(world.Inner.Http, Regex.Match(first.Text, "/tasks/[a-z2-7]{26}").Value);
        Assert.Contains("Koffi Exemple", WebUtility.HtmlDecode(await open.OpenAsync()), StringComparison.Ordinal);

        // the head of customs names somebody else while the officer reads; neither page nor mail says yes to both
        await ConfirmAsync(world, "Awa Modèle");
        await open.PostAsync([new("v-N1", "yes"), new("act", "submit")]);
        await world.Inner.ReplyAsync(first, "N1: yes");
        Assert.Equal((MemberState.Confirmed, 1), (await MemberAsync(world) is var still ? (still.State, still.Corrections) : default));
        Assert.Contains("Awa Modèle", WebUtility.HtmlDecode(await open.OpenAsync()), StringComparison.Ordinal);
        await world.AnswerByPageAsync(first, new KeyValuePair<string, string>("v-N2", "yes"));
        Assert.Equal(
            (MemberState.Joined, "Awa Modèle"),
            (await MemberAsync(world) is var joined ? (joined.State, joined.Coordinator!.Name) : default)
        );
        Assert.Contains("Awa Modèle", world.Mail("plan-bj-2026", "awa.modele", "DraftingTask").Text, StringComparison.Ordinal);

        await LeaveWithASuccessorAsync(world);
        await EnterAsync(world, "2027-01-01");
        await ConfirmAsync(world, "Koffi Exemple");
        await world.AnswerByPageAsync(world.Mail("member-bj", "officer"), new KeyValuePair<string, string>("v-N1", "yes"));
        MemberRecord back = await MemberAsync(world);
        Assert.Equal((MemberState.Joined, new PlanId("bj-2027"), 2), (back.State, back.FirstPlan, back.Returns));
        Assert.NotNull(back.Left); // reports on that time tell it
        Assert.Equal(new DateOnly(2026, 3, 2), back.Joined);
        await SoundAsync(world);
    }

    [Fact]
    public async Task What_nobody_answers_is_asked_again_tasks_go_to_successors_and_no_agreement_outlives_its_donor()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(2);
        ProgrammeRegister register = await RegisterAsync(world);
        string[] homes = [.. register.Administrations.Keys.Select(id => id.Value.ToLowerInvariant()).Order(StringComparer.Ordinal)];
        await EnterAsync(world, "2026-09-01");
        await DeclineAsync(world);
        await ConfirmAsync(world, "Koffi Exemple"); // they think better of it
        await HandOnAsync(world, homes[1], register);
        await RefuseLaterAgreementAsync(world);

        await world.ToAsync(2026, 5, 20);
        Assert.Equal(MemberState.Confirmed, (await MemberAsync(world)).State);
        await world.AnswerByPageAsync(world.Mail("member-bj", "officer"), new KeyValuePair<string, string>("v-N2", "yes"));
        Assert.Equal(MemberState.Joined, (await MemberAsync(world)).State);
        await SoundAsync(world);
    }

    private static Task EnterAsync(LifeWorld world, string plan) =>
        world.SubmitAsync(
            "/onboarding",
            new("act", "member"),
            new("id", "BJ"),
            new("name", "Benin"),
            new("region", "WCA"),
            new("donor", "NORAD"),
            new("language", "Fr"),
            new("zone", "Africa/Porto-Novo"),
            new("weekend", "sunday"),
            new("fiscal", "01-01"),
            new("head", "Aïcha Exemple"),
            new("email", "head.bj@customs-bj.example"),
            new("plan", plan)
        );

    /// <summary>Each officer reads it once, however often it is said: nothing more is asked.</summary>
    private static async Task DeclineAsync(LifeWorld world)
    {
        for (int time = 0; time < 2; time++)
        {
            await world.Inner.ReplyAsync(world.Mail("member-bj", "head.bj"), "M1: non");
            Assert.Equal(MemberState.Declined, (await MemberAsync(world)).State);
        }

        ProgrammeRegister register = await RegisterAsync(world);
        Assert.Equal(
            register.Holding(Role.ProgrammeOfficer, new DateOnly(2026, 3, 20)).Select(one => register.People[one].Email).Order(),
            world
                .Inner.Platform.Mail.List()
                .Where(mail => mail.CustomArgs.GetValueOrDefault("delivery")?.Contains("-declined-", StringComparison.Ordinal) == true)
                .Select(mail => mail.Recipient.Email)
                .Order()
        );
    }

    private static async Task ConfirmAsync(LifeWorld world, string name)
    {
        string address = name.ToLowerInvariant().Replace(' ', '.').Replace('è', 'e');
        await world.Inner.ReplyAsync(world.Mail("member-bj", "head.bj"), $"M1: oui\nM2: {name}\nM3: {address}@customs-bj.example");
        Assert.Equal(MemberState.Confirmed, (await MemberAsync(world)).State);
    }

    /// <summary>The coordinator's departure was entered before: nobody begins after the Member has left.</summary>
    private static async Task LeaveWithASuccessorAsync(LifeWorld world)
    {
        await world.PutNewAsync(
            "api/people/second-bj",
            new
            {
                id = "second-bj",
                name = "Codjo Exemple",
                email = "codjo@customs-bj.example",
                language = "Fr",
                roles = Array.Empty<object>(),
                reason = "takes over",
            }
        );
        await world.PostAsync("api/people/coordinator-bj/departure", new { lastDay = "2026-03-20", successor = "second-bj" });
        await world.SubmitAsync(
            "/onboarding",
            new("act", "member-leaves"),
            new("administration", "BJ"),
            new("reason", "It goes on by its own means.")
        );
        Assert.Equal(MemberState.Left, (await MemberAsync(world)).State);
        await world.ToAsync(2026, 3, 25);
        Assert.DoesNotContain(new AdministrationId("BJ"), (await RegisterAsync(world)).TakingPart(new DateOnly(2026, 3, 25)));
    }

    /// <summary>A question that hangs on no plan goes to the successor at once.</summary>
    private static async Task HandOnAsync(LifeWorld world, string home, ProgrammeRegister register)
    {
        await world.RecommendAsync(home);
        string stream = $"recommendation-{home}-2026-registers";
        Assert.NotNull(world.Mail(stream, "coordinator"));
        string successor = register.People[new PersonId($"alternate-{home}")].Email;
        await world.PostAsync($"api/people/coordinator-{home}/departure", new { lastDay = "2026-03-01", successor = $"alternate-{home}" });
        Assert.NotNull(world.Mail(stream, successor));
    }

    private static async Task RefuseLaterAgreementAsync(LifeWorld world)
    {
        JsonElement norad = await world.GetAsync("api/agreements/norad-acip-2026");
        Dictionary<string, object?> next = JsonSerializer.Deserialize<Dictionary<string, object?>>(norad.GetRawText())!;
        (next["id"], next["officialNumber"], next["start"], next["end"]) = ("norad-acip-2030", "QZA-30/0001", "2030-01-01", "2031-12-31");
        await world.PutNewAsync("api/agreements/norad-acip-2030", next);
        using HttpResponseMessage refused = await world.Inner.SendAsync(
            HttpMethod.Post,
            "api/onboarding/donors/NORAD/exit",
            LifeWorld.Officer,
            JsonContent.Create(new { lastDay = "2026-12-31", reason = "The fund closes." })
        );
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("norad-acip-2030", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await world.Inner.Platform.Get<DonorService>().ListAsync(CancellationToken.None));
    }

    private static async Task<MemberRecord> MemberAsync(LifeWorld world) =>
        Assert.Single(await world.Inner.Platform.Get<MemberService>().ListAsync(CancellationToken.None));

    private static Task<ProgrammeRegister> RegisterAsync(LifeWorld world) =>
        world.Inner.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);

    private static async Task SoundAsync(LifeWorld world)
    {
        Assert.Equal([], (await world.Inner.Platform.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Equal([], await StorageAudit.RunAsync(world.Inner.Platform.Storage!));
    }
}
