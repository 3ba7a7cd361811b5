using ACip.Tests.Scenarios.Harness;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>A quarter among faults must end as one that was left alone. ACIP_FAULT_SEEDS makes a campaign of it (see ./campaign).</summary>
public sealed class HostileQuarterTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Duplicates_delays_and_failing_storage_change_nothing()
    {
        StoredState leftAlone = await HostileQuarter.LeftAloneAsync();
        Assert.Empty(leftAlone.Broken);
        Assert.Empty(leftAlone.SentTwice);
        Assert.Contains("Programme plan-af-2026 report|20260101-20260331", leftAlone.Facts.Keys);

        int twice = 0,
            first = Setting.Number("ACIP_FIRST_SEED", 1),
            wanted = Setting.Number("ACIP_FAULT_SEEDS", 2);
        for (int seed = first; seed < first + wanted; seed++)
        {
            StoredState disturbed = await HostileQuarter.PlayAsync(Disturbance.Faults(seed));
            twice += disturbed.SentTwice.Count;
            output.WriteLine($"seed {seed}: {disturbed.Facts.Count} facts compared, sent twice: {string.Join(", ", disturbed.SentTwice)}");
            Console.WriteLine($"{DateTime.UtcNow:HH:mm:ss} hostile seed {seed} of {first + wanted - 1}: {twice} mails sent twice");

            disturbed.MustBeAs(leftAlone);
            // between sending and recording: the workflow's patience with storage is minutes
            Assert.All(disturbed.SentTwice, mail => Assert.InRange(mail.Apart, TimeSpan.Zero, TimeSpan.FromHours(1)));
        }

        output.WriteLine($"{wanted} seeds; {twice} mails were sent twice");
    }
}
