namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>One message of tests/fixtures/replies: what came, and what its sender wrote. Quoted lines bear the word QUOTED.</summary>
public sealed record ReplyFixture(string Name, string Program, string Language, string Expected, string? Text, string? Html)
{
    private const string Mark = "===== ";

    public static string Root { get; } = Above("tests/fixtures/replies");

    public static IReadOnlyList<ReplyFixture> All { get; } =
    [.. Directory.GetFiles(Root, "*.mail").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Text as compared: without white space, which programs change on the way.</summary>
    public static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>A path in the repository, or null when it is not found above the test's folder.</summary>
    public static string Above(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string here = Path.Combine(folder.FullName, path);
            if (Directory.Exists(here) || File.Exists(here))
            {
                return here;
            }
        }

        throw new DirectoryNotFoundException(path);
    }

    private static ReplyFixture Read(string file)
    {
        string all = File.ReadAllText(file);
        return new(
            Path.GetFileNameWithoutExtension(file),
            Line(all, "program: "),
            Line(all, "language: "),
            Part(all, "expected")!,
            Part(all, "text"),
            Part(all, "html")
        );
    }

    private static string Line(string all, string name)
    {
        int at = all.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return all[at..all.IndexOf('\n', at)];
    }

    private static string? Part(string all, string name)
    {
        string mark = $"{Mark}{name}\n";
        int at = all.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        at += mark.Length;
        int end = all.IndexOf($"\n{Mark}", at, StringComparison.Ordinal);
        return end < 0 ? all[at..].TrimEnd('\n') : all[at..end];
    }
}
