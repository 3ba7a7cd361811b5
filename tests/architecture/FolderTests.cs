using System.Text.RegularExpressions;

namespace ACip.Tests.Architecture;

/// <summary>A reader guesses the file from the name: namespaces are folders, and nothing is called by a word that says nothing.</summary>
public sealed partial class FolderTests
{
    public static TheoryData<string, string> Projects =>
        new()
        {
            { "workflows", "ACip.Workflows" },
            { "functions", "ACip.Functions" },
            { "tests/unit", "ACip.Tests.Unit" },
        };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_are_folders(string folder, string root)
    {
        string[] sources = [.. Sources.Under(folder)];
        Assert.True(sources.Length > 100, $"{sources.Length} files under {folder}");
        string[] wrong =
        [
            .. from file in sources
            let declared = Declared().Match(File.ReadAllText(file))
            where declared.Success
            let relative = Path.GetRelativePath(Path.Combine(Sources.Root, folder), Path.GetDirectoryName(file)!)
            let expected = relative == "." ? root : $"{root}.{relative.Replace(Path.DirectorySeparatorChar, '.')}"
            where declared.Groups[1].Value != expected
            select $"{Sources.Named(file)} is in {declared.Groups[1].Value}",
        ];
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("workflows")]
    [InlineData("functions")]
    public void No_name_is_a_word_that_says_nothing(string folder) =>
        Assert.DoesNotContain(Sources.Under(folder).Select(file => Path.GetFileNameWithoutExtension(file)), name => Empty().IsMatch(name));

    [GeneratedRegex(@"^@?namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex("(Manager|Helper|Util|Utils|Common|Desk|Shelf|Door|Gate|Aside|Upkeep)$")]
    private static partial Regex Empty();
}
