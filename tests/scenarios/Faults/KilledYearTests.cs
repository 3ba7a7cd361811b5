using ACip.Tests.Scenarios.Harness;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>A year that is killed again and again must end as one that was left alone. ACIP_KILLS makes a campaign of it (see
/// ./campaign).</summary>
public sealed class KilledYearTests(ITestOutputHelper output)
{
    /// <summary>A year has room for this many kills; what is left is too short for more.</summary>
    private const int MostAYear = 20;

    /// <summary>Of every test run; the campaign has as many as it is told.</summary>
    private const int Sample = 2;

    [Fact]
    public async Task Killed_before_or_after_any_storage_call_it_ends_as_if_it_had_been_left_alone()
    {
        KilledYear leftAlone = await KilledYear.LiveAsync(0, 0);
        Assert.Empty(leftAlone.End.Broken);
        Assert.Empty(leftAlone.End.SentTwice);
        Assert.Contains(leftAlone.End.Facts.Keys, fact => fact.StartsWith("figure ", StringComparison.Ordinal));
        Assert.DoesNotContain(
            "Failed",
            leftAlone.End.Facts.Where(fact => fact.Key.StartsWith("workflow ", StringComparison.Ordinal)).Select(fact => fact.Value)
        );

        int wanted = Setting.Number("ACIP_KILLS", Sample),
            kills = 0,
            twice = 0;
        for (int year = Setting.Number("ACIP_FIRST_YEAR", 1); kills < wanted; year++)
        {
            KilledYear killed = await KilledYear.LiveAsync(year, Math.Min(MostAYear, wanted - kills));
            kills += killed.Kills;
            twice += killed.End.SentTwice.Count;
            output.WriteLine(
                $"year {year}: {killed.Kills} kills, {killed.End.Facts.Count} facts compared, sent twice: {string.Join(", ", killed.End.SentTwice)}"
            );
            Console.WriteLine($"{DateTime.UtcNow:HH:mm:ss} killed {kills} of {wanted}: {twice} mails sent twice");

            killed.End.MustBeAs(leftAlone.End);
            Assert.Empty(killed.Unexcused);
        }

        output.WriteLine($"{kills} kills; {twice} mails were sent twice, each in the window between sending and recording");
    }
}
