using ACip.Local.Cli.Cost;

namespace ACip.Tests.Scenarios.Operators;

public sealed class CostModelTests
{
    [Fact]
    public void Waiting_costs_a_plan_quarter_at_most_150_calls() => Assert.InRange(CostModel.Waiting, 100, 150);

    [Fact]
    public void Every_line_is_a_sum_that_follows_the_size()
    {
        double[] months = [.. new[] { 25, 250, 5_000 }.Select(size => CostModel.Month(size).Sum(line => line.Dollars))];
        Assert.True(months[0] < months[1] && months[1] < months[2], string.Join(", ", months));
        Assert.True(months[2] < months[0] * 200, "it grows less than the size does");
        Assert.All(CostModel.Month(25), line => Assert.InRange(line.Dollars, 0, 60));
    }

    [Fact]
    public void The_documented_months_are_what_the_calculator_says()
    {
        using var output = new StringWriter();
        CostCommand.Run([], output);
        string documented = File.ReadAllText(Path.Combine(Root(), "docs", "cost.md"));
        Assert.All(
            output.ToString().Split('\n').Where(line => line.Contains("US dollars a month", StringComparison.Ordinal)),
            line => Assert.Contains(line.Trim(), documented, StringComparison.Ordinal)
        );
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ACip.Serverless.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
