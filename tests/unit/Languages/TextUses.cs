using System.Text.RegularExpressions;
using ACip.Tests.Unit.Infrastructure;

namespace ACip.Tests.Unit.Languages;

/// <summary>Which files of the source say which text.</summary>
internal static class TextUses
{
    private static readonly ILookup<string, string> Places = Found().ToLookup(one => one.Text, one => one.File);

    /// <returns>Their paths from the root.</returns>
    public static IEnumerable<string> Of(string folder, string key) => Places[$"{folder} {key}"];

    private static IEnumerable<(string Text, string File)> Found()
    {
        foreach (string file in Sources())
        {
            string path = Path.GetRelativePath(SourceTree.Root, file).Replace('\\', '/');
            string folder = path[..path.LastIndexOf('/')];
            string home =
                TextFiles
                    .All.Where(one => $"{folder}/".StartsWith($"{one.Folder}/", StringComparison.Ordinal))
                    .MaxBy(one => one.Folder.Length)
                    ?.Folder
                ?? "";
            foreach (Match match in Regex.Matches(File.ReadAllText(file), @"(?:([\w.]+)\.)?\bTexts\.(\w+)"))
            {
                string key = match.Groups[2].Value;
                string named = match.Groups[1].Value.Split('.')[^1];
                IEnumerable<string> folders =
                    named.Length == 0 ? [home] : TextFiles.All.Select(one => one.Folder).Where(one => one.Split('/')[^1] == named);
                foreach (string where in folders)
                {
                    yield return ($"{where} {key}", path);
                }
            }
        }
    }

    private static IEnumerable<string> Sources() =>
        from folder in new[] { "functions", "workflows" }
        from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor" && !Regex.IsMatch(file, @"[\\/](bin|obj)[\\/]")
        select file;
}
