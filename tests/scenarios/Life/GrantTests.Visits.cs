using System.Net;
using System.Text;

namespace ACip.Tests.Scenarios.Life;

public sealed partial class GrantTests
{
    /// <summary>Of two recommendations one is entered on the plan's page, and closed there with a file; of the other its owner says that it
    /// was done, and it stands in the donor report until an officer has seen it.</summary>
    private static async Task FollowAVisitAsync(LifeWorld world)
    {
        string home = (await world.GetAsync($"api/{Grant}")).GetProperty("administrations")[0].GetString()!,
            plan = $"plans/{home.ToLowerInvariant()}-2026";
        using HttpResponseMessage unknown = await world.PostFormAsync(
            $"/{plan}",
            $"/{plan}/recommendations",
            null,
            ("act", "enter"),
            ("id", "hearsay"),
            ("source", "Hearsay"), // is not taken for a visit
            ("found", "2026-04-20"),
            ("finding", "Two offices keep no register of gifts."),
            ("wanted", "Keep a register in every office."),
            ("owner", "administration"),
            ("due", "2026-06-30")
        );
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        using HttpResponseMessage entered = await world.PostFormAsync(
            $"/{plan}",
            $"/{plan}/recommendations",
            null,
            ("act", "enter"),
            ("id", "registers"),
            ("source", "MonitoringVisit"),
            ("found", "2026-04-20"),
            ("finding", "Two offices keep no register of gifts."),
            ("wanted", "Keep a register in every office."),
            ("owner", "administration"),
            ("due", "2026-06-30")
        );
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        await world.PostAsync(
            $"api/{plan}/recommendations",
            new
            {
                id = "staff",
                source = "Audit",
                found = "2026-04-20",
                finding = "One officer signs alone.",
                wanted = "Have two officers sign.",
                ofSecretariat = true,
                due = "2028-06-30",
            }
        );
        await world.Inner.Platform.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Contains("Keep a register in every office.", await world.PageAsync($"/{plan}"), StringComparison.Ordinal);
        using HttpResponseMessage closed = await world.PostFormAsync(
            $"/{plan}",
            $"/{plan}/recommendations",
            "%PDF-1.4 a photograph of a register"u8.ToArray(),
            ("act", "close"),
            ("recommendation", "registers"),
            ("reason", "Seen at the second visit.")
        );
        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        string page = await world.PageAsync($"/{plan}");
        Assert.Contains("Seen at the second visit.", page, StringComparison.Ordinal);
        Assert.Contains($"/{plan}/recommendations/registers/evidence", page, StringComparison.Ordinal);
        await world.AnswerByPageAsync(
            world.Mail($"recommendation-{home.ToLowerInvariant()}-2026-staff", "officer"),
            new("v-V1", "yes"),
            new("v-V2", "The rule is changed.")
        );
        Assert.Contains("The rule is changed.", await world.PageAsync($"/{plan}"), StringComparison.Ordinal);
    }

    /// <summary>All of a file or nothing of it; the same one twice is there once, and nobody gets mail.</summary>
    private static async Task BringInEarlierYearsAsync(LifeWorld world)
    {
        string home = (await world.GetAsync($"api/{Grant}")).GetProperty("administrations")[0].GetString()!,
            plan = $"plans/{home.ToLowerInvariant()}-2026",
            history = $"api/{plan}/history?source=Annual%20report%20of%202024";
        long mails = world.Inner.Platform.Mail.Newest;
        const string Lines = "period_start,period_end,item,value\n2023-01-01,2023-12-31,A1,3\n2024-01-01,2024-12-31,A1,4.5\n";
        using HttpResponseMessage wrong = await world.Inner.SendAsync(
            HttpMethod.Post,
            history,
            LifeWorld.Officer,
            new StringContent(Lines + "2024-01-01,2024-12-31,Z99,1\n")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(0, (await world.GetAsync($"api/{plan}/history")).GetProperty("items").GetArrayLength());
        for (int sent = 0; sent < 2; sent++)
        {
            using HttpResponseMessage taken = await world.PostFormAsync(
                $"/{plan}",
                $"/{plan}/history",
                Encoding.UTF8.GetBytes(Lines),
                ("source", "Annual report of 2024")
            );
            Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        }

        Assert.Equal(2, (await world.GetAsync($"api/{plan}/history")).GetProperty("items").GetArrayLength());
        string page = await world.PageAsync($"/{plan}");
        Assert.Contains("Annual report of 2024", page, StringComparison.Ordinal);
        Assert.Matches("aria-label=\"A1: 3 → 4.5 → ", page);
        using HttpResponseMessage forgiven = await world.PostFormAsync(
            $"/{plan}",
            $"/{plan}/history",
            Encoding.UTF8.GetBytes("period_start;period_end;item;value\n2022-01-01;2022-12-31;A1;1,500\n"),
            ("source", "Annual report of 2022")
        );
        Assert.Equal(HttpStatusCode.OK, forgiven.StatusCode);
        Assert.Contains(
            "Commas in numbers were read as decimal marks.",
            await forgiven.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(mails, world.Inner.Platform.Mail.Newest);
    }
}
