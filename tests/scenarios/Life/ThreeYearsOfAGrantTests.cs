using System.Globalization;
using System.Net;
using System.Xml.Linq;
using System.Xml.XPath;
using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding.Erasure;
using ACip.Workflows.Programme;
using ACip.Workflows.Verification;

namespace ACip.Tests.Scenarios.Life;

/// <summary>A grant from its first year to its final report in a simulated programme whose cast reports each quarter by mail: what it wants
/// by a day, its books, what visits found, the years before, an early end, a dossier; and somebody who left is erased by time. The books
/// reconcile from the first line to the last report.</summary>
// three years of virtual time: run by ./campaign, not by every ./test
[Trait("Category", "Campaign")]
public sealed class ThreeYearsOfAGrantTests
{
    private const string Grant = "agreements/norad-acip-2026",
        Reports = "donor-reports/norad-acip-2026",
        Headings = "period_start,period_end,component,currency,budget,received,spent,balance,explanation\n";

    /// <summary>A year: received, spent at the administration, spent on management. The balance follows.</summary>
    private static readonly (int Year, decimal Received, decimal Home, decimal Management)[] Ledger =
    [
        (2026, 180, 130, 49),
        (2027, 150, 98.5m, 50.25m),
        (2028, 120, 75, 41.75m),
    ];

    [Fact]
    public async Task Three_years_of_a_grant_end_in_a_final_report_and_its_books_reconcile()
    {
        await using SimulatedLife life = await SimulatedLife.StartAsync(3, "--Programme:ErasedAfterYears=2");
        LifeWorld world = life.World;
        await world.ToAsync(2026, 2, 10); // the plan was drafted and approved before the year began
        string home = (await world.GetAsync($"api/{Grant}")).GetProperty("administrations")[0].GetString()!,
            plan = $"plans/{home.ToLowerInvariant()}-2026";
        await BeginAsync(world, plan, home);
        decimal balance = 0;
        foreach ((int year, decimal received, decimal atHome, decimal management) in Ledger)
        {
            balance += received - atHome - management;
            await KeepYearAsync(world, home, year, (received, atHome, management, balance));
            if (year == Ledger[^1].Year)
            {
                await world.EndAgreementAsync("norad-acip-2026", $"{year}-12-31", 90); // half a year before its time
            }

            if (year == Ledger[^1].Year)
            {
                await WriteFinalTextsAsync(world, year + 1);
            }

            await world.ToAsync(year + 1, 4, 20); // the cast signs what the books do not hinder
            Assert.Equal("Issued", await StateAsync(world, $"{year}0101-{year}1231"));
            await ReconcileAsync(world, $"{year}0101-{year}1231", year);
        }

        Assert.Equal("Issued", await StateAsync(world, "20260101-20281231"));
        await ReconcileAsync(world, "20260101-20281231", 2028);
        await FinishAsync(world, plan, home);
        Assert.Equal([], life.Problems);
    }

    private static async Task BeginAsync(LifeWorld world, string plan, string home)
    {
        using HttpResponseMessage history = await world.Inner.SendAsync(
            HttpMethod.Post,
            $"api/{plan}/history?source=Annual%20reports",
            LifeWorld.Officer,
            new StringContent("period_start,period_end,item,value\n2024-01-01,2024-12-31,A1,3\n2025-01-01,2025-12-31,A1,4\n")
        );
        Assert.Equal(HttpStatusCode.OK, history.StatusCode);
        using HttpResponseMessage events = await world.Inner.SendAsync(
            HttpMethod.Post,
            "api/registers/deliveries",
            LifeWorld.Officer,
            new StringContent(
                "kind,title,start,end,administration,women,men\n"
                    + string.Concat(Ledger.Select(one => $"workshop,Workshop of {one.Year},{one.Year}-02-01,{one.Year}-02-03,{home},8,7\n"))
            )
        );
        Assert.True(events.IsSuccessStatusCode, await events.Content.ReadAsStringAsync());
        foreach ((string id, string due) in ((string, string)[])[("registers", "2026-12-31"), ("staff", "2030-12-31")])
        {
            await world.PostAsync(
                $"api/{plan}/recommendations",
                new
                {
                    id,
                    source = "MonitoringVisit",
                    found = "2026-01-20",
                    finding = "Found at a visit.",
                    wanted = $"Mend the {id}.",
                    ofSecretariat = false,
                    due,
                }
            );
        }

        await world.Inner.ReplyAsync(
            world.Mail($"recommendation-{home.ToLowerInvariant()}-2026-registers", "coordinator"),
            "V1: yes\nV2: Every office has one."
        );
        await world.PostAsync($"api/{plan}/recommendations/registers/closing", new { reason = "Seen." });
        await world.PostAsync(
            $"api/people/coordinator-{home.ToLowerInvariant()}/departure",
            new { lastDay = "2026-04-30", successor = $"alternate-{home.ToLowerInvariant()}" }
        );
    }

    /// <summary>A report to the donor is asked for and answered, and the ledger's file comes in.</summary>
    private static async Task KeepYearAsync(
        LifeWorld world,
        string home,
        int year,
        (decimal Received, decimal Home, decimal Management, decimal Balance) sums
    )
    {
        await world.PostAsync(
            $"api/{Grant}/obligations",
            new
            {
                id = $"finance-{year}",
                kind = "FinancialReport",
                title = $"Financial report of {year}",
                due = $"{year}-12-01",
            }
        );
        await world.ToAsync(year, 11, 5);
        await world.AnswerByPageAsync(
            world.Mail($"obligation-norad-acip-2026-finance-{year}", "officer"),
            new("v-O1", "yes"),
            new("v-O2", "Norad, the same day")
        );
        string days = $"{year}-01-01,{year}-12-31",
            lines = string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {days},{home},NOK,100,{sums.Received - 60},{sums.Home},,Prices rose.
                {days},management,NOK,50,60,{sums.Management},,The office moved.
                {days},TOTAL,NOK,150,{sums.Received},{sums.Home + sums.Management},{sums.Balance},

                """
            );
        using HttpResponseMessage taken = await world.Inner.SendAsync(
            HttpMethod.Post,
            $"api/{Grant}/finance",
            LifeWorld.Officer,
            new StringContent(Headings + lines)
        );
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
    }

    /// <summary>On the page of the final report, which has begun by itself: what only it says, and how each result is rated.</summary>
    private static async Task WriteFinalTextsAsync(LifeWorld world, int year)
    {
        await world.ToAsync(year, 1, 20);
        string report = $"/{Reports}/20260101-20281231";
        foreach (string section in (string[])["FinalRating", "Sustainability", "LessonsLearned"])
        {
            using HttpResponseMessage written = await world.PostFormAsync(
                report,
                $"{report}/final-texts",
                null,
                ("act", $"{section}.En"),
                ("text", $"{section}: the registers stay with the administrations.")
            );
            Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        }

        string[] results =
        [
            .. (await world.GetAsync($"api/{Grant}"))
                .GetProperty("framework")
                .GetProperty("results")
                .EnumerateArray()
                .Select(result => result.GetProperty("code").GetString()!),
        ];
        foreach (string result in results)
        {
            using HttpResponseMessage rated = await world.PostFormAsync(
                report,
                $"{report}/ratings",
                null,
                ("result", result),
                ("status", "Met"),
                ("sentence", "It is met.")
            );
            Assert.Equal(HttpStatusCode.SeeOther, rated.StatusCode);
        }
    }

    private static async Task<string> StateAsync(LifeWorld world, string period) =>
        (await world.GetAsync($"api/{Reports}/{period}")).GetProperty("state").GetString()!;

    /// <summary>What the report publishes is what the ledger said, year by year up to its end, and the last balance is what is
    /// left.</summary>
    private static async Task ReconcileAsync(LifeWorld world, string period, int last)
    {
        XDocument iati = XDocument.Parse(await world.PageAsync($"/{Reports}/{period}/en/{ReportParts.Iati}", "approver-one"));
        decimal[] Sums(string kind) =>
            [
                .. iati.XPathSelectElements($"//transaction[transaction-type/@code='{kind}']/value")
                    .Select(value => decimal.Parse(value.Value, CultureInfo.InvariantCulture)),
            ];
        var years = Ledger.Where(one => one.Year <= last).ToArray();
        Assert.Equal(years.Select(one => one.Received), Sums("1"));
        Assert.Equal(years.Select(one => one.Home + one.Management), Sums("4"));
        string balance = (Sums("1").Sum() - Sums("4").Sum()).ToString("0.##", CultureInfo.InvariantCulture);
        Assert.Contains(
            $"In hand at the end of the period: NOK {balance}.",
            await world.PageAsync($"/{Reports}/{period}/en/{ReportParts.Html}", "approver-one"),
            StringComparison.Ordinal
        );
    }

    private static async Task FinishAsync(LifeWorld world, string plan, string home)
    {
        string final = await world.PageAsync($"/{Reports}/20260101-20281231/en/{ReportParts.Html}", "approver-one");
        foreach (
            string said in (string[])
                [
                    "Final report to",
                    "Targets that were not met",
                    "Sustainability: the registers stay",
                    "Mend the staff.",
                    "2026–2028",
                    "Annual reports",
                ]
        )
        {
            Assert.Contains(said, final, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Mend the registers.", final, StringComparison.Ordinal);
        Assert.Contains("Annual reports", await world.PageAsync($"/{plan}"), StringComparison.Ordinal);
        using HttpResponseMessage handed = await world.Inner.SendAsync(HttpMethod.Get, $"api/{Grant}/dossier", "auditor");
        var dossier = new Dossier(await handed.Content.ReadAsByteArrayAsync());
        Assert.Equal(3, dossier.Paths.Count(path => path.StartsWith("facts/obligation-", StringComparison.Ordinal)));
        Person left = (await world.Inner.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).People[
            new PersonId($"coordinator-{home.ToLowerInvariant()}")
        ];
        Assert.True(ErasureRules.IsErased(left), $"{left.Id} left nearly three years ago and is {left.Name} still.");
        Assert.Equal([], (await world.Inner.Platform.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Equal([], await StorageAudit.RunAsync(world.Inner.Platform.Storage!));
    }
}
