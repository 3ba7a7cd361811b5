using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.Storage;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>The independent auditor finds nothing in a programme that was played as it should be, and names each fault that is planted in
/// it.</summary>
[Collection(FullWorldCollection.Name)]
public sealed class PlantedFaultsTests(FullWorld full, ITestOutputHelper output)
{
    private const string Chains = "chains";

    public static TheoryData<string> Faults => [.. Plants.All.Keys];

    [Fact]
    public async Task Nothing_is_found_in_a_programme_that_was_played_as_it_should_be() => Assert.Equal([], await AuditAsync());

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_is_named_where_it_is(string fault)
    {
        Plant plant = Plants.All[fault];
        await using (Planting world = await Planting.BeginAsync(full))
        {
            (string stream, string key) = await plant.PlantAsync(world);
            IReadOnlyList<Finding> findings = await AuditAsync();
            Assert.Contains(findings, finding => finding.Rule == plant.Rule && finding.Stream == stream && finding.Key == key);
            // others are found though the chain holds them
            Assert.Equal(plant.Rule == Chains, findings.Any(finding => finding.Rule == Chains));
        }

        Assert.Equal([], await AuditAsync());
    }

    [Fact]
    public void Each_rule_has_a_fault_that_only_it_is_there_for() =>
        Assert.Equal(StorageAudit.RuleNames, Plants.All.Values.Select(plant => plant.Rule).Distinct());

    [Fact]
    public void It_holds_to_the_chain_what_the_product_says_that_it_holds() =>
        Assert.Equal(
            OutsideChainAttribute.All.Select(one => one.Key).Where(key => !key.StartsWith("audit", StringComparison.Ordinal)),
            StorageAudit.OutsideChains.Order(StringComparer.Ordinal)
        );

    /// <summary>Or it would share the errors of what it is to find errors in.</summary>
    [Fact]
    public void The_auditor_has_no_code_of_the_product() =>
        Assert.Equal(
            [],
            typeof(StorageAudit)
                .Assembly.GetReferencedAssemblies()
                .Select(one => one.Name!)
                .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("Azure.", StringComparison.Ordinal))
        );

    private async Task<IReadOnlyList<Finding>> AuditAsync()
    {
        IReadOnlyList<Finding> findings = await StorageAudit.RunAsync(full.World.Platform.Storage!);
        foreach (Finding finding in findings)
        {
            output.WriteLine(finding.ToString());
        }

        return findings;
    }
}
