using System.Text.RegularExpressions;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.ManyAtOnce;

namespace ACip.Tests.Unit.HumanTasks;

public sealed partial class RefusalRulesTests
{
    [Fact]
    public void Every_rule_by_which_a_decision_is_refused_has_words_in_three_languages()
    {
        string[] rules =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root(), "workflows"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(file => Refusal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.True(rules.Length > 40, "the search finds the services");
        Assert.Empty(rules.Except(RefusalRules.Names));
    }

    [Fact]
    public void Every_rule_by_which_an_entry_of_a_register_is_refused_has_words_in_three_languages()
    {
        string[] rules =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root(), "workflows"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
                .Where(source => source.Contains("RegisterProblem", StringComparison.Ordinal))
                .SelectMany(source => Problem().Matches(source).Select(match => match.Groups[1].Value))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Superset(new HashSet<string> { "no-version", "not-a-count", "too-many", "orphan-result" }, rules.ToHashSet());
        Assert.Empty(rules.Except(RefusalRules.Names));
    }

    [Fact]
    public void A_bound_is_told_with_the_number_that_holds()
    {
        Assert.Equal("There are too many of these. At most 10.", RefusalRules.WordsOf(CommandResult.Refused.MoreThan(10)).En);
        TaskRef task = new(StreamId.Programme, new TaskId("task"));
        ManyOrder order = new(ManyAct.Remind, [.. Enumerable.Repeat(task, ManyOrder.Most + 1)], "A flood", new PersonId("a"));
        Assert.Equal("There are too many of these. At most 200.", RefusalRules.WordsOf(ManyAtOnceService.Refuse(order)!).En);
        Assert.Null(ManyAtOnceService.Refuse(order with { Tasks = [.. order.Tasks.Skip(1)] }));
    }

    [Fact]
    public void A_rule_without_words_shows_its_own() =>
        Assert.Equal("Because.", RefusalRules.WordsOf(new CommandResult.Refused("unheard-of", "Because.")).Fr);

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ACip.Serverless.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("""(?<!DraftResult\.)(?:CommandResult\.Refused|Refuse|Refused|Change\.No)\("([a-z-]+)",""")]
    private static partial Regex Refusal();

    /// <summary>A path, the name of a rule, and why.</summary>
    [GeneratedRegex("""new(?:\s+RegisterProblem)?\(\s*\$?[^,()]+,\s*"([a-z0-9-]+)",\s*(?:\$?"|held)""")]
    private static partial Regex Problem();
}
