using ACip.Tests.Security.Attacks;
using ACip.Tests.Security.Harness;
using ACip.Tests.Security.Weak;
using Xunit.Abstractions;

namespace ACip.Tests.Security;

/// <summary>One house for all tests here; each attack takes reports of its own.</summary>
public sealed class AttackedProgramme : IAsyncLifetime
{
    internal OwnSimulator Own { get; private set; } = null!;

    internal Programme Programme { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Own = await OwnSimulator.StartAsync(25);
        Programme = await Programme.PrepareAsync(new Target(Own.Site, 12_000, TimeSpan.FromMinutes(8)), Own.Storage, Own.LimitedAsync);
    }

    public async Task DisposeAsync()
    {
        Programme.Dispose();
        await Own.DisposeAsync();
    }
}

/// <summary>What the program prints is true: it says that all holds where it does, and NOT HELD where a defence is gone.</summary>
public sealed class AttackTests(AttackedProgramme house, ITestOutputHelper output) : IClassFixture<AttackedProgramme>
{
    public static TheoryData<string> Gone => [.. Weaknesses.All.Keys];

    [Fact]
    public async Task No_attack_gets_what_nobody_may_get()
    {
        IReadOnlyList<Outcome> outcomes = await Campaign.RunAsync(house.Programme, Campaign.All, output.WriteLine);
        Assert.Equal(Campaign.All.Count, outcomes.Count);
        Assert.True(outcomes.All(outcome => outcome.Held && outcome.Tries > 0), string.Join(Environment.NewLine, Table.Lines(outcomes)));
    }

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task Where_a_defence_is_gone_the_attack_says_so(string gone)
    {
        (IAttack attack, Weakness weakness) = Weaknesses.All[gone];
        await using WeakServer weak = await WeakServer.StartAsync(house.Own.Site, weakness);
        using var target = new Target(weak.Site, 3_000, TimeSpan.FromMinutes(3));
        await SaysSoAsync(house.Programme.Through(target), attack);
    }

    [Fact]
    public async Task Where_nothing_limits_requests_the_attack_says_so() =>
        await SaysSoAsync(
            house.Programme.Through(
                house.Programme.Target,
                () => Task.FromResult(new Target(house.Own.Site, 3_000, TimeSpan.FromMinutes(3)))
            ),
            new Limits()
        );

    [Fact]
    public void Every_attack_has_a_house_that_gives_in() =>
        Assert.Equal(
            Campaign.All.Select(attack => attack.Name).Order(StringComparer.Ordinal),
            Weaknesses.All.Values.Select(one => one.Attack.Name).Append(new Limits().Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("http://127.0.0.1.example.org:7071")]
    [InlineData("http://10.0.0.1:7071")]
    [InlineData("http://127.0.0.1@example.org")]
    [InlineData("https://localhost")]
    [InlineData("localhost:7071")]
    [InlineData("http://0.0.0.0:7071")]
    public void Only_this_machine_is_ever_attacked(string address) => Assert.Throws<RefusedAddressException>(() => Loopback.Read(address));

    [Fact]
    public async Task The_budget_ends_whatever_goes_on()
    {
        using var target = new Target(house.Own.Site, 2, TimeSpan.FromMinutes(1));
        await target.GetAsync(null, "api/health");
        await target.GetAsync(null, "api/health");
        await Assert.ThrowsAsync<BudgetSpentException>(() => target.GetAsync(null, "api/health"));
    }

    private async Task SaysSoAsync(Programme programme, IAttack attack)
    {
        Outcome outcome = await Campaign.TryAsync(programme, attack);
        output.WriteLine(string.Join(Environment.NewLine, Table.Lines([outcome])));
        Assert.Equal("NOT HELD", outcome.Verdict);
        Assert.Contains(outcome.Broken, cameOut => !cameOut.StartsWith(Campaign.CouldNotGoOn, StringComparison.Ordinal));
    }
}
