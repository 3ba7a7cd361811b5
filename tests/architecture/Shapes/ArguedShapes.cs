namespace ACip.Tests.Architecture.Shapes;

/// <summary>What is larger than the rule says, and why it reads better whole: `argued.txt`, one a line.</summary>
internal static class ArguedShapes
{
    public static readonly IReadOnlyDictionary<string, string> All = File.ReadAllLines(
            Path.Combine(Sources.Root, "tests", "architecture", "Shapes", "argued.txt")
        )
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(": ", 2))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
