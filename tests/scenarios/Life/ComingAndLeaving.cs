using System.Text.Json;
using ACip.Local.Mail;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;

namespace ACip.Tests.Scenarios.Life;

/// <summary>A Member and a donor come in; a Member and a donor leave.</summary>
internal static class ComingAndLeaving
{
    /// <summary>Interest by page, confirmation and name by mail, an officer's check behind a link, the first plan by itself.</summary>
    public static async Task BringMemberInAsync(LifeWorld world, ProgrammeRegister register)
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
    public static async Task BringDonorInAsync(LifeWorld world, string home)
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

    public static async Task LeaveAsync(LifeWorld world, string home)
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
}
