using ACip.Tests.Scenarios.Harness;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>Whatever its surroundings do, a programme ends as one that was left alone, and the independent auditor finds nothing (it reads
/// all that is stored for each <see cref="StoredState"/>).</summary>
public sealed class DisturbedProgrammeTests
{
    /// <summary>All at once, for it is quicker: mail, a plan, a report, its decision.</summary>
    [Fact]
    public Task A_quarter_with_a_clock_that_steps_back_and_webhooks_twice_and_backwards() =>
        EndsTheSameAsync(Disturbance.ClockStepsBack.And(Disturbance.WebhooksAgainAndBackwards), wholeYear: false);

    /// <summary>One worker caches what the other has changed: heads of chains, people, tags.</summary>
    [Fact]
    public Task A_quarter_with_two_workers_that_take_turns() => EndsTheSameAsync(Disturbance.TwoWorkers, wholeYear: false);

    [Fact]
    public Task A_quarter_whose_storage_ends_and_comes_back() => EndsTheSameAsync(Disturbance.Outages(each: 1600), wholeYear: false);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task A_year_and_its_donor_report_with_a_clock_that_steps_back() => EndsTheSameAsync(Disturbance.ClockStepsBack, wholeYear: true);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task A_year_and_its_donor_report_with_webhooks_twice_and_backwards() =>
        EndsTheSameAsync(Disturbance.WebhooksAgainAndBackwards, wholeYear: true);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task A_year_and_its_donor_report_whose_storage_ends_and_comes_back() =>
        EndsTheSameAsync(Disturbance.Outages(each: 150), wholeYear: true);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task A_year_and_its_donor_report_with_two_workers_and_all_of_it() =>
        EndsTheSameAsync(
            Disturbance.TwoWorkers.And(Disturbance.ClockStepsBack).And(Disturbance.WebhooksAgainAndBackwards),
            wholeYear: true
        );

    /// <summary>A real disk, which only root can mount: elsewhere nothing is tested.</summary>
    [Fact]
    [Trait("Category", "Campaign")]
    public Task A_quarter_whose_storage_has_a_full_disk_now_and_then() =>
        SmallDisk.IsPossible ? EndsTheSameAsync(Disturbance.FullDisk, wholeYear: false) : Task.CompletedTask;

    private static async Task EndsTheSameAsync(Disturbance disturbance, bool wholeYear)
    {
        StoredState leftAlone = await HostileQuarter.LeftAloneAsync(wholeYear);
        StoredState disturbed = await HostileQuarter.PlayAsync(disturbance, wholeYear);

        Assert.Empty(leftAlone.Broken);
        Assert.Contains("Programme plan-af-2026 report|20260101-20260331", leftAlone.Facts.Keys);
        disturbed.MustBeAs(leftAlone, byAnotherClock: disturbance.AnotherClock);
        // only where the mail service had it and the outbox did not know yet
        Assert.All(disturbed.SentTwice, mail => Assert.InRange(mail.Apart, TimeSpan.Zero, TimeSpan.FromHours(1)));
    }
}
