using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ACip.Tests.Architecture;

/// <summary>The repository explains itself: its pages lead to what is there, and nothing points to a place outside of it.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    [Fact]
    public void Links_of_pages_lead_to_files()
    {
        string[] pages = [.. Files("*.md")];
        Assert.True(pages.Length > 15, $"{pages.Length} pages");
        Assert.Empty(
            from page in pages
            from Match link in Link().Matches(File.ReadAllText(page))
            let target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value))
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{Path.GetRelativePath(Root, page)}: {link.Groups[1].Value}"
        );
    }

    [Fact]
    public void Nothing_points_outside_of_the_repository() =>
        Assert.Empty(
            from file in new[]
            {
                "*.cs",
                "*.razor",
                "*.md",
                "*.bicep",
                "*.mjs",
                "*.yml",
                "*.csproj",
                "*.props",
                ".editorconfig",
            }.SelectMany(Files)
            where Path.GetFileName(file) is not (nameof(DocumentTests) + ".cs" or "SharedData.cs")
            from Match found in Outside().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(Root, file)}: {found.Value}"
        );

    [Fact]
    public void Every_decision_stands_in_the_list()
    {
        string list = File.ReadAllText(Path.Combine(Root, "docs", "decisions", "README.md"));
        string[] pages =
        [
            .. Directory
                .GetFiles(Path.Combine(Root, "docs", "decisions"), "*.md")
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(name => name != "README.md"),
        ];
        Assert.All(pages, page => Assert.Contains($"({page})", list, StringComparison.Ordinal));
        Assert.All(
            new[]
            {
                "genuine-packages",
                "the-table-is-the-truth",
                "no-decision-by-get",
                "one-stream-one-partition",
                "snapshots",
                "closed-grammar",
                "identity-from-mail",
                "audit-chain",
            },
            decision => Assert.Contains(decision + ".md", pages)
        );
    }

    [Fact]
    public void Every_project_has_written_down_what_it_restores() =>
        Assert.Empty(
            Files("*.csproj")
                .Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")))
                .Select(project => Path.GetRelativePath(Root, project))
        );

    private static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateFiles(Root, pattern, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(file =>
                !Path.GetRelativePath(Root, file)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "obj" or "bin" or "node_modules" or ".git" or "out" or ".local")
            );

    private static string Here([CallerFilePath] string here = "") => here;

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bDESIGN\b(?!\.md\))|\bSTYLE\.md\b|\bshared/|(?<![\w.$}])/work/")]
    private static partial Regex Outside();
}
