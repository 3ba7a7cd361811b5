using System.Globalization;

namespace ACip.Local.Cli.Cost;

/// <summary>Prints what a month costs on Azure for so many administrations, and what that is reckoned from.</summary>
internal static class CostCommand
{
    private static readonly int[] Usual = [25, 250, 5_000];

    /// <exception cref="UsageException">Not a number of administrations.</exception>
    public static int Run(string[] args, TextWriter output)
    {
        var given = new Arguments(args, new HashSet<string> { "--administrations", "--ready" }, new HashSet<string>());
        int[] sizes = given.Has("--administrations") ? [given.Number("--administrations", 0, 1, 20_000)] : Usual;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        foreach (int administrations in sizes)
        {
            IReadOnlyList<CostLine> lines = CostModel.Month(administrations, given.Number("--ready", 1, 0, 20));
            output.WriteLine($"{administrations:N0} administrations: {lines.Sum(line => line.Dollars):N2} US dollars a month");
            foreach (CostLine line in lines)
            {
                output.WriteLine($"  {line.Dollars, 9:N2}  {line.What, -29} {line.From}".TrimEnd());
            }
        }

        output.WriteLine("Counts and prices stand in infra/local/Cli/Cost/CostInputs.cs; where they come from, in docs/cost.md.");
        return 0;
    }
}
