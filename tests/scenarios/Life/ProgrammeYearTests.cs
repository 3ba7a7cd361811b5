using ACip.Tests.Faults.Auditor;
using ACip.Workflows.Programme;
using ACip.Workflows.Verification;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Life;

/// <summary>A programme year: ten events, one of them an expert mission; the annual meeting; a new Member and a new donor; a Member and a
/// donor that leave; and what the donor report says of all that.</summary>
public sealed class ProgrammeYearTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_year_of_the_programme_s_own_life_is_walked_by_mail_and_page_and_stands_in_the_donor_report()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(3);
        ProgrammeRegister register = await world.Inner.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        string[] homes = [.. register.Administrations.Keys.Select(id => id.Value).Order(StringComparer.Ordinal)];
        await EventsOfAYear.EnterAsync(world);
        await EventsOfAYear.PlanEventsAsync(world, homes);
        await RecommendAsync(world, homes[1].ToLowerInvariant());
        await MeetingOfAYear.CallMeetingAsync(world);
        await ComingAndLeaving.BringMemberInAsync(world, register);
        await ComingAndLeaving.BringDonorInAsync(world, homes[0]);
        await TalkAsync(world, homes);
        await EventsOfAYear.HoldEventsAsync(world, homes);
        await MeetingOfAYear.MeetAsync(world, homes);
        await FollowAsync(world, homes[1].ToLowerInvariant());
        await ComingAndLeaving.LeaveAsync(world, homes[2]);
        await ReportAsync(world);
        Assert.Equal([], (await world.Inner.Platform.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Equal([], await StorageAudit.RunAsync(world.Inner.Platform.Storage!));
    }

    /// <summary>What a visit recommends: its owner is asked by mail, and says that it is not done yet.</summary>
    private static async Task RecommendAsync(LifeWorld world, string home)
    {
        await world.RecommendAsync(home);
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
