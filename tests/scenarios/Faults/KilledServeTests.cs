using ACip.Tests.Scenarios.Harness;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>`kill -9` in the middle of `serve`, and start again: the year goes on, nobody is asked again what was answered, and nothing is
/// decided twice.</summary>
public sealed class KilledServeTests
{
    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Killed_at_several_points_the_year_goes_on_as_if_it_had_been_left_alone()
    {
        await using ServedProgramme leftAlone = await ServedProgramme.OpenAsync(isKilled: false);
        StoredState expected = await HalfAYearAsync(leftAlone);
        Assert.Empty(expected.SentTwice);
        Assert.Single(expected.Facts, fact => fact.Key.Contains(" PlanApproved ", StringComparison.Ordinal) && fact.Value == "1");
        Assert.Single(expected.Facts, fact => fact.Key.Contains(" ReportAccepted ", StringComparison.Ordinal) && fact.Value == "1");

        await using ServedProgramme killed = await ServedProgramme.OpenAsync(isKilled: true);
        StoredState actual = await HalfAYearAsync(killed);

        Assert.Equal(7, killed.Kills);
        actual.MustBeAs(expected);
    }

    /// <summary>A plan is drafted and approved, its first quarter reported and accepted, and its second asked for.</summary>
    private static async Task<StoredState> HalfAYearAsync(ServedProgramme house)
    {
        await house.ReplyAsync(await house.MailAsync("af-2026-draft-r1-ask-coordinator-af"), "SUBMIT");
        await house.HeldAsync("af-2026-approve-s1-ask-approver-one");
        await house.DoAsync(serve => serve.DecideAsync("api/plans/af-2026/decision", "approver-one"), 30);
        await house.DoAsync(serve => serve.AdvanceAsync("2026-01-20"), 700);
        await house.DoAsync(serve => serve.AdvanceAsync("2026-04-10"), 1500);
        await house.ReplyAsync(
            await house.MailAsync("af-2026-report-20260101-20260331-r1-ask-coordinator-af"),
            "NIL: no activity in this quarter"
        );
        await house.HeldAsync("af-2026-review-20260101-20260331-s1-ask-approver-one");
        await house.DoAsync(serve => serve.DecideAsync("api/plans/af-2026/reports/20260101-20260331/decision", "approver-one"), 60);
        await house.DoAsync(serve => serve.AdvanceAsync("2026-07-02"), 2500);
        await house.MailAsync("af-2026-report-20260401-20260630-r1-ask-coordinator-af");
        return await house.EndAsync();
    }
}
