using System.Runtime.CompilerServices;

namespace ACip.Tests.Architecture;

/// <summary>The repository as it is written: what a test here has to say of the sources, and not of what they are built into.</summary>
internal static class Sources
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    /// <summary>Everything that people wrote in C#, pages included.</summary>
    public static IEnumerable<string> Under(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories)
            .Where(file =>
                (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            );

    /// <returns>With slashes, whatever the machine.</returns>
    public static string Named(string file) => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');

    private static string Here([CallerFilePath] string here = "") => here;
}
