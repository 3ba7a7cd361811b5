namespace ACip.Tests.Bench.Replies;

/// <summary>The plain-text mails of tests/fixtures/replies.</summary>
internal static class Corpus
{
    public static IReadOnlyList<string> Texts(string repository) =>
        [
            .. Directory
                .GetFiles(Path.Combine(repository, "tests", "fixtures", "replies"), "*.mail")
                .Order(StringComparer.Ordinal)
                .Select(TextOf)
                .Where(text => text.Length > 0),
        ];

    public static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "fixtures", "replies")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("tests/fixtures/replies");
    }

    private static string TextOf(string file)
    {
        string all = File.ReadAllText(file);
        int at = all.IndexOf("\n===== text\n", StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }

        at += "\n===== text\n".Length;
        int end = all.IndexOf("\n===== ", at, StringComparison.Ordinal);
        return end < 0 ? all[at..] : all[at..end];
    }
}
