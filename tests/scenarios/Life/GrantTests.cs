using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.Verification;

namespace ACip.Tests.Scenarios.Life;

/// <summary>The books of a grant and what its agreement wants by a day, by mail and by page, up to the signature.</summary>
public sealed partial class GrantTests
{
    private const string Grant = "agreements/norad-acip-2026",
        Report = "donor-reports/norad-acip-2026/20260101-20261231",
        Headings = "period_start,period_end,component,currency,budget,received,spent,balance\n";

    [Fact]
    public async Task What_a_grant_wants_is_asked_for_and_its_books_are_settled_before_the_report_is_signed()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(
            1,
            "--Mail:Rehearsal=TEST",
            "--Mail:OnlyTo=officer.one@acip-secretariat.example",
            "--Programme:ErasedAfterYears=2"
        );
        await world.ChangeAgreementAsync("norad-acip-2026", after => after["schedule"]!["languages"] = new JsonArray("En", "Fr"));
        await world.PutNewAsync(
            "api/people/long-gone",
            new
            {
                id = "long-gone",
                name = "Lana Long-Gone",
                email = "long.gone@acip-secretariat.example",
                language = "En",
                roles = new[]
                {
                    new
                    {
                        role = "ThematicExpert",
                        from = "2020-01-01",
                        until = "2024-04-15",
                    },
                },
                reason = "Was an expert of the programme before.",
            }
        );
        await MeetObligationsAsync(world);
        Assert.Contains("Lana Long-Gone", await world.PageAsync("/people/long-gone"), StringComparison.Ordinal);
        await FollowAVisitAsync(world);
        await BringInEarlierYearsAsync(world);
        await KeepBooksAsync(world);
        await world.ToAsync(2027, 3, 11);
        await SignAsync(world);
        Assert.All(
            world.Inner.Platform.Mail.List(),
            mail =>
            {
                Assert.StartsWith("[TEST] ", mail.Subject, StringComparison.Ordinal);
                Assert.Equal("officer.one@acip-secretariat.example", mail.Recipient.Email);
            }
        );
        string gone = await world.PageAsync("/people/long-gone"); // two years after the last day, on the first of a month
        Assert.Contains("[erased]", gone, StringComparison.Ordinal);
        Assert.DoesNotContain("Long-Gone", gone, StringComparison.Ordinal);
        Assert.Contains("Rehearsal: TEST.", await world.PageAsync("/"), StringComparison.Ordinal);
        Assert.Equal([], (await world.Inner.Platform.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Equal([], await StorageAudit.RunAsync(world.Inner.Platform.Storage!));
    }

    /// <summary>One behind the link of its mail, when it is overdue; one with its file on the page of the grant.</summary>
    private static async Task MeetObligationsAsync(LifeWorld world)
    {
        await world.PostAsync($"api/{Grant}/obligations", Owed("plan-2026", "WorkPlanAndBudget", "Work plan of 2026", "2026-04-15"));
        await world.PostAsync($"api/{Grant}/obligations", Owed("audit-2025", "AuditReport", "Audit report of 2025", "2026-06-30"));
        await world.ToAsync(2026, 4, 21);
        Assert.Contains("<b>Overdue</b>", await world.PageAsync($"/{Grant}"), StringComparison.Ordinal);
        Assert.Contains(
            world.Inner.Platform.Mail.List(),
            mail =>
                mail.CustomArgs.GetValueOrDefault("kind") == "Notice"
                && mail.Text.Contains("Send what an agreement wants", StringComparison.Ordinal)
        );
        await world.AnswerByPageAsync(
            world.Mail("obligation-norad-acip-2026-plan-2026", "officer"),
            new("v-O1", "yes"),
            new("v-O2", "Norad, on 20 April")
        );
        string page = await world.PageAsync($"/{Grant}");
        Assert.Contains("Norad, on 20 April", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Overdue</b>", page, StringComparison.Ordinal);

        await AddAFileAsync(world);

        byte[] letter = "%PDF-1.4 a management letter"u8.ToArray();
        using HttpResponseMessage sent = await world.PostFormAsync(
            $"/{Grant}",
            $"/{Grant}/obligations",
            letter,
            ("act", "met"),
            ("obligation", "audit-2025"),
            ("day", "2026-04-21"),
            ("receipt", "Norad's archive")
        );
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("management-letter.pdf", await world.PageAsync($"/{Grant}"), StringComparison.Ordinal);
        using HttpResponseMessage kept = await world.Inner.SendAsync(
            HttpMethod.Get,
            $"{Grant}/obligations/audit-2025/file",
            LifeWorld.Officer
        );
        Assert.Equal(letter, await kept.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Whoever still has the form of before on the screen does not write over what was recorded; a file is added to it,
    /// once.</summary>
    private static async Task AddAFileAsync(LifeWorld world)
    {
        async Task<HttpStatusCode> SendAsync(byte[]? file, params (string Name, string Value)[] fields)
        {
            using HttpResponseMessage answer = await world.PostFormAsync($"/{Grant}", $"/{Grant}/obligations", file, fields);
            return answer.StatusCode;
        }

        byte[] plan = "%PDF-1.4 a work plan"u8.ToArray();
        (string, string) owed = ("obligation", "plan-2026");
        Assert.NotEqual(
            HttpStatusCode.SeeOther,
            await SendAsync(plan, ("act", "met"), owed, ("day", "2026-04-19"), ("receipt", "Somebody else"))
        );
        Assert.NotEqual(HttpStatusCode.SeeOther, await SendAsync(plan, ("act", "waive"), owed, ("receipt", "No longer wanted")));
        Assert.Equal(HttpStatusCode.SeeOther, await SendAsync(plan, ("act", "file"), owed));
        Assert.NotEqual(HttpStatusCode.SeeOther, await SendAsync(plan, ("act", "file"), owed));
        string page = await world.PageAsync($"/{Grant}");
        Assert.Contains("Norad, on 20 April", page, StringComparison.Ordinal);
        Assert.Contains($"/{Grant}/obligations/plan-2026/file", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else", page, StringComparison.Ordinal);
    }

    /// <summary>A file whose total is not that of its lines changes nothing; the right one comes in once, however often it is
    /// sent.</summary>
    private static async Task KeepBooksAsync(LifeWorld world)
    {
        string home = (await world.GetAsync($"api/{Grant}")).GetProperty("administrations")[0].GetString()!,
            lines = $"2026-01-01,2026-12-31,{home},NOK,100,120,130,\n2026-01-01,2026-12-31,management,NOK,50,60,49,\n";
        using HttpResponseMessage wrong = await ImportAsync(world, lines + "2026-01-01,2026-12-31,TOTAL,NOK,150,180,180,0\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(0, (await world.GetAsync($"api/{Grant}/finance")).GetProperty("items").GetArrayLength());
        for (int sent = 0; sent < 2; sent++)
        {
            using HttpResponseMessage right = await ImportAsync(world, lines + "2026-01-01,2026-12-31,TOTAL,NOK,150,180,179,1\n");
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        }

        Assert.Equal(1, (await world.GetAsync($"api/{Grant}/finance")).GetProperty("items").GetArrayLength());
        Assert.Contains("An explanation is needed", await world.PageAsync($"/{Grant}/finance"), StringComparison.Ordinal);
    }

    private static async Task SignAsync(LifeWorld world)
    {
        Assert.Contains("finance-open", await DecideAsync(world, HttpStatusCode.Conflict, true, null), StringComparison.Ordinal);
        await DecideAsync(world, HttpStatusCode.OK, false, "The books have a variance that nobody explains.");
        Assert.Equal([$"/{Grant}"], await world.Inner.WaitingAsync("ReviseDonorReport"));
        string page = await world.PageAsync($"/{Grant}/finance?period=20260101-20261231"),
            home = Regex.Match(page, "name=\"([A-Z]{2})-explanation\"").Groups[1].Value;
        (string, string)[] shown =
        [
            .. Regex
                .Matches(page, "<input [^>]*name=\"([A-Za-z-]+-[a-z]+|start|end|currency|seen)\"[^>]* value=\"([^\"]*)\"")
                .Select(field => (field.Groups[1].Value, field.Groups[2].Value)),
        ];
        using HttpResponseMessage saved = await world.PostFormAsync(
            $"/{Grant}/finance?period=20260101-20261231",
            $"/{Grant}/finance",
            null,
            [.. shown, ("act", "save"), ($"{home}-explanation", "A second workshop was asked for.")]
        );
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        await world.PostAsync($"api/{Report}/revision", new { changeNote = "The variance is explained." });
        await DecideAsync(world, HttpStatusCode.OK, true, null);
        await world.Inner.Platform.AdvanceAsync(TimeSpan.FromHours(1));
        string iati = await world.PageAsync($"/{Report}/en/{ReportParts.Iati}", "approver-one");
        Assert.Contains("<budget type=\"1\"", iati, StringComparison.Ordinal);
        Assert.Contains(
            "Have two officers sign.",
            await world.PageAsync($"/{Report}/en/{ReportParts.Html}", "approver-one"),
            StringComparison.Ordinal
        );
        Assert.Contains("lang=\"fr\"", await world.PageAsync($"/{Report}/fr/{ReportParts.Html}", "approver-one"), StringComparison.Ordinal);
        Assert.Contains("<transaction-type code=\"4\"/>", iati, StringComparison.Ordinal);
        Assert.Contains(
            "A second workshop was asked for.",
            await world.PageAsync($"/{Report}/en/{ReportParts.Html}", "approver-one"),
            StringComparison.Ordinal
        );
    }

    private static object Owed(string id, string kind, string title, string due) =>
        new
        {
            id,
            kind,
            title,
            due,
        };

    private static Task<HttpResponseMessage> ImportAsync(LifeWorld world, string lines) =>
        world.Inner.SendAsync(HttpMethod.Post, $"api/{Grant}/finance", LifeWorld.Officer, new StringContent(Headings + lines));

    private static async Task<string> DecideAsync(LifeWorld world, HttpStatusCode expected, bool approved, string? reason)
    {
        using HttpResponseMessage answer = await world.Inner.SendAsync(
            HttpMethod.Post,
            $"api/{Report}/decision",
            "approver-one",
            JsonContent.Create(new { approved, reason })
        );
        string said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, said);
        await world.Inner.Platform.Busy.QuietAsync();
        return said;
    }
}
