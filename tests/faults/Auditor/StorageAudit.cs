using ACip.Tests.Faults.Auditor.Rules;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor;

/// <summary>Reads the tables and blobs of a programme at rest, and works out from them what must be true.</summary>
public static class StorageAudit
{
    private static readonly IReadOnlyList<IRule> Rules =
    [
        new ChainsRule(),
        new DecisionsRule(),
        new ToldOnceRule(),
        new CountsRule(),
        new LineageRule(),
        new MailsRule(),
        new DonorReportsRule(),
    ];

    /// <summary>Names of the rules, in their order.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = [.. Rules.Select(rule => rule.Name)];

    /// <summary>Rows that are held to no chain: keys, and prefixes that end in a bar.</summary>
    public static IReadOnlyList<string> OutsideChains => ChainsRule.Outside;

    /// <returns>What is wrong; empty for a sound programme.</returns>
    public static async Task<IReadOnlyList<Finding>> RunAsync(string connection) => Check(await StoredProgramme.ReadAsync(connection));

    /// <returns>What is wrong, and how much was looked at.</returns>
    public static async Task<(IReadOnlyList<Finding> Findings, string Seen)> RunAndCountAsync(string connection)
    {
        StoredProgramme programme = await StoredProgramme.ReadAsync(connection);
        return (Check(programme), programme.Summary);
    }

    private static IReadOnlyList<Finding> Check(StoredProgramme programme) =>
        [.. Rules.SelectMany(rule => Checked(rule, programme)).Distinct()];

    /// <summary>Data that cannot be parsed is a finding, and does not stop other rules.</summary>
    private static List<Finding> Checked(IRule rule, StoredProgramme programme)
    {
        var findings = new List<Finding>();
        try
        {
            findings.AddRange(rule.Check(programme));
        }
        catch (Exception odd)
            when (odd is InvalidOperationException or KeyNotFoundException or FormatException or System.Text.Json.JsonException)
        {
            findings.Add(new Finding(rule.Name, "", "", $"The rule could not be worked out to its end: {odd.Message}"));
        }

        return findings;
    }
}
